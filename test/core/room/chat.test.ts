import { describe, expect, it } from 'vitest';
import { RoomError } from '../../../src/core/index.js';
import { NOW, profileOf, recordText, startRoom } from '../../support/core-room.js';

const waiting = () => profileOf(recordText('waiting', 0));
const texts = (room: Awaited<ReturnType<typeof startRoom>>) =>
  room.controller.state.timeline.map((message) =>
    message.kind === 'text' ? `${message.from.id}: ${message.text}` : message.notice,
  );

describe('saying something', () => {
  it('shows it at once, whole, and marks it sent when the service has it', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    const said = controller.dispatch({ type: 'send-text', text: 'hello' });
    expect(controller.state.timeline).toEqual([
      {
        kind: 'text',
        id: 'ana/id1',
        from: { id: 'ana', name: 'Ana' },
        text: 'hello',
        at: NOW * 1000,
        delivery: 'pending',
      },
    ]);
    await clock.pass(0);
    expect(await said).toBeUndefined();
    expect(im.calls.at(-1)).toEqual(['send', { type: 'text', text: 'hello' }, { id: 'id1', priority: 'normal' }]);
    expect(controller.state.timeline).toMatchObject([{ delivery: 'sent', seq: 1 }]);
  });

  it('keeps what failed, with its reason, and sends the same message on retry', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    im.failNext('send', new RoomError('muted', 'muted'));
    const failed = controller.dispatch({ type: 'send-text', text: 'hello' });
    await clock.pass(0);
    expect((await failed)?.code).toBe('muted');
    expect(controller.state).toMatchObject({
      error: { code: 'muted' },
      timeline: [{ delivery: 'failed', error: { code: 'muted' } }],
    });
    void controller.dispatch({ type: 'retry-text', id: 'ana/id1' });
    expect(controller.state.timeline).toMatchObject([{ delivery: 'pending', error: undefined }]);
    await clock.pass(0);
    expect(controller.state).toMatchObject({ error: undefined, timeline: [{ delivery: 'sent' }] });
    expect(im.calls.filter(([name]) => name === 'send').map((call) => (call[2] as { id: string }).id)).toEqual([
      'id1',
      'id1',
    ]);
  });

  it('goes out in the order it was written, even when the first is slow', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    im.failNext('send', new Promise<never>(() => undefined));
    void controller.dispatch({ type: 'send-text', text: 'first' });
    void controller.dispatch({ type: 'send-text', text: 'second' });
    await clock.pass(14_999);
    expect(im.calls.filter(([name]) => name === 'send')).toHaveLength(1);
    await clock.pass(1);
    expect(controller.state.timeline).toMatchObject([
      { text: 'first', delivery: 'failed', error: { code: 'timeout' } },
      { text: 'second', delivery: 'sent' },
    ]);
  });

  it('waits for the connection to come back, within a bound', async () => {
    const { controller, im, clock } = await startRoom(waiting());
    im.signals.emit({ type: 'link', link: 'connecting' });
    void controller.dispatch({ type: 'send-text', text: 'in a tunnel' });
    await clock.pass(5000);
    expect(controller.state.timeline).toMatchObject([{ delivery: 'pending' }]);
    im.signals.emit({ type: 'link', link: 'online' });
    await clock.pass(0);
    expect(controller.state.timeline).toMatchObject([{ delivery: 'sent' }]);
  });

  it.each([
    ['nothing', '  \n ', 'message-empty'],
    ['more than 8 KB in bytes', '汉'.repeat(2731), 'message-too-long'],
  ])('of %s is refused and shows nothing', async (_, text, code) => {
    const { controller } = await startRoom(waiting());
    expect((await controller.dispatch({ type: 'send-text', text }))?.code).toBe(code);
    expect(controller.state.timeline).toEqual([]);
  });

  it('is refused where there is no open room, and what failed can be deleted', async () => {
    const closed = await startRoom(undefined);
    expect((await closed.controller.dispatch({ type: 'send-text', text: 'hi' }))?.code).toBe('wrong-phase');
    const { controller, im, clock } = await startRoom(waiting());
    im.failNext('send', new RoomError('message-refused', 'no'));
    void controller.dispatch({ type: 'send-text', text: 'x' });
    await clock.pass(0);
    expect((await controller.dispatch({ type: 'delete-text', id: 'nobody/1' }))?.code).toBe('wrong-phase');
    await controller.dispatch({ type: 'delete-text', id: 'ana/id1' });
    expect(controller.state.timeline).toEqual([]);
  });

  it('after being put out says why, and goes on saying it', async () => {
    const room = await startRoom(waiting());
    room.im.signals.emit({ type: 'kicked', code: 'banned' });
    expect((await room.controller.dispatch({ type: 'send-text', text: 'hi' }))?.code).toBe('banned');
    expect(room.controller.state.error?.code).toBe('banned');
  });
});

describe('hearing others', () => {
  it('is at once when quiet, and in batches of a tenth of a second when not', async () => {
    const room = await startRoom(waiting());
    let changes = 0;
    const heard: string[] = [];
    room.controller.subscribe(() => changes++);
    room.controller.onMessage(({ text }) => heard.push(text));
    room.im.hear('ben', { type: 'text', text: 'one' });
    await room.clock.pass(0);
    expect(heard).toEqual(['one']);
    for (let i = 0; i < 50; i++) room.im.hear(`fan${i}`, { type: 'text', text: `m${i}` });
    await room.clock.pass(99);
    expect(changes).toBe(1);
    await room.clock.pass(1);
    expect([changes, heard.length]).toEqual([2, 51]);
  });

  it('shows one message once, however often it comes, and nobody can take another’s id', async () => {
    const room = await startRoom(waiting());
    room.im.hear('mallory', { type: 'text', text: 'early' }, { id: 'm1' });
    room.im.hear('ben', { type: 'text', text: 'hello' }, { id: 'm1' });
    room.im.hear('ben', { type: 'text', text: 'hello' }, { id: 'm1' });
    await room.clock.pass(0);
    room.im.hear('ben', { type: 'text', text: 'hello' }, { id: 'm1' });
    await room.clock.pass(200);
    expect(texts(room)).toEqual(['mallory: early', 'ben: hello']);
  });

  it('keeps memory bounded in a flood', async () => {
    const room = await startRoom(waiting());
    for (let i = 0; i < 5000; i++) room.im.hear(`fan${i}`, { type: 'text', text: `m${i}` });
    await room.clock.pass(200);
    expect(room.controller.state.timeline).toHaveLength(500);
    expect(texts(room).at(-1)).toBe('fan4999: m4999');
  });

  it('loses nothing that came just before the end', async () => {
    const room = await startRoom(waiting());
    room.im.hear('ben', { type: 'text', text: 'a' });
    await room.clock.pass(0);
    room.im.hear('ben', { type: 'text', text: 'last words' });
    room.im.signals.emit({ type: 'dismissed' });
    await room.clock.pass(0);
    expect(texts(room)).toEqual(['ben: a', 'ben: last words']);
  });
});
