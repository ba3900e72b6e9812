// Old clients (iLiveSDK) and ours in one room. Their decoders are written here from what is known of them, not from our codec.
import { describe, expect, it } from 'vitest';
import { createCodec, DEFAULT_ENTER_ACTION } from '../../../src/core/protocol/codec.js';
import type { Announcement } from '../../../src/core/protocol/commands.js';
import { viewOf, type Command } from '../../../src/core/index.js';
import { NOW, profileOf, startViewer } from '../../support/core-room.js';

interface Legacy {
  readonly cmd: number;
  readonly param: string;
}

/** iOS TILLiveSDK 1.1.0: an object of exactly two keys; a param that is no string crashes the app. */
function decodeOnIos(data: string): Legacy {
  const json: unknown = JSON.parse(data);
  if (Array.isArray(json) || typeof json !== 'object' || json === null)
    throw new Error('crash: allKeys of no dictionary');
  const { userAction, actionParam, ...others } = json as Record<string, unknown>;
  if (userAction === undefined || actionParam === undefined || Object.keys(others).length > 0) {
    throw new Error('not a custom message');
  }
  if (typeof actionParam !== 'string') throw new Error('crash: dataUsingEncoding of no string');
  return { cmd: Math.trunc(Number(userAction)), param: actionParam };
}

/** Android livesdk: `getInt` and `getString`; anything else is another kind of message. */
function decodeOnAndroid(data: string): Legacy {
  const { userAction, actionParam } = JSON.parse(data) as Record<string, unknown>;
  const isText = typeof actionParam === 'string' || typeof actionParam === 'number';
  if (!Number.isInteger(Number(userAction)) || !isText) throw new Error('JSONException');
  return { cmd: Number(userAction), param: String(actionParam) };
}

const OURS: [Announcement, Legacy][] = [
  [
    { type: 'enter', stage: 10086, run: 3, at: NOW, in: 3 },
    { cmd: DEFAULT_ENTER_ACTION, param: '10086' },
  ],
  [
    { type: 'enter', stage: 'hall "7"', run: 1, at: NOW },
    { cmd: DEFAULT_ENTER_ACTION, param: 'hall "7"' },
  ],
  [
    { type: 'exit', run: 3, at: NOW },
    { cmd: 2, param: '' },
  ],
  [
    { type: 'host-left', run: 3, at: NOW },
    { cmd: 4, param: '' },
  ],
  [
    { type: 'host-back', run: 3 },
    { cmd: 5, param: '' },
  ],
];

describe('what we announce is understood by', () => {
  const dataOf = (command: Announcement) => {
    const wire = createCodec().encode(command);
    return wire.kind === 'custom' ? wire.data : '';
  };

  it.each(OURS)('iOS: $type', (command, legacy) => {
    expect(decodeOnIos(dataOf(command))).toEqual(legacy);
  });

  it.each(OURS)('Android: $type', (command, legacy) => {
    expect(decodeOnAndroid(dataOf(command))).toEqual(legacy);
  });
});

describe('a legacy host, who writes no record', () => {
  /** As the chat service would carry it: two keys, nothing else. */
  const legacy = (userAction: number, actionParam = ''): Command => {
    const data = JSON.stringify({ userAction, actionParam });
    return createCodec().decode({ kind: 'custom', data, description: '', extension: '' })!;
  };
  const at = (seconds: number) => ({ at: (NOW + seconds) * 1000 });

  it('drives our viewers from chat to video, away, back, and to the end', async () => {
    const { controller, im, av, clock } = await startViewer(profileOf(''));
    expect(controller.state).toMatchObject({ phase: 'waiting', run: 0 });

    im.hear('star', legacy(2100, '10086'), at(10));
    await clock.pass(0);
    expect(av.calls).toContainEqual(['enter', 10086, 'audience', 'star']);
    av.play();
    expect(viewOf(controller.state)).toBe('video');

    im.hear('star', legacy(4), at(20));
    expect(viewOf(controller.state)).toBe('chat');
    im.hear('star', legacy(5), at(30));
    await clock.pass(0);
    av.play();
    expect([viewOf(controller.state), controller.state.stageId]).toEqual(['video', 10086]);

    im.hear('star', legacy(2), at(40));
    await clock.pass(0);
    expect(controller.state).toMatchObject({ phase: 'ended', link: 'offline' });
  });

  it('is not replaced by a member, nor by what was said before', async () => {
    const { controller, im } = await startViewer(profileOf(''));
    im.hear('mallory', legacy(2100, '666'), at(10));
    im.hear('star', legacy(2100, '10086'), at(20));
    im.hear('star', legacy(2), at(15));
    expect(controller.state).toMatchObject({ phase: 'live', stageId: 10086, dropped: 2 });
  });

  it('survives reading the profile again, which still says nothing', async () => {
    const { controller, im, clock } = await startViewer(profileOf(''));
    im.hear('star', legacy(2100, '10086'), at(10));
    await clock.pass(90_000);
    expect(im.calls.some(([name]) => name === 'readProfile')).toBe(true);
    expect(controller.state).toMatchObject({ phase: 'live', stageId: 10086 });
  });
});
