// The parts of forwarding that are arithmetic: numbers that run round, losses, key frames, bad lines, rights.
import { RtpHeader } from 'werift';
import { describe, expect, it } from 'vitest';
import { answerAbility, type Ability } from '../../emulator/stage/ability.js';
import { namesAt, startsKeyFrame } from '../../emulator/stage/codecs.js';
import { flagsOf } from '../../emulator/stage/flags.js';
import { Impairments } from '../../emulator/stage/impairments.js';
import { Losses } from '../../emulator/stage/losses.js';
import { OutStream } from '../../emulator/stage/out-stream.js';
import { UplinkStream } from '../../emulator/stage/uplink-stream.js';
import { NO_MEDIA } from '../../emulator/stage/wire.js';
import { VirtualClock } from '../support/virtual-clock.js';

const bytes = (...values: number[]) => Buffer.from(values);

describe('key frames', () => {
  it.each([
    ['VP8, plain', 'VP8', bytes(0x10, 0x00), true],
    ['VP8, builds on another', 'VP8', bytes(0x10, 0x01), false],
    ['VP8, not the start of a frame', 'VP8', bytes(0x00, 0x00), false],
    ['VP8, second partition', 'VP8', bytes(0x11, 0x00), false],
    ['VP8, long picture id, layers', 'VP8', bytes(0x90, 0xf0, 0x81, 0x01, 0x02, 0x03, 0x00), true],
    ['VP8, the same, builds on another', 'VP8', bytes(0x90, 0xf0, 0x81, 0x01, 0x02, 0x03, 0x01), false],
    ['H264, IDR', 'H264', bytes(0x65), true],
    ['H264, parameter set', 'h264', bytes(0x67), true],
    ['H264, slice', 'H264', bytes(0x41), false],
    ['H264, together, parameter set first', 'H264', bytes(0x78, 0x00, 0x01, 0x67), true],
    ['H264, IDR in parts, first', 'H264', bytes(0x7c, 0x85), true],
    ['H264, IDR in parts, second', 'H264', bytes(0x7c, 0x05), false],
  ] as const)('%s', (_, codec, payload, expected) => expect(startsKeyFrame(codec, payload)).toBe(expected));
});

describe('what a newcomer is sent', () => {
  const packet = (sequenceNumber: number, timestamp: number) => ({
    kind: 'bigVideo' as const,
    header: new RtpHeader({ ssrc: 1, sequenceNumber, timestamp }),
    payload: Buffer.alloc(1),
  });
  const numbers = (stream: UplinkStream, now: number) =>
    stream.sinceKeyFrame(now, 600).map(({ header }) => header.sequenceNumber);

  it('everything since the last key frame, from its parameter set on, in order; nothing when that is too old', () => {
    const stream = new UplinkStream('bigVideo', 1);
    stream.note(packet(65533, 0), true, 0);
    stream.note(packet(65534, 3000), false, 30);
    stream.note(packet(65535, 6000), true, 60);
    // The picture itself looks like a start, too; and a packet that was late comes after it.
    stream.note(packet(1, 6000), true, 61);
    stream.note(packet(0, 6000), false, 62);
    stream.note(packet(2, 9000), false, 90);
    expect(numbers(stream, 660)).toEqual([65535, 0, 1, 2]);
    expect(numbers(stream, 661)).toEqual([]);
    // The older key frame comes again: it is not the last one.
    stream.note(packet(65533, 0), true, 700);
    expect(numbers(stream, 700)).toEqual([]);
  });

  it('also when the parameter set comes after the picture', () => {
    const stream = new UplinkStream('bigVideo', 1);
    stream.note(packet(11, 3000), true, 0);
    stream.note(packet(10, 3000), true, 1);
    expect(numbers(stream, 1)).toEqual([10, 11]);
  });
});

describe('losses', () => {
  it('asks for what is missing, again after a while, and not for ever', () => {
    const losses = new Losses();
    for (const sequence of [65534, 65535, 2, 1]) losses.note(sequence);
    expect(losses.take(0)).toEqual([0]);
    expect(losses.take(10)).toEqual([]);
    expect(losses.take(1000)).toEqual([0]);
    expect([losses.received, losses.expected]).toEqual([4, 5]);
    losses.note(0);
    expect(losses.take(2000)).toEqual([]);
    losses.note(4);
    const asked = Array.from({ length: 9 }, (_, i) => losses.take(10_000 * (i + 1)).length);
    expect(asked).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
  });

  it('a long gap is a pause', () => {
    const losses = new Losses();
    losses.note(1);
    losses.note(5000);
    expect(losses.take(0)).toEqual([]);
  });
});

describe('an outgoing stream', () => {
  const packet = (ssrc: number, sequenceNumber: number, timestamp: number) => ({
    kind: 'bigVideo' as const,
    header: new RtpHeader({ ssrc, sequenceNumber, timestamp }),
    payload: Buffer.alloc(1),
  });

  it('goes on without a gap when its source changes, and lets nothing old in', () => {
    const out = new OutStream(7, 8, 90, 0);
    out.switchTo(packet(1, 65535, 1000), 0);
    expect(out.rename(packet(1, 65535, 1000), 0)).toEqual({ ssrc: 7, sequenceNumber: 65535, timestamp: 1000 });
    expect(out.rename(packet(1, 0, 4000), 33)).toEqual({ ssrc: 7, sequenceNumber: 0, timestamp: 4000 });
    out.switchTo(packet(2, 500, 9_000_000), 66);
    expect(out.rename(packet(2, 500, 9_000_000), 66)).toEqual({ ssrc: 7, sequenceNumber: 1, timestamp: 6970 });
    expect(out.rename(packet(2, 499, 8_999_000), 66)).toBeUndefined();
    expect(out.rename(packet(1, 1, 7000), 66)).toBeUndefined();
    expect([out.originalOf(1), out.timeOf(9_000_090)]).toEqual([500, 7060]);
  });
});

describe('bad lines', () => {
  const world = (random = () => 0.5) => {
    const clock = new VirtualClock();
    const lines = new Impairments(clock, random);
    const arrived: number[] = [];
    const start = clock.now();
    const send = (user = 'ana', bytesSent = 1000) =>
      lines.pass(user, 'down', bytesSent, () => arrived.push(clock.now() - start));
    return { clock, lines, arrived, send };
  };

  it('loss, for one user and one direction', () => {
    const { lines, arrived, send } = world(() => 0.04);
    const mend = lines.add({ user: 'ana', direction: 'down', loss: 0.05 });
    send('ana');
    expect(arrived).toEqual([]);
    send('ben');
    mend();
    send('ana');
    expect(arrived).toEqual([0, 0]);
  });

  it('a narrow line makes packets wait for each other, and loses what waits too long', async () => {
    const { clock, lines, arrived, send } = world();
    lines.add({ delayMs: 100, bitsPerSecond: 20_000 });
    for (let i = 0; i < 5; i++) send();
    await clock.pass(5000);
    expect(arrived).toEqual([500, 900]);
  });
});

it('flags', () => {
  expect(flagsOf(NO_MEDIA, NO_MEDIA)).toBe(0);
  const published = { audio: true, bigVideo: true, smallVideo: true, auxVideo: true };
  expect(flagsOf(published, { ...NO_MEDIA, audio: true, bigVideo: true })).toBe(15 + 16 + 64);
});

describe('abilities', () => {
  const rtcpfb = [
    { id: 'nack', params: [] },
    { id: 'transport-cc', params: [] },
  ];
  const codec = (name: string, payload: number, fmtp = '') => ({
    ...{ codec: name, payload, fmtp, rate: 90_000, rtcpfb },
    rtx: payload + 1,
  });
  const offered = (shift: number): Ability => ({
    ice: { ufrag: 'u', password: 'p' },
    dtls: { hash: 'sha-256', fingerprint: 'AA', setup: 'actpass' },
    audio: { codecs: [{ codec: 'opus', payload: 111, fmtp: '', rate: 48_000, rtx: 0 }], extensions: [] },
    video: {
      codecs: [codec('VP8', 96 + shift), codec('H264', 102 + shift, 'packetization-mode=1')],
      decoders: [codec('H264', 98 + shift, 'packetization-mode=0'), codec('H264', 104, 'packetization-mode=1')],
      extensions: [
        { id: 3, uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01' },
        { id: 13, uri: 'urn:3gpp:video-orientation' },
      ],
    },
  });

  it('are answered without transport-cc, with our own address', () => {
    const dtls = { hash: 'sha-256', fingerprint: 'BB' };
    const endpoint = {
      addresses: [{ ip: '127.0.0.1', port: 9, priority: 1 }],
      ice: { ufrag: 'a', password: 'b' },
      dtls,
    };
    const answer = answerAbility(offered(0), endpoint, 'h264');
    expect(JSON.stringify(answer)).not.toMatch(/transport-cc|transport-wide/);
    expect(answer).toMatchObject({
      candidates: [{ ip: '127.0.0.1', port: 9, priority: 1, foundation: 'udp', type: 'host' }],
      ice: endpoint.ice,
      dtls: { ...dtls, setup: 'passive' },
      video: { extensions: [{ id: 13, uri: 'urn:3gpp:video-orientation' }] },
      useVp8: false,
    });
  });

  it('give each codec the number by which the receiver knows it; what it cannot decode has none', () => {
    expect([...namesAt(offered(0), offered(20))]).toEqual([
      [111, { codec: 'opus', payloadType: 111, rtx: 0 }],
      [102, { codec: 'H264', payloadType: 104, rtx: 105 }],
    ]);
  });
});
