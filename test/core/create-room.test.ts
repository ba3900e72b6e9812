import { describe, expect, it } from 'vitest';
import { createRoom, RoomError, type RoomOptions } from '../../src/core/index.js';
import { ScriptedAv, ScriptedIm, scriptedProvider } from '../../stories/support/scripted-ports.js';
import { VirtualClock } from '../support/virtual-clock.js';
// Here from the start: virtual time does not wait for a chunk to be loaded.
import '../../src/core/room/flows.js';

const provider = scriptedProvider(new ScriptedIm(), new ScriptedAv());
const make = (options: Partial<RoomOptions>) =>
  createRoom({ room: 'show', provider, clock: new VirtualClock(), ...options });

function codeOf(options: Partial<RoomOptions>): string {
  try {
    make(options);
    return 'none';
  } catch (error) {
    return error instanceof RoomError ? error.code : String(error);
  }
}

describe('bad input is told at once, by a typed error that says what to do', () => {
  it.each([
    ['an empty room', { room: '' }, 'invalid-room'],
    ['a room of 49 bytes', { room: 'x'.repeat(49) }, 'invalid-room'],
    ['a room in Chinese', { room: '直播' }, 'invalid-room'],
    ['a reserved room', { room: '@TGS#1' }, 'invalid-room'],
    ['an empty user', { user: '' }, 'invalid-user'],
    ['a user of 33 bytes', { user: 'u'.repeat(33) }, 'invalid-user'],
    ['stage 0', { stage: 0 }, 'invalid-stage'],
    ['stage 1.5', { stage: 1.5 }, 'invalid-stage'],
    ['an empty stage', { stage: '' }, 'invalid-stage'],
    ['a start that is no time', { startsAt: 'tomorrow' }, 'invalid-starts-at'],
    ['credentials from nowhere', { credentials: '' }, 'invalid-credentials'],
    ['credentials from no URL', { credentials: 'http://' }, 'invalid-credentials'],
    ['an app id that is no number', { sdkAppId: NaN }, 'invalid-sdk-app-id'],
    ['an app id of 0', { sdkAppId: 0 }, 'invalid-sdk-app-id'],
    ['a proxy over http', { imProxy: 'https://im.example.com' }, 'invalid-proxy'],
    ['a proxy that is no address', { avProxy: 'wss://' }, 'invalid-proxy'],
    ['an ENTER outside the range', { enterAction: 2047 }, 'invalid-enter-action'],
    ['an unknown provider', { provider: 'skype' }, 'unknown-provider'],
    ['a provider with an inherited name', { provider: 'toString' }, 'unknown-provider'],
  ] as [string, Partial<RoomOptions>, string][])('%s', (_, options, code) => {
    expect(codeOf(options)).toBe(code);
  });

  it('names the attribute and what it must be', () => {
    expect(() => make({ room: '' })).toThrow(/room="" is not valid: give 1 to 48/);
  });
});

describe('good input', () => {
  it('at its limits is taken', () => {
    expect(
      codeOf({
        room: 'x'.repeat(48),
        user: 'u'.repeat(32),
        stage: 4_294_967_294,
        startsAt: '2030-12-31T20:00:00+08:00',
        credentials: 'https://example.com/credentials',
        sdkAppId: 1,
        imProxy: 'ws://127.0.0.1:1',
        avProxy: 'wss://av.example.com/a',
        enterAction: 2304,
      }),
    ).toBe('none');
  });

  it('makes a guest of somebody without a user id, and names people by their id when they have no name', () => {
    expect(make({ ids: () => 'abcdefghij' }).state.self).toEqual({ id: 'guest-abcdefgh', name: 'guest-abcdefgh' });
    expect(make({ user: 'ana', name: ' ' }).state.self).toEqual({ id: 'ana', name: 'ana' });
  });

  it('needs no more than a room, and loads no provider before it is asked', () => {
    expect(make({}).state).toMatchObject({ room: 'show', link: 'connecting', phase: 'unknown' });
  });
});
