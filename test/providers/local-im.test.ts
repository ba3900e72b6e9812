// The local chat where it is itself: its storage, its bus that anybody can write to, its two processes' worth of pages.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImPort, ImSignal } from '../../src/core/ports/im-port.js';
import type { ProviderContext } from '../../src/core/ports/provider.js';
import { nameOf } from '../../src/core/providers/local/names.js';
import type { Clock } from '../../src/core/support/clock.js';
import { forgetRoom, localPorts, openLocalPage } from '../support/local-world.js';
import { Recorder } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';

const text = (words: string) => ({ type: 'text', text: words }) as const;
const as = (id: string) => ({ id, priority: 'normal' }) as const;

describe('the local chat', () => {
  let room: string;
  const made: ImPort[] = [];
  const ends: (() => void)[] = [];

  beforeEach(() => {
    room = crypto.randomUUID();
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    await Promise.all(made.splice(0).map((port) => port.close()));
    for (const end of ends.splice(0)) end();
    forgetRoom(room);
  });

  const connect = async (userId: string, context: Partial<ProviderContext> = {}) => {
    const { im } = localPorts(room, context);
    made.push(im);
    await im.connect({ userId });
    return { im, heard: new Recorder<ImSignal>(im) };
  };
  const open = async (userId = 'ana', context?: Partial<ProviderContext>) => {
    const port = await connect(userId, context);
    await port.im.openRoom(room);
    return port;
  };
  const join = async (userId = 'bea', context?: Partial<ProviderContext>) => {
    const port = await connect(userId, context);
    await port.im.joinRoom(room);
    return port;
  };
  const bus = () => {
    const channel = new BroadcastChannel(nameOf('chat', room));
    ends.push(() => channel.close());
    return channel;
  };

  it.each(['', 'null', '{', '[]', '"text"', '{"owner":"eve"}', '{"id":"1","owner":7,"ownerName":"","record":""}'])(
    'takes stored nonsense for no room: %s',
    async (nonsense) => {
      localStorage.setItem(nameOf('room', room), nonsense);
      const bea = await connect('bea');
      expect(await refusalOf(bea.im.joinRoom(room))).toBe('room-not-found');
      expect(await bea.im.openRoom(room)).toMatchObject({ owner: 'bea', record: '' });
    },
  );

  describe('in a browser that lacks something', () => {
    it.each(['BroadcastChannel', 'localStorage'])('says so: %s', async (missing) => {
      vi.stubGlobal(missing, undefined);
      expect(await refusalOf(localPorts(room).im.connect({ userId: 'ana' }))).toBe('storage-unavailable');
    });

    it('says so: locks', async () => {
      vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
      expect(await refusalOf(localPorts(room).im.connect({ userId: 'ana' }))).toBe('storage-unavailable');
    });

    it('says so when storage is full', async () => {
      const { im } = await connect('ana');
      vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('Full.', 'QuotaExceededError');
      });
      expect(await refusalOf(im.openRoom(room))).toBe('storage-unavailable');
    });
  });

  it('ignores what is no message, and goes on', async () => {
    const ana = await open();
    const bea = await join();
    await ana.heard.heard('joined');
    bea.heard.forget();
    const from = { id: 'eve', name: 'Eve' };
    const good = { kind: 'command', from, id: 'm1', wire: { kind: 'text', text: 'x' }, at: 1, seq: 1 };
    const bad: unknown[] = [
      null,
      7,
      'command',
      [],
      {},
      { kind: 'dismissed' },
      { kind: 'profile-changed', record: 'forged' },
      { ...good, from: undefined },
      { ...good, from: { id: '' } },
      { ...good, from: 'eve' },
      { ...good, id: 7 },
      { ...good, id: '' },
      { ...good, wire: undefined },
      { ...good, wire: { kind: 'text', text: 7 } },
      { ...good, wire: { kind: 'custom', data: '{}' } },
      { ...good, at: 'now' },
      { ...good, seq: 1.5 },
      { ...good, wire: { kind: 'custom', data: '{', description: '', extension: '' } },
    ];
    for (const message of bad) bus().postMessage(message);
    await ana.im.send(text('real'), as('m9'));
    await bea.heard.heard('command');
    expect(bea.heard.signals.map((signal) => ('id' in signal ? signal.id : signal.type))).toEqual(['m9']);
  });

  it('hands on nothing of a message but what belongs to it', async () => {
    await open();
    const bea = await join();
    const from = { id: 'cem', name: '', avatar: 'a.png', extra: 1 };
    bus().postMessage({
      kind: 'command',
      from,
      id: 'm1',
      wire: { kind: 'text', text: 'hi', extra: 1 },
      at: 5,
      seq: 9,
      extra: 1,
    });
    expect(await bea.heard.heard('command')).toEqual({
      type: 'command',
      from: { id: 'cem', name: 'cem', avatar: 'a.png' },
      command: { type: 'text', text: 'hi' },
      id: 'm1',
      at: 5,
      seq: 9,
    });
  });

  it('ignores a message in its own name', async () => {
    const ana = await open();
    const bea = await join();
    bus().postMessage({
      kind: 'command',
      from: { id: 'bea', name: 'Bea' },
      id: 'm1',
      wire: { kind: 'text', text: 'x' },
      at: 1,
      seq: 1,
    });
    await ana.im.send(text('real'), as('m2'));
    await bea.heard.heard('command');
    expect(bea.heard.all('command').map(({ id }) => id)).toEqual(['m2']);
  });

  it('believes the store and not who says that it changed', async () => {
    const ana = await open();
    const bea = await join();
    await ana.heard.heard('joined');
    const tip = new BroadcastChannel(nameOf('store', room));
    ends.push(() => tip.close());
    tip.postMessage({ record: 'forged' });
    tip.postMessage(null);
    await ana.im.send(text('after'), as('m1'));
    await bea.heard.heard('command');
    expect(bea.heard.signals.map(({ type }) => type)).toEqual(['command']);
    expect(await bea.im.readProfile()).toMatchObject({ record: '' });
  });

  it('is not in a later group of the same name', async () => {
    await open();
    const bea = await join();
    localStorage.setItem(
      nameOf('room', room),
      JSON.stringify({ id: 'later', owner: 'ana', ownerName: 'Ana', record: '' }),
    );
    window.dispatchEvent(new StorageEvent('storage', { key: nameOf('room', room) }));
    expect(await bea.heard.heard('dismissed')).toEqual({ type: 'dismissed' });
  });

  /** Time stands still: nothing is noticed by looking now and then. */
  const frozen: Clock = { now: () => 0, after: () => () => undefined };

  it('hears another document by the storage event alone', async () => {
    const page = await openLocalPage();
    ends.push(page.crash);
    const ana = page.ports(room).im;
    await ana.connect({ userId: 'ana' });
    await ana.openRoom(room);
    const bea = await join('bea', { clock: frozen });
    // Without the tip: what is left is what a page of another process relies on.
    page.window.BroadcastChannel.prototype.postMessage = () => undefined;
    await ana.writeRecord('from afar');
    expect(await bea.heard.heard('profile-changed')).toEqual({ type: 'profile-changed', record: 'from afar' });
    await ana.dismissRoom();
    await bea.heard.heard('dismissed');
  });

  it('hears its own document by the tip alone', async () => {
    const ana = await open('ana', { clock: frozen });
    const bea = await join('bea', { clock: frozen });
    await ana.im.writeRecord('from here');
    expect(await bea.heard.heard('profile-changed')).toEqual({ type: 'profile-changed', record: 'from here' });
    await ana.im.dismissRoom();
    await bea.heard.heard('dismissed');
  });

  it('numbers a message after all that its sender has seen, even when the stored number is old', async () => {
    const ana = await open();
    const bea = await join();
    for (let n = 0; n < 5; n++) await ana.im.send(text(`${n}`), as(`m${n}`));
    const seen = (await bea.heard.heardTimes('command', 5)).at(-1)!.seq!;
    localStorage.setItem(nameOf('seq', room), '1');
    const { seq } = await bea.im.send(text('later'), as('m9'));
    expect(seq).toBeGreaterThan(seen);
  });

  it('tells of a person’s picture, unless it is too long to carry', async () => {
    const ana = await open();
    for (const [userId, avatar] of [
      ['bea', 'https://example.test/b.png'],
      ['cem', `data:${'x'.repeat(2000)}`],
    ] as const) {
      const { im } = localPorts(room);
      made.push(im);
      await im.connect({ userId, name: userId, avatar });
      await im.joinRoom(room);
    }
    const [bea, cem] = await ana.heard.heardTimes('joined', 2);
    expect(bea!.person).toEqual({ id: 'bea', name: 'bea', avatar: 'https://example.test/b.png' });
    expect(cem!.person).toEqual({ id: 'cem', name: 'cem' });
  });

  describe('with a clock of its own', () => {
    const fakeClock = () => {
      const waiting = new Map<object, () => void>();
      const clock: Clock = {
        now: () => 1_790_000_000_123,
        after(_ms, run) {
          const key = {};
          waiting.set(key, run);
          return () => void waiting.delete(key);
        },
      };
      const tick = () => [...waiting].forEach(([key, run]) => (waiting.delete(key), run()));
      return { clock, waiting, tick };
    };

    it('dates messages by it', async () => {
      const { clock } = fakeClock();
      const ana = await open('ana', { clock });
      const bea = await join();
      expect(await ana.im.send(text('now'), as('m1'))).toMatchObject({ at: 1_790_000_000_123 });
      expect(await bea.heard.heard('command')).toMatchObject({ at: 1_790_000_000_123 });
    });

    it.each(['leaveRoom', 'dismissRoom', 'close'] as const)('asks nothing more of it after %s', async (end) => {
      const { clock, waiting, tick } = fakeClock();
      const ana = await open('ana', { clock });
      tick();
      expect(waiting.size).toBe(1);
      await ana.im[end]();
      expect(waiting.size).toBe(0);
    });

    it('does not count anew what has not changed', async () => {
      const { clock, tick } = fakeClock();
      const ana = await open('ana', { clock });
      const bea = await join();
      await ana.heard.heard('members', ({ count }) => count === 2);
      tick();
      await navigator.locks.query();
      await bea.im.leaveRoom();
      await ana.heard.heard('members', ({ count }) => count === 1);
      expect(ana.heard.all('members').map(({ count }) => count)).toEqual([2, 1]);
    });

    it('notices by it who vanished, and a group that went unheard', async () => {
      const { clock, tick } = fakeClock();
      const ana = await open('ana', { clock });
      const page = await openLocalPage();
      const { im } = page.ports(room);
      await im.connect({ userId: 'bea' });
      await im.joinRoom(room);
      await ana.heard.heard('joined');
      page.crash();
      // The browser frees a dead page's locks a moment later.
      await vi.waitFor(async () => {
        const { held = [] } = await navigator.locks.query();
        expect(held.some(({ name }) => name === nameOf('login', room, 'bea'))).toBe(false);
      });
      expect(ana.heard.all('left')).toEqual([]);
      tick();
      await ana.heard.heard('left');
      localStorage.removeItem(nameOf('room', room));
      tick();
      expect(ana.heard.all('dismissed')).toHaveLength(1);
    });
  });
});
