// Who this page is comes from a server, may be refused, and runs out in the middle of a show.
import { describe, expect, it } from 'vitest';
import { RoomError, viewOf, type Credentials } from '../../../src/core/index.js';
import { NOW, profileOf, recordText, startRoom, startViewer, type CoreRoom } from '../../support/core-room.js';

const waiting = () => profileOf(recordText('waiting', 0));
const live = () => profileOf(recordText('live', 1));
const rejected = () => new RoomError('credentials-rejected', 'no');

/** A server that gives `sig1`, `sig2` … for an hour each, unless it has something else to say. */
function server(others: Record<number, object | Error> = {}, life = 3_600_000) {
  const given: number[] = [];
  return {
    given,
    credentials: async (): Promise<unknown> => {
      const number = given.length + 1;
      given.push(number);
      const other = others[number];
      if (other instanceof Error) throw other;
      return other ?? { userId: 'u-ana', name: 'Ana', userSig: `sig${number}`, expiresAt: NOW * 1000 + number * life };
    },
  };
}

const logins = ({ im }: CoreRoom) =>
  im.calls.filter(([name]) => name === 'connect').map(([, credentials]) => (credentials as Credentials).userSig);

describe('coming in with credentials', () => {
  it('says who this is only when the server has said so', async () => {
    const { credentials, given } = server();
    const room = await startRoom(waiting(), { user: 'wish', name: 'Wished', credentials });
    expect(room.controller.state.self).toEqual({ id: 'u-ana', name: 'Ana' });
    expect(logins(room)).toEqual(['sig1']);
    expect(given).toEqual([1]);
  });

  it('tells the function what the page is for', async () => {
    const asked: unknown[] = [];
    const credentials = async (request: unknown) => {
      asked.push(request);
      return { userId: 'star' };
    };
    await startRoom(waiting(), { user: 'star', stage: 7, role: 'host', credentials });
    expect(asked).toEqual([{ room: 'show', stage: 7, role: 'host', user: 'star' }]);
  });

  it('asks once for fresh ones when they are refused', async () => {
    const room = await startRoom(undefined);
    await room.controller.dispatch({ type: 'leave' });
    const { credentials } = server();
    const again = await startRoom(undefined, { credentials, provider: refusing(room, 1) });
    expect(again.controller.state).toMatchObject({ link: 'online' });
    expect(logins(room).slice(1)).toEqual(['sig1', 'sig2']);
  });

  it('stops when fresh ones are refused as well, with the typed error', async () => {
    const room = await startRoom(undefined);
    await room.controller.dispatch({ type: 'leave' });
    const { credentials, given } = server();
    const again = await startRoom(undefined, { credentials, provider: refusing(room, 2) });
    await again.clock.pass(60_000);
    expect(again.controller.state).toMatchObject({ link: 'offline', error: { code: 'credentials-rejected' } });
    expect(given).toEqual([1, 2]);
  });

  it('waits for somebody to sign in after a 401, and comes in when asked again', async () => {
    const { credentials, given } = server({ 1: new RoomError('sign-in-required', '401') });
    const room = await startRoom(waiting(), { credentials });
    await room.clock.pass(600_000);
    expect(room.controller.state).toMatchObject({ link: 'offline', error: { code: 'sign-in-required' } });
    expect(viewOf(room.controller.state)).toBe('blocked');
    expect(room.clock.scheduled).toBe(0);
    expect(given).toEqual([1]);
    await room.controller.dispatch({ type: 'enter' });
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({ link: 'online', phase: 'waiting', error: undefined });
  });

  it('goes on trying a server that is down', async () => {
    const { credentials } = server({ 1: new Error('down'), 2: new Error('down') });
    const room = await startRoom(waiting(), { credentials });
    expect(room.controller.state).toMatchObject({ link: 'connecting' });
    await room.clock.pass(1_000);
    expect(room.controller.state).toMatchObject({ link: 'connecting', error: { code: 'credentials-unavailable' } });
    await room.clock.pass(2_000);
    expect(room.controller.state).toMatchObject({ link: 'online', error: undefined });
  });
});

describe('a login that runs out', () => {
  it('is made again with fresh credentials by the same ports: who watches goes on watching', async () => {
    const { credentials } = server();
    const room = await startViewer(live(), { credentials });
    room.av.play();
    room.im.signals.emit({ type: 'credentials-expired' });
    expect(room.controller.state).toMatchObject({ link: 'connecting', stage: 'playing' });
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({ link: 'online', phase: 'live', stage: 'playing', error: undefined });
    expect(logins(room)).toEqual(['sig1', 'sig2']);
    expect(room.im.closed).toBe(false);
    expect(room.av.calls.map(([name]) => name)).not.toContain('leave');
  });

  it('is made with what was asked for before the end', async () => {
    const { credentials, given } = server();
    const room = await startRoom(waiting(), { credentials });
    await room.clock.pass(3_600_000 - 60_000);
    expect(given).toEqual([1, 2]);
    room.im.signals.emit({ type: 'credentials-expired' });
    await room.clock.pass(0);
    expect(logins(room)).toEqual(['sig1', 'sig2']);
    expect(given).toEqual([1, 2]);
  });

  it('takes the record as it is now', async () => {
    const { credentials } = server();
    const room = await startRoom(waiting(), { credentials });
    room.im.profile = live();
    room.im.signals.emit({ type: 'credentials-expired' });
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({ phase: 'live', run: 1 });
  });

  it('finds out that the room is gone', async () => {
    const { credentials } = server();
    const room = await startRoom(waiting(), { credentials });
    room.im.profile = undefined;
    room.im.signals.emit({ type: 'credentials-expired' });
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({ phase: 'ended' });
    await room.clock.pass(10_000);
    expect(room.clock.scheduled).toBe(0);
  });

  it('keeps what is written meanwhile and sends it afterwards', async () => {
    const { credentials } = server({ 2: new Error('down') });
    const room = await startRoom(waiting(), { credentials });
    room.im.signals.emit({ type: 'credentials-expired' });
    const sent = room.controller.dispatch({ type: 'send-text', text: 'still here' });
    await room.clock.pass(0);
    expect(room.controller.state.timeline).toMatchObject([{ text: 'still here', delivery: 'pending' }]);
    await room.clock.pass(2_000);
    await sent;
    expect(room.controller.state.timeline).toMatchObject([{ text: 'still here', delivery: 'sent' }]);
  });

  it('while waiting for a room to open goes on waiting', async () => {
    const { credentials } = server();
    const room = await startRoom(undefined, { credentials });
    room.im.signals.emit({ type: 'credentials-expired' });
    await room.clock.pass(0);
    room.im.profile = waiting();
    await room.clock.pass(20_000);
    expect(room.controller.state).toMatchObject({ link: 'online', phase: 'waiting' });
    expect(logins(room)).toEqual(['sig1', 'sig2']);
    expect(room.im.calls.filter(([name]) => name === 'joinRoom').length).toBeLessThan(8);
  });

  it('and that may not be made again, ends the stay', async () => {
    const { credentials } = server({ 2: new RoomError('sign-in-required', '401') });
    const room = await startViewer(live(), { credentials });
    room.av.play();
    room.im.signals.emit({ type: 'credentials-expired' });
    await room.clock.pass(5_000);
    expect(room.controller.state).toMatchObject({
      link: 'offline',
      stage: 'empty',
      error: { code: 'sign-in-required' },
    });
    expect([room.im.closed, room.av.closed]).toEqual([true, true]);
    expect(room.clock.scheduled).toBe(0);
  });

  it('does not ask without end where the clock of the device is wrong', async () => {
    const { credentials, given } = server({}, -3_600_000);
    const room = await startRoom(waiting(), { credentials });
    await room.clock.pass(120_000);
    expect(given.length).toBeLessThan(7);
    await room.controller.close();
    expect(room.clock.scheduled).toBe(0);
  });
});

describe('a stage that refuses the credentials', () => {
  it('is entered once more with fresh ones', async () => {
    const { credentials, given } = server();
    const room = await startViewer(waiting(), { credentials });
    room.av.failNext('enter', rejected());
    room.im.signals.emit({ type: 'profile-changed', record: recordText('live', 1, NOW + 1) });
    await room.clock.pass(0);
    expect(room.av.calls.filter(([name]) => name === 'enter')).toHaveLength(2);
    expect(room.controller.state).toMatchObject({ stage: 'entering', error: undefined });
    expect(given).toEqual([1, 2]);
  });

  it('twice is given up with the typed error, and the chat goes on', async () => {
    const { credentials } = server();
    const room = await startViewer(waiting(), { credentials });
    room.av.failNext('enter', rejected());
    room.av.failNext('enter', rejected());
    room.im.signals.emit({ type: 'profile-changed', record: recordText('live', 1, NOW + 1) });
    await room.clock.pass(0);
    expect(room.controller.state).toMatchObject({
      stage: 'failed',
      link: 'online',
      error: { code: 'credentials-rejected' },
    });
  });
});

describe('a stage that was lost because the login ran out', () => {
  it('is entered again by itself, with fresh credentials', async () => {
    const { credentials, given } = server();
    const room = await startViewer(live(), { credentials });
    room.av.play();
    room.av.failNext('enter', rejected());
    room.av.signals.emit({ type: 'lost', code: 'credentials-rejected' });
    await room.clock.pass(2_000);
    room.av.play();
    expect(room.controller.state).toMatchObject({ stage: 'playing', error: undefined });
    expect(given).toEqual([1, 2]);
  });

  it('and that fresh ones do not open, is given up with the typed error', async () => {
    const { credentials, given } = server();
    const room = await startViewer(live(), { credentials });
    room.av.play();
    for (let time = 0; time < 2; time++) room.av.failNext('enter', rejected());
    room.av.signals.emit({ type: 'lost', code: 'credentials-rejected' });
    await room.clock.pass(60_000);
    expect(room.controller.state).toMatchObject({ stage: 'failed', error: { code: 'credentials-rejected' } });
    expect(given).toEqual([1, 2]);
  });
});

/** The scripted provider of `room`, whose next `times` logins are refused. */
function refusing({ im, av }: CoreRoom, times: number) {
  for (let time = 0; time < times; time++) im.failNext('connect', rejected());
  return () => ({ im, av, capabilities: { audience: Infinity } });
}
