// Valid wires, records, credentials and local messages, damaged byte by byte: what a careful attacker and a bad line have in common.
import { afterEach, describe, expect, it } from 'vitest';
import { checkCredentials } from '../../../src/core/credentials/check-credentials.js';
import { RoomError } from '../../../src/core/errors/room-error.js';
import { createCodec } from '../../../src/core/protocol/codec.js';
import { parseRoomMessage } from '../../../src/core/providers/local/room-message.js';
import { parseStageMessage } from '../../../src/core/providers/local/stage-message.js';
import { parseRecord } from '../../../src/core/room/record.js';
import { expectNothingPolluted } from './arbitraries.js';
import { expectCommand, expectRecord } from './well-formed.js';

/** How long to go on damaging, in seconds, all readers together. */
const SECONDS = Number(process.env['BIGCAST_FUZZ_SECONDS'] ?? 2);
/** Another search for each long run, the same one every day. */
const SEED = Number(process.env['BIGCAST_FUZZ_SEED'] ?? 1);

afterEach(expectNothingPolluted);

const codec = createCodec();

/** What reads, and what it can read. A reader tells whether it took what it got. */
const READERS: Readonly<Record<string, { valid: readonly string[]; read: (text: string) => boolean }>> = {
  data: {
    valid: ['{"userAction":2100,"actionParam":"10086"}', '{"userAction":"2","actionParam":""}', '{"userAction":4}'],
    read: (data) => isCommand({ kind: 'custom', data, description: '', extension: '{"run":3}' }),
  },
  extension: {
    valid: ['{"stage":10086,"run":3,"at":1790000000,"in":2.5}', '{"stage":"hall","run":1}'],
    read: (extension) =>
      isCommand({ kind: 'custom', data: '{"userAction":2100,"actionParam":"7"}', description: '', extension }),
  },
  record: {
    valid: [
      '{"v":1,"phase":"live","stage":"10086","run":3,"at":1790000000}',
      '{"v":1,"phase":"waiting","run":0,"at":1,"startsAt":1790003600}',
      '{"v":1,"phase":"ended","run":4,"at":3}',
    ],
    read(text) {
      const record = parseRecord(text);
      if (record) expectRecord(record);
      return record !== undefined;
    },
  },
  'room message': {
    valid: [
      '{"kind":"command","from":{"id":"ana","name":"Ana","avatar":"a.png"},"id":"m1","wire":{"kind":"text","text":"你好"},"at":1790000000000,"seq":7}',
      '{"kind":"people"}',
    ],
    read(text) {
      const message = parseRoomMessage(json(text));
      const command = message?.kind === 'command' ? codec.decode(message.wire) : undefined;
      if (command) expectCommand(command);
      return message !== undefined;
    },
  },
  'stage message': {
    valid: [
      '{"kind":"offer","host":"star","connection":1,"sdp":"v=0","video":true,"audio":false,"from":"p1","to":"p2"}',
      '{"kind":"candidate","connection":1,"candidate":{"candidate":"","sdpMid":"0","sdpMLineIndex":0},"from":"p1"}',
    ],
    read: (text) => parseStageMessage(json(text)) !== undefined,
  },
  credentials: {
    valid: ['{"userId":"ana","name":"Ana","userSig":"eJw","sdkAppId":1400000000,"expiresAt":1790000000000}'],
    read(text) {
      try {
        return checkCredentials(json(text), {}) !== undefined;
      } catch (error) {
        if (error instanceof RoomError && error.code === 'invalid-credentials') return false;
        throw error;
      }
    },
  },
};

function isCommand(wire: Parameters<typeof codec.decode>[0]): boolean {
  const command = codec.decode(wire);
  if (command) expectCommand(command);
  return command !== undefined;
}

/** As a channel or a server would deliver it; what is no JSON does not come at all. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A small random number generator (mulberry32): the same damage in every run of a seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SPECIAL = [...'"\\{}[]:,0-9.eE+'].map((character) => character.charCodeAt(0)).concat(0, 0xff, 0xc0, 0xed, 0x7f);
type Damage = (bytes: number[], roll: (below: number) => number) => void;
const DAMAGES: readonly Damage[] = [
  (bytes, roll) => void (bytes[roll(bytes.length)]! ^= 1 << roll(8)),
  (bytes, roll) => void (bytes[roll(bytes.length)] = roll(256)),
  (bytes, roll) => void (bytes[roll(bytes.length)] = SPECIAL[roll(SPECIAL.length)]!),
  (bytes, roll) => void bytes.splice(roll(bytes.length), 1 + roll(4)),
  (bytes, roll) => void bytes.splice(roll(bytes.length), 0, SPECIAL[roll(SPECIAL.length)]!),
  (bytes, roll) => {
    const start = roll(bytes.length);
    bytes.splice(roll(bytes.length), 0, ...bytes.slice(start, start + roll(12)));
  },
];

describe.each(Object.entries(READERS))('damaged bytes of: %s', (_, { valid, read }) => {
  it('are read or ignored, never thrown about', { timeout: SECONDS * 1000 + 30_000 }, () => {
    const roll = dice(SEED);
    const decoder = new TextDecoder();
    const originals = valid.map((text) => [...new TextEncoder().encode(text)]);
    expect(valid.every(read)).toBe(true);
    const end = performance.now() + (SECONDS * 1000) / Object.keys(READERS).length;
    let count = 0;
    let taken = 0;
    while (count % 1000 !== 0 || performance.now() < end) {
      const bytes = [...originals[roll(originals.length)]!];
      for (let times = 1 + roll(3); times > 0 && bytes.length > 0; times--) DAMAGES[roll(DAMAGES.length)]!(bytes, roll);
      if (read(decoder.decode(Uint8Array.from(bytes)))) taken++;
      count++;
    }
    // Some damage does not matter; if it all did, or never did, nothing would have been searched.
    expect(taken).toBeGreaterThan(count / 1000);
    expect(taken).toBeLessThan(count);
    if (process.env['BIGCAST_FUZZ_SECONDS']) console.log(`${count} inputs, ${taken} still readable`);
  });
});
