// The other places where a stranger's data comes in: credentials, the local provider's channels, locks and storage, the chat SDK's messages.
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkCredentials } from '../../../src/core/credentials/check-credentials.js';
import { RoomError } from '../../../src/core/errors/room-error.js';
import { createCodec } from '../../../src/core/protocol/codec.js';
import { nameOf, partsOf } from '../../../src/core/providers/local/names.js';
import { parseRoomMessage } from '../../../src/core/providers/local/room-message.js';
import { RoomStore } from '../../../src/core/providers/local/room-store.js';
import { parseStageMessage } from '../../../src/core/providers/local/stage-message.js';
import { changesCount, roomOf, signalsOf } from '../../../src/core/providers/tencent/im/messages.js';
import type { SdkMessage } from '../../../src/core/providers/tencent/im/sdk.js';
import {
  expectNothingPolluted,
  hostileNumber,
  hostileString,
  hostileValue,
  jsonOf,
  likely,
  nested,
  PATIENCE,
  runs,
} from './arbitraries.js';
import { expectCommand, expectSame } from './well-formed.js';

afterEach(expectNothingPolluted);

const id = fc.oneof(fc.constantFrom('ana', 'star'), hostileString);
const person = likely({ id, name: hostileString, avatar: hostileString });
const wire = likely({
  kind: fc.constantFrom('text', 'custom'),
  text: hostileString,
  data: hostileString,
  description: hostileString,
  extension: hostileString,
});

/** Fails unless `value` has these keys, or fewer, and a plain prototype. */
function expectOnly(value: object, keys: readonly string[]): void {
  const extra = Object.keys(value).filter((key) => !keys.includes(key));
  if (extra.length > 0 || Object.getPrototypeOf(value) !== Object.prototype) expect.fail(`It keeps ${extra.join()}.`);
}

describe('credentials', PATIENCE, () => {
  const answer = likely({
    userId: fc.oneof(fc.string({ minLength: 1, maxLength: 32 }), hostileString),
    name: hostileString,
    avatar: hostileString,
    sdkAppId: fc.integer({ min: 1 }),
    userSig: hostileString,
    privateMapKey: hostileString,
    expiresAt: fc.double({ min: 1.5e12, max: 3e12, noNaN: true }),
  });

  it('are the known fields of the answer, or a typed refusal', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: answer }, { weight: 1, arbitrary: hostileValue }), (some) => {
        try {
          const credentials = checkCredentials(some, {});
          taken++;
          expectOnly(credentials, ['userId', 'name', 'avatar', 'sdkAppId', 'userSig', 'privateMapKey', 'expiresAt']);
          if (!/^[ -~]{1,32}$/.test(credentials.userId)) expect.fail(credentials.userId);
        } catch (error) {
          if (!(error instanceof RoomError) || error.code !== 'invalid-credentials') throw error;
          if (error.message.length > 300) expect.fail('The refusal repeats what it refused.');
        }
      }),
      runs(),
    );
    expect(taken).toBeGreaterThan(runs().numRuns / 50);
  });
});

describe('the local provider', PATIENCE, () => {
  const message = likely({
    kind: fc.constantFrom('command', 'people'),
    from: person,
    id,
    wire,
    at: hostileNumber,
    seq: fc.oneof(fc.integer({ min: 0 }), hostileNumber),
  });
  const codec = createCodec();

  it('hears well-formed messages of a room and nothing else', () => {
    let heard = 0;
    fc.assert(
      fc.property(message, (raw) => {
        const known = parseRoomMessage(raw);
        if (known?.kind !== 'command') return;
        heard++;
        expectOnly(known, ['kind', 'from', 'id', 'wire', 'at', 'seq']);
        expectOnly(known.from, ['id', 'name', 'avatar']);
        if (!Number.isFinite(known.at) || !Number.isSafeInteger(known.seq)) expect.fail('no number');
        const command = codec.decode(known.wire);
        if (command) expectCommand(command);
      }),
      runs(),
    );
    expect(heard).toBeGreaterThan(runs().numRuns / 50);
  });

  it('hears well-formed words on a stage and nothing else', () => {
    const word = likely({
      kind: fc.constantFrom(
        'anchor',
        'audience',
        'offer',
        'answer',
        'candidate',
        'sending',
        'bye',
        '__proto__',
        'toString',
      ),
      from: id,
      to: id,
      host: id,
      connection: fc.oneof(fc.nat(), hostileNumber),
      sdp: hostileString,
      candidate: likely({ candidate: hostileString, sdpMid: hostileString, sdpMLineIndex: hostileNumber }),
      video: fc.boolean(),
      audio: fc.boolean(),
    });
    const FIELDS = ['kind', 'from', 'to', 'host', 'connection', 'sdp', 'candidate', 'video', 'audio'];
    let heard = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: hostileValue }), (raw) => {
        const known = parseStageMessage(raw);
        if (!known) return;
        heard++;
        expectOnly(known, FIELDS);
        if (known.kind === 'candidate') expectOnly(known.candidate, ['candidate', 'sdpMid', 'sdpMLineIndex']);
      }),
      runs(),
    );
    expect(heard).toBeGreaterThan(runs().numRuns / 50);
  });

  it('reads a group from storage that anybody may have written, or nothing', () => {
    let stored: string | null = null;
    vi.stubGlobal('localStorage', { getItem: () => stored });
    const group = likely({ id, owner: id, ownerName: hostileString, record: hostileString });
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: jsonOf(group) }, { weight: 1, arbitrary: hostileString }),
        (text) => {
          stored = text;
          const known = new RoomStore('show').read();
          if (known) expectOnly(known, ['id', 'owner', 'ownerName', 'record']);
        },
      ),
      runs(0.5),
    );
    stored = nested(100_000);
    expect(new RoomStore('show').read()).toBeUndefined();
    vi.unstubAllGlobals();
  });

  it('reads back the names of its locks, and nobody else’s', () => {
    fc.assert(
      fc.property(fc.array(hostileString, { maxLength: 4 }), hostileString, (parts, other) => {
        expectSame(partsOf('member', nameOf('member', ...parts)), parts);
        const foreign = partsOf('member', `bigcast:member:${other}`);
        if (foreign !== undefined && !Array.isArray(foreign)) expect.fail(other);
      }),
      runs(0.5),
    );
  });
});

describe('the chat SDK’s messages', PATIENCE, () => {
  const sdkMessage = likely({
    type: fc.constantFrom('TIMTextElem', 'TIMCustomElem', 'TIMGroupTipElem', 'TIMGroupSystemNoticeElem'),
    conversationType: fc.constant('GROUP'),
    to: fc.constant('show'),
    nick: hostileString,
    avatar: hostileString,
    cloudCustomData: jsonOf(likely({ id })),
    payload: likely({
      text: hostileString,
      data: jsonOf(likely({ userAction: fc.constantFrom(2, 2100), actionParam: hostileString })),
      description: hostileString,
      extension: hostileString,
      operationType: fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 21),
      userIDList: fc.array(fc.oneof(id, hostileValue), { maxLength: 4 }),
      memberList: fc.array(fc.oneof(likely({ userID: id, nick: hostileString }), hostileValue), { maxLength: 4 }),
      newGroupProfile: likely({ introduction: hostileString }),
      groupProfile: likely({ groupID: fc.constant('show') }),
    }),
  });

  it('become signals of ours or nothing, and never an exception', () => {
    const ear = { room: 'show', self: 'me', codec: createCodec() };
    let heard = 0;
    fc.assert(
      // Who sent it, when, and the SDK's own id are not the sender's to choose.
      fc.property(sdkMessage, fc.constantFrom('ana', 'me'), hostileNumber, (raw, from, time) => {
        const message = { ...raw, ID: 'sdk-1', from, time, sequence: time } as unknown as SdkMessage;
        roomOf(message);
        changesCount(message);
        for (const signal of signalsOf(message, ear)) {
          heard++;
          if (signal.type === 'command') expectCommand(signal.command);
          if ('person' in signal) expectOnly(signal.person, ['id', 'name', 'avatar']);
        }
      }),
      runs(),
    );
    expect(heard).toBeGreaterThan(runs().numRuns / 20);
  });
});
