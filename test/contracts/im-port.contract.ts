// What every ImPort promises, whatever stands behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/core/protocol/commands.js';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { ImPort, ImSignal } from '../../src/core/ports/im-port.js';
import { Recorder } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';

/** A service with one room id that nobody has used. */
export interface ImWorld {
  readonly room: string;
  /** Another id nobody has used. */
  readonly otherRoom: string;
  /** A new port, connected as this person. */
  port(person: Credentials): Promise<ImPort>;
  /** Names of what the closed ports still hold of the page or the browser. */
  leftovers?(): Promise<readonly string[]>;
  /** Closes all ports made here. */
  close(): Promise<void>;
}

export interface ImHarness {
  world(): Promise<ImWorld>;
  /** Joins a room from a page of its own, which `crash` ends without a goodbye; only where the service notices that and tells. */
  joinElsewhere?(room: string, person: Credentials): Promise<{ crash(): void }>;
}

const ANA = { userId: 'ana', name: 'Ana' };
const BEA = { userId: 'bea', name: 'Bea' };
const CEM = { userId: 'cem' };
const DEA = { userId: 'dea' };
const RECORD = '{"v":1,"phase":"waiting","run":0,"at":1790000000}';

const text = (words: string): Command => ({ type: 'text', text: words });
const as = (id: string) => ({ id, priority: 'normal' }) as const;

const COMMANDS: readonly Command[] = [
  text('hello 你好 👋'),
  { type: 'enter', stage: 'premiere', run: 3, in: 2.5 },
  { type: 'enter', stage: 10086, run: 1 },
  { type: 'enter', stage: '10086', run: 2 },
  { type: 'host-left', run: 3 },
  { type: 'host-back', run: 3 },
  { type: 'exit', run: 3 },
  { type: 'exit' },
];

export function describeImPort(name: string, harness: ImHarness): void {
  describe(`ImPort of ${name}`, () => {
    let world: ImWorld;

    beforeEach(async () => {
      world = await harness.world();
    });
    afterEach(() => world.close());

    const hostIn = async (room = world.room, person: Credentials = ANA) => {
      const port = await world.port(person);
      await port.openRoom(room);
      return { port, heard: new Recorder<ImSignal>(port) };
    };
    const memberIn = async (person: Credentials, room = world.room) => {
      const port = await world.port(person);
      const heard = new Recorder<ImSignal>(port);
      const profile = await port.joinRoom(room);
      return { port, heard, profile };
    };

    describe('opening and joining', () => {
      it('opens a new room that belongs to the opener and has no record', async () => {
        const port = await world.port(ANA);
        expect(await port.openRoom(world.room)).toMatchObject({ owner: 'ana', record: '' });
      });

      it('takes up a room again that is already this person’s, with its record', async () => {
        const { port } = await hostIn();
        await port.writeRecord(RECORD);
        await port.close();
        const again = await world.port(ANA);
        expect(await again.openRoom(world.room)).toMatchObject({ owner: 'ana', record: RECORD });
      });

      it('refuses to open somebody else’s room, which stays theirs', async () => {
        const { port } = await hostIn();
        const other = await world.port(BEA);
        expect(await refusalOf(other.openRoom(world.room))).toBe('room-taken');
        expect(await port.readProfile()).toMatchObject({ owner: 'ana' });
      });

      it('gives a room that two open at once to one of them', async () => {
        const [ana, bea] = await Promise.all([world.port(ANA), world.port(BEA)]);
        const outcomes = await Promise.allSettled([ana.openRoom(world.room), bea.openRoom(world.room)]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      });

      it('does not find a room that nobody has opened', async () => {
        const port = await world.port(BEA);
        expect(await refusalOf(port.joinRoom(world.room))).toBe('room-not-found');
        expect(await refusalOf(port.send(text('anybody?'), as('m1')))).toBe('not-joined');
      });

      it('finds a room that was opened after the first try', async () => {
        const port = await world.port(BEA);
        expect(await refusalOf(port.joinRoom(world.room))).toBe('room-not-found');
        await hostIn();
        expect(await port.joinRoom(world.room)).toMatchObject({ owner: 'ana' });
      });

      it('tells who joins what the room says of itself', async () => {
        const { port } = await hostIn();
        await port.writeRecord(RECORD);
        const { profile } = await memberIn(BEA);
        expect(profile).toMatchObject({ owner: 'ana', record: RECORD });
      });

      it('takes being a member already for success', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        expect(await bea.port.joinRoom(world.room)).toMatchObject({ owner: 'ana' });
        await host.port.send(text('still there?'), as('m1'));
        await bea.heard.heard('command');
        expect(bea.heard.all('kicked')).toEqual([]);
        expect(bea.heard.all('command')).toHaveLength(1);
        await host.heard.heard('joined');
        expect(host.heard.all('joined')).toHaveLength(1);
        expect(host.heard.all('left')).toEqual([]);
      });
    });

    describe('the record', () => {
      it('is written by the owner and read by everybody', async () => {
        const { port } = await hostIn();
        const bea = await memberIn(BEA);
        await port.writeRecord(RECORD);
        expect(await port.readProfile()).toMatchObject({ record: RECORD });
        await bea.heard.heard('profile-changed');
        expect(await bea.port.readProfile()).toMatchObject({ owner: 'ana', record: RECORD });
      });

      it('is told to members when it changes', async () => {
        const { port } = await hostIn();
        const [bea, cem] = await Promise.all([memberIn(BEA), memberIn(CEM)]);
        await port.writeRecord(RECORD);
        for (const { heard } of [bea, cem]) {
          expect(await heard.heard('profile-changed')).toEqual({ type: 'profile-changed', record: RECORD });
        }
      });

      it('is refused from anybody else, and nobody is told', async () => {
        const host = await hostIn();
        const [bea, cem] = await Promise.all([memberIn(BEA), memberIn(CEM)]);
        expect(await refusalOf(bea.port.writeRecord(RECORD))).toBe('not-owner');
        await host.port.writeRecord('the owner’s');
        await cem.heard.heard('profile-changed');
        expect(cem.heard.all('profile-changed')).toEqual([{ type: 'profile-changed', record: 'the owner’s' }]);
      });

      it('may have 240 bytes and no more', async () => {
        const { port } = await hostIn();
        const longest = '好'.repeat(80);
        await port.writeRecord(longest);
        await refusalOf(port.writeRecord(`${longest}!`));
        expect(await port.readProfile()).toMatchObject({ record: longest });
      });
    });

    describe('saying something', () => {
      it.each(COMMANDS)('carries $type whole: %j', async (command) => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        const receipt = await host.port.send(command, { id: 'm1', priority: 'high' });
        expect(await bea.heard.heard('command')).toEqual({
          type: 'command',
          from: expect.objectContaining({ id: 'ana', name: 'Ana' }) as unknown,
          command,
          id: 'm1',
          at: receipt.at,
          seq: receipt.seq,
        });
      });

      it('is heard in the order of the service, the same for everybody', async () => {
        const host = await hostIn();
        const [bea, cem] = await Promise.all([memberIn(BEA), memberIn(CEM)]);
        const sent = Array.from({ length: 30 }, (_, n) =>
          [host, bea, cem][n % 3]!.port.send(text(`${n}`), as(`m${n}`)),
        );
        const receipts = await Promise.all(sent);
        const orders = await Promise.all(
          [host, bea, cem].map(async ({ heard }) => {
            const commands = await heard.heardTimes('command', 20);
            return commands.map(({ seq }) => seq!);
          }),
        );
        for (const order of orders) expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(30);
        expect(new Set(orders.flat())).toEqual(new Set(receipts.map(({ seq }) => seq)));
      });

      it('keeps the order in which one person said it', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        for (let n = 0; n < 5; n++) await host.port.send(text(`${n}`), as(`m${n}`));
        expect((await bea.heard.heardTimes('command', 5)).map(({ id }) => id)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
      });

      it('is not heard by who said it', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        await host.port.send(text('mine'), as('m1'));
        await bea.port.send(text('theirs'), as('m2'));
        await host.heard.heard('command');
        expect(host.heard.all('command').map(({ id }) => id)).toEqual(['m2']);
      });

      it('has the same id when it is sent again', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        await host.port.send(text('twice'), as('m1'));
        await host.port.send(text('twice'), as('m1'));
        await host.port.send(text('last'), as('m2'));
        await bea.heard.heard('command', ({ id }) => id === 'm2');
        const ids = bea.heard.all('command').map(({ id }) => id);
        expect([
          ['m1', 'm2'],
          ['m1', 'm1', 'm2'],
        ]).toContainEqual(ids);
      });

      it('carries 8 KB and refuses more', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        const longest = 'é'.repeat(4096);
        await host.port.send(text(longest), as('m1'));
        expect(await bea.heard.heard('command')).toMatchObject({ command: { text: longest } });
        expect(await refusalOf(host.port.send(text(`${longest}!`), as('m2')))).toBe('message-refused');
      });

      it('is refused outside a room', async () => {
        await hostIn();
        const port = await world.port(BEA);
        expect(await refusalOf(port.send(text('hello'), as('m1')))).toBe('not-joined');
        await port.joinRoom(world.room);
        await port.leaveRoom();
        expect(await refusalOf(port.send(text('hello'), as('m1')))).toBe('not-joined');
      });

      it('stays in its room', async () => {
        const host = await hostIn();
        // Somebody else's: a service may let nobody be in two rooms at once.
        const other = await hostIn(world.otherRoom, DEA);
        const [bea, cem] = [await memberIn(BEA), await memberIn(CEM, world.otherRoom)];
        await host.port.send(text('here'), as('m1'));
        await other.port.send(text('there'), as('m2'));
        await Promise.all([bea.heard.heard('command'), cem.heard.heard('command')]);
        expect(bea.heard.all('command').map(({ id }) => id)).toEqual(['m1']);
        expect(cem.heard.all('command').map(({ id }) => id)).toEqual(['m2']);
      });

      it('is not told to a listener that has been removed', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        const second = new Recorder<ImSignal>(bea.port);
        bea.heard.stop();
        await host.port.send(text('hello'), as('m1'));
        await second.heard('command');
        expect(bea.heard.all('command')).toEqual([]);
      });
    });

    describe('people', () => {
      it('are told who comes and who goes, but not of themselves', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        expect(await host.heard.heard('joined')).toEqual({
          type: 'joined',
          person: expect.objectContaining({ id: 'bea', name: 'Bea' }) as unknown,
          id: expect.any(String) as unknown,
          at: expect.any(Number) as unknown,
        });
        await bea.port.leaveRoom();
        expect(await host.heard.heard('left')).toMatchObject({ person: { id: 'bea' } });
        expect(host.heard.all('joined').map(({ person }) => person.id)).toEqual(['bea']);
        expect(bea.heard.all('joined')).toEqual([]);
      });

      it('are counted', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        await host.heard.heard('members', ({ count }) => count === 2);
        await memberIn(CEM);
        await host.heard.heard('members', ({ count }) => count === 3);
        await bea.heard.heard('members', ({ count }) => count === 3);
        await bea.port.leaveRoom();
        await host.heard.heard('members', ({ count }) => count === 2);
        const counts = host.heard.all('members').map(({ count }) => count);
        expect(counts.filter((count, index) => count === counts[index - 1])).toEqual([]);
      });

      it('are in one place: the second login throws out the first', async () => {
        const host = await hostIn();
        const first = await memberIn(BEA);
        await host.heard.heard('joined');
        const second = await memberIn(BEA);
        expect(await first.heard.heard('kicked')).toEqual({ type: 'kicked', code: 'kicked' });
        expect(await refusalOf(first.port.send(text('me?'), as('m1')))).toBe('not-joined');
        await host.port.send(text('hello'), as('m2'));
        await second.heard.heard('command');
        expect(first.heard.all('command')).toEqual([]);
        expect(host.heard.all('left')).toEqual([]);
        await second.port.send(text('here'), as('m3'));
        await host.heard.heard('command');
      });

      // Only where the service tells: Tencent's chat says nothing to the others when somebody's connection is gone.
      const { joinElsewhere } = harness;
      if (joinElsewhere)
        it('who vanish without a goodbye are missed', async () => {
          const host = await hostIn();
          const { crash } = await joinElsewhere(world.room, BEA);
          await host.heard.heard('joined', ({ person }) => person.id === 'bea');
          await host.heard.heard('members', ({ count }) => count === 2);
          host.heard.forget();
          crash();
          expect(await host.heard.heard('left')).toMatchObject({ person: { id: 'bea', name: 'Bea' } });
          await host.heard.heard('members', ({ count }) => count === 1);
        });
    });

    describe('leaving, dismissing, closing', () => {
      it('may leave twice, and without having joined', async () => {
        await hostIn();
        const port = await world.port(BEA);
        await port.leaveRoom();
        await port.joinRoom(world.room);
        await port.leaveRoom();
        await port.leaveRoom();
        expect(await port.joinRoom(world.room)).toMatchObject({ owner: 'ana' });
      });

      it('hears nothing of a room it has left', async () => {
        const host = await hostIn();
        const [bea, cem] = await Promise.all([memberIn(BEA), memberIn(CEM)]);
        await bea.port.leaveRoom();
        bea.heard.forget();
        await host.port.send(text('hello'), as('m1'));
        await host.port.writeRecord(RECORD);
        await Promise.all([cem.heard.heard('command'), cem.heard.heard('profile-changed')]);
        expect(bea.heard.signals).toEqual([]);
      });

      it('stays open when its owner leaves', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        await host.port.leaveRoom();
        await bea.heard.heard('left');
        expect(await bea.port.readProfile()).toMatchObject({ owner: 'ana' });
        expect(bea.heard.all('dismissed')).toEqual([]);
      });

      it('is dismissed by its owner for everybody', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        await host.port.dismissRoom();
        expect(await bea.heard.heard('dismissed')).toEqual({ type: 'dismissed' });
        expect(bea.heard.all('dismissed')).toHaveLength(1);
        expect(host.heard.all('dismissed')).toEqual([]);
        expect(await refusalOf(bea.port.send(text('hello?'), as('m1')))).toBe('not-joined');
        expect(await refusalOf((await world.port(CEM)).joinRoom(world.room))).toBe('room-not-found');
        await bea.port.leaveRoom();
      });

      it('takes a room that is gone already for dismissed', async () => {
        const { port } = await hostIn();
        await port.dismissRoom();
        await port.dismissRoom();
      });

      it('does not let anybody else dismiss it', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        expect(await refusalOf(bea.port.dismissRoom())).toBe('not-owner');
        await host.port.send(text('still here'), as('m1'));
        await bea.heard.heard('command');
        expect(bea.heard.all('dismissed')).toEqual([]);
      });

      it('can be opened anew, empty, by anybody once it is dismissed', async () => {
        const host = await hostIn();
        await host.port.writeRecord(RECORD);
        await host.port.dismissRoom();
        const bea = await world.port(BEA);
        expect(await bea.openRoom(world.room)).toMatchObject({ owner: 'bea', record: '' });
      });

      it('is silent from close() on, and refuses everything', async () => {
        const host = await hostIn();
        const [bea, cem] = await Promise.all([memberIn(BEA), memberIn(CEM)]);
        const closing = bea.port.close();
        bea.heard.forget();
        await host.port.send(text('hello'), as('m1'));
        await host.port.dismissRoom();
        await Promise.all([closing, cem.heard.heard('dismissed')]);
        expect(bea.heard.signals).toEqual([]);
        await refusalOf(bea.port.joinRoom(world.room));
        await refusalOf(bea.port.send(text('hello'), as('m1')));
        await bea.port.leaveRoom();
        await bea.port.close();
      });

      it('leaves nothing behind, even when closed while joining', async () => {
        const host = await hostIn();
        const bea = await memberIn(BEA);
        const cem = await world.port(CEM);
        const joining = cem.joinRoom(world.room).catch(() => undefined);
        await Promise.all([host.port.dismissRoom(), bea.port.close(), cem.close(), joining]);
        await host.port.close();
        expect((await world.leftovers?.()) ?? []).toEqual([]);
      });
    });
  });
}
