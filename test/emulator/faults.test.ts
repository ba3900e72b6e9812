// The faults that both halves share: each does what it says, as often as it says, to whom it says.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/index.js';
import { until } from './support/client.js';
import { HALVES, hears, type Half, type Talker } from './support/halves.js';

describe.each(['chat', 'stage'] as const)('%s', (part) => {
  let half: Half;
  let ana: Talker;
  beforeEach(async () => {
    half = await HALVES[part]();
    ana = await half.enter('ana');
  });
  afterEach(() => half.close());

  const plant = (fault: Fault) => half.emulator.faults.add({ ...fault, part });
  const ok = (answer: number) => ({ answer, code: 0 });

  describe('on requests', () => {
    it('drop: the service never sees it', async () => {
      plant({ on: 'request', do: 'drop', command: half.command });
      ana.ask();
      await hears(ana, ok(ana.ask()));
    });

    it('duplicate: carried out and answered twice', async () => {
      plant({ on: 'request', do: 'duplicate', command: half.command });
      const twice = ana.ask();
      await hears(ana, ok(twice), ok(twice));
    });

    it('delay: what comes later overtakes', async () => {
      plant({ on: 'request', do: 'delay', ms: 500, command: half.command });
      const [late, early] = [ana.ask(), ana.ask()];
      await hears(ana, ok(early));
      await half.clock.pass(499);
      await hears(ana, ok(early));
      await half.clock.pass(1);
      await hears(ana, ok(early), ok(late));
    });

    it('error: for one user and one command, so many times', async () => {
      const ben = await half.enter('ben');
      const fault = { on: 'request', do: 'error', code: 4711, user: 'ana', times: 2 } as const;
      const planted = plant({ ...fault, command: half.command });
      const elsewhere = plant({ ...fault, command: half.otherCommand });
      await hears(ben, ok(ben.ask()));
      const asked = [ana.ask(), ana.ask(), ana.ask()];
      await hears(ana, ...asked.map((answer, i) => ({ answer, code: i < 2 ? 4711 : 0 })));
      expect([planted.strikes, elsewhere.strikes]).toEqual([2, 0]);
    });

    it('error: always, until it is removed', async () => {
      const planted = plant({ on: 'request', do: 'error', code: 4711, times: 'always' });
      const asked = [ana.ask(), ana.ask()];
      await until(() => ana.heard.length === 2);
      planted.remove();
      await hears(ana, ...asked.map((answer) => ({ answer, code: 4711 })), ok(ana.ask()));
    });

    it('kill: the socket is gone', async () => {
      plant({ on: 'request', do: 'kill', command: half.command });
      ana.ask();
      await until(() => !ana.open);
      expect(ana.heard).toEqual([]);
    });

    it('freeze: from then on nothing passes, until it thaws', async () => {
      const ben = await half.enter('ben');
      plant({ on: 'request', do: 'freeze', command: half.command, user: 'ana' });
      ana.ask();
      const held = ana.ask();
      await hears(ben, ok(ben.ask()));
      expect(ana.heard).toEqual([]);
      expect(half.perform({ action: 'thaw', user: 'ana' })).toBe(1);
      await hears(ana, ok(held));
    });
  });

  describe('on answers', () => {
    it.each([
      ['drop', [1]],
      ['duplicate', [0, 0, 1]],
      ['reorder', [1, 0]],
    ] as const)('%s', async (what, expected) => {
      plant({ on: 'response', do: what, command: half.command });
      const asked = [ana.ask(), ana.ask()];
      await hears(ana, ...expected.map((which) => ok(asked[which]!)));
    });

    it('delay', async () => {
      plant({ on: 'response', do: 'delay', ms: 500, command: half.command });
      const [late, early] = [ana.ask(), ana.ask()];
      await hears(ana, ok(early));
      await half.clock.pass(500);
      await hears(ana, ok(early), ok(late));
    });

    it('kill: done, but not answered', async () => {
      const planted = plant({ on: 'response', do: 'kill', command: half.command });
      ana.ask();
      await until(() => !ana.open);
      expect([planted.strikes, ana.heard]).toEqual([1, []]);
    });
  });

  describe('on pushes', () => {
    const kick = () => half.perform({ action: 'kick', user: 'ana' });

    it.each([
      ['drop', []],
      ['duplicate', ['kicked', 'kicked']],
    ] as const)('%s', async (what, expected) => {
      plant({ on: 'push', do: what, command: half.kicked, user: 'ana' });
      expect(kick()).toBe(1);
      const answer = ana.ask();
      await until(() => ana.heard.some((one) => 'answer' in one && one.answer === answer));
      expect(ana.heard.filter((one) => 'push' in one)).toEqual(expected.map(() => ({ push: half.kicked })));
    });

    it('reorder: after the next frame', async () => {
      plant({ on: 'push', do: 'reorder', command: half.kicked });
      kick();
      const answer = ana.ask();
      await until(() => ana.heard.length === 2);
      expect(ana.heard).toMatchObject([{ answer }, { push: half.kicked }]);
    });

    it('delay', async () => {
      plant({ on: 'push', do: 'delay', ms: 500, command: half.kicked });
      kick();
      await half.clock.pass(499);
      expect(ana.heard).toEqual([]);
      await half.clock.pass(1);
      await hears(ana, { push: half.kicked });
    });

    it('kill: the socket goes before it is told', async () => {
      plant({ on: 'push', do: 'kill', command: half.kicked });
      kick();
      await until(() => !ana.open);
      expect(ana.heard).toEqual([]);
    });
  });

  describe('at once', () => {
    it('kill-socket: of one user, of all', async () => {
      const ben = await half.enter('ben');
      expect(half.perform({ action: 'kill-socket', user: 'ana' })).toBe(1);
      await until(() => !ana.open);
      await hears(ben, ok(ben.ask()));
      expect(half.perform({ action: 'kill-socket' })).toBe(1);
      await until(() => !ben.open);
    });

    it('cut-off: no socket, until it is mended', async () => {
      expect(half.perform({ action: 'cut-off' })).toBe(1);
      await until(() => !ana.open);
      await expect(half.knock('ana')).rejects.toThrow('503');
      expect(half.perform({ action: 'mend' })).toBe(1);
      await half.enter('ana');
      expect(half.perform({ action: 'mend' })).toBe(0);
    });

    it('black-hole: sockets are taken and nothing is answered, until it is mended', async () => {
      const ben = await half.enter('ben');
      expect(half.perform({ action: 'black-hole', user: 'ana' })).toBe(1);
      const knocking = await half.knock('ana');
      knocking.ask();
      ana.ask();
      await hears(ben, ok(ben.ask()));
      expect([knocking.open, knocking.heard, ana.open, ana.heard]).toEqual([true, [], true, []]);
      expect(half.perform({ action: 'mend', user: 'ana' })).toBe(1);
      await hears(ana, ok(ana.ask()));
      await half.enter('ana');
    });

    it('freeze and thaw: nothing passes, then everything does', async () => {
      expect(half.perform({ action: 'freeze', user: 'ana' })).toBe(1);
      const ben = await half.enter('ben');
      const held = [ana.ask(), ana.ask()];
      await hears(ben, ok(ben.ask()));
      expect(ana.heard).toEqual([]);
      half.perform({ action: 'thaw', user: 'ana' });
      await hears(ana, ...held.map(ok));
    });

    it('kick: whoever is there', async () => {
      expect(half.perform({ action: 'kick', user: 'nobody' })).toBe(0);
      expect(half.perform({ action: 'kick', user: 'ana' })).toBe(1);
      await hears(ana, { push: half.kicked });
    });
  });
});
