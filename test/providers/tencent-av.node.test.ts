// The Tencent stage half without a browser: what it loads and when, what it tells the SDK, and how it takes what the SDK says.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AvSignal } from '../../src/core/ports/av-port.js';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { ProviderContext, ProviderSettings } from '../../src/core/ports/provider.js';
import { entryOptions } from '../../src/core/providers/tencent/av/entry.js';
import { SdkLoader } from '../../src/core/providers/tencent/av/loader.js';
import type { SdkError, SdkEvents, Support } from '../../src/core/providers/tencent/av/sdk.js';
import { TencentAv } from '../../src/core/providers/tencent/av/tencent-av.js';
import { Uplink, WORD_LIMIT } from '../../src/core/providers/tencent/av/uplink.js';
import { ENTER_LIMIT, LEAVE_LIMIT } from '../../src/core/providers/tencent/av/visit.js';
import { FakeTrtc, fakeSdk } from '../support/fake-trtc.js';
import { refusalOf } from '../support/refusal.js';
import { settle, VirtualClock } from '../support/virtual-clock.js';

const ANA: Credentials = { userId: 'ana', userSig: 'signed', sdkAppId: 7 };
const never = () => new Promise<void>(() => undefined);

interface Setup {
  readonly lacks?: Partial<Support>;
  readonly settings?: ProviderSettings;
  readonly credentials?: () => Promise<Credentials>;
  /** What an instance is made by; default: always the same one. */
  readonly create?: () => FakeTrtc;
}

function setUp({ lacks = {}, settings = {}, credentials = () => Promise.resolve(ANA), create }: Setup = {}) {
  vi.stubGlobal('RTCPeerConnection', class {});
  const trtc = new FakeTrtc();
  const clock = new VirtualClock();
  const load = vi.fn(() => Promise.resolve(fakeSdk(create ?? trtc, lacks)));
  const context: ProviderContext = {
    room: 'room',
    settings,
    credentials,
    clock,
    random: () => 0.5,
    ids: () => 'id',
  };
  const av = new TencentAv(context, new SdkLoader(load));
  const signals: AvSignal[] = [];
  av.listen((signal) => signals.push(signal));
  return { av, trtc, clock, load, signals };
}

/** A page that is never idle until `rest`. */
function busyPage() {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run));
  return {
    async rest() {
      while (waiting.length > 0) {
        for (const run of waiting.splice(0)) run();
        await settle();
      }
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

const sdkError = (code: number, more: Partial<SdkError> = {}): SdkError =>
  Object.assign(new Error('no'), { code, ...more });

describe('the SDK', () => {
  it('is not loaded before it is needed, and once', async () => {
    const { av, load } = setUp();
    await av.devices();
    av.setVolume(0.5);
    await av.capture({ camera: false, microphone: false });
    await av.leave();
    await av.unpublish();
    expect(load).not.toHaveBeenCalled();
    await av.preload();
    await av.enter('stage', 'audience', 'ana');
    await av.enter('stage', 'audience', 'ana');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('comes ahead of time only when the page is idle, and at once when it is needed', async () => {
    const page = busyPage();
    const { av, load } = setUp();
    const loading = av.preload();
    await settle();
    expect(load).not.toHaveBeenCalled();
    await av.enter('stage', 'audience', 'ana');
    expect(load).toHaveBeenCalledTimes(1);
    await page.rest();
    await loading;
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('has an instance ready for the first visit, and makes another for the next', async () => {
    const made: FakeTrtc[] = [];
    const { av } = setUp({ create: () => made[made.push(new FakeTrtc()) - 1]! });
    await av.preload();
    await av.preload();
    expect(made).toHaveLength(1);
    await av.enter('stage', 'audience', 'ana');
    expect(made.map((trtc) => trtc.of('enterRoom').length)).toEqual([1]);
    await av.enter('stage', 'audience', 'ana');
    expect(made.map((trtc) => trtc.of('enterRoom').length)).toEqual([1, 1]);
  });

  it('keeps no instance that nobody needed, and makes none after the port was closed', async () => {
    const made: FakeTrtc[] = [];
    const { av } = setUp({ create: () => made[made.push(new FakeTrtc()) - 1]! });
    await av.preload();
    const page = busyPage();
    await av.close();
    expect(made.map((trtc) => trtc.of('destroy').length)).toEqual([1]);
    const late = av.preload();
    await page.rest();
    await late;
    expect(made).toHaveLength(1);
  });

  it('says nothing when it can not make an instance ahead', async () => {
    const { av, trtc } = setUp({
      create: vi
        .fn(() => trtc)
        .mockImplementationOnce(() => {
          throw new Error('no');
        }),
    });
    await av.preload();
    await av.enter('stage', 'audience', 'ana');
    expect(trtc.of('enterRoom')).toHaveLength(1);
  });

  it('is loaded again after that failed', async () => {
    const { av, load } = setUp();
    load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await av.preload();
    expect(await refusalOf(av.enter('stage', 'audience', 'ana'))).toBe('stage-unavailable');
    await av.enter('stage', 'audience', 'ana');
    expect(load).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['is too old', 'audience', { isBrowserSupported: false }],
    ['has no connections', 'audience', { isWebRTCSupported: false }],
    ['can not decode', 'audience', { isH264DecodeSupported: false, isVp8DecodeSupported: false }],
    ['can not encode', 'anchor', { isH264EncodeSupported: false, isVp8EncodeSupported: false }],
  ] as const)('is not used in a browser that %s', async (_, role, lacks) => {
    const { av, trtc } = setUp({ lacks });
    expect(await refusalOf(av.enter('stage', role, 'ana'))).toBe('unsupported-browser');
    expect(trtc.calls).toEqual([]);
  });

  it.each([
    ['encode', 'audience', { isH264EncodeSupported: false, isVp8EncodeSupported: false }],
    ['decode', 'anchor', { isH264DecodeSupported: false, isVp8DecodeSupported: false }],
  ] as const)('is used where nobody needs to %s', async (_, role, lacks) => {
    await setUp({ lacks }).av.enter('stage', role, 'ana');
  });
});

describe('entering', () => {
  const enter = (settings: ProviderSettings = {}, credentials = ANA, stage: string | number = 'stage') =>
    entryOptions(stage, 'audience', credentials, settings);

  it('says who, where, and that nothing is received by itself', () => {
    expect(enter()).toEqual({
      sdkAppId: 7,
      userId: 'ana',
      userSig: 'signed',
      strRoomId: 'stage',
      scene: 'live',
      role: 'audience',
      autoReceiveAudio: false,
      autoReceiveVideo: false,
      enableAutoPlayDialog: false,
      playoutDelay: { min: 0, max: 2500 },
    });
  });

  it('tells a number from a name', () => {
    expect(enter({}, ANA, 123)).toMatchObject({ roomId: 123 });
    expect(enter({}, ANA, 123)).not.toHaveProperty('strRoomId');
    expect(enter({}, ANA, '123')).toMatchObject({ strRoomId: '123' });
    expect(enter({}, ANA, '123')).not.toHaveProperty('roomId');
  });

  it('takes the application of the page, or else of the credentials', () => {
    expect(enter({ sdkAppId: 8 }).sdkAppId).toBe(8);
    expect(enter().sdkAppId).toBe(7);
  });

  it('hands over a privateMapKey', () => {
    expect(enter({}, { ...ANA, privateMapKey: 'key' })).toMatchObject({ privateMapKey: 'key' });
  });

  it.each([
    ['ws://127.0.0.1:99/stage', 'http://127.0.0.1:99/v5/AVQualityReportSvc/C2S', '127.0.0.1:99'],
    ['wss://av.example.com/a?b=1', 'https://av.example.com/v5/AVQualityReportSvc/C2S', 'av.example.com'],
  ])('through a proxy sends everything there: %s', (avProxy, loggerProxy, scheduleProxy) => {
    expect(enter({ avProxy }).proxy).toEqual({ websocketProxy: avProxy, loggerProxy, scheduleProxy });
  });

  it.each([
    ['invalid-sdk-app-id', { ...ANA, sdkAppId: undefined }, {}],
    ['invalid-credentials', { ...ANA, userSig: undefined }, {}],
    ['invalid-proxy', ANA, { avProxy: 'av.example.com' }],
  ] as const)('is refused with %s before anything is sent', async (code, credentials, settings) => {
    const given = JSON.parse(JSON.stringify(credentials)) as Credentials;
    const { av, trtc } = setUp({ settings, credentials: () => Promise.resolve(given) });
    expect(await refusalOf(av.enter('stage', 'audience', 'ana'))).toBe(code);
    expect(trtc.calls).toEqual([]);
  });

  it('asks for credentials each time', async () => {
    const credentials = vi.fn(() => Promise.resolve(ANA));
    const { av, trtc } = setUp({ credentials });
    await av.enter('stage', 'audience', 'ana');
    credentials.mockResolvedValueOnce({ ...ANA, userSig: 'fresh' });
    await av.enter('stage', 'audience', 'ana');
    expect(trtc.of('enterRoom')).toMatchObject([[{ userSig: 'signed' }], [{ userSig: 'fresh' }]]);
  });

  it('is given up after its limit, and destroyed at once', async () => {
    const { av, trtc, clock } = setUp();
    trtc.answers.enterRoom = never;
    const refused = refusalOf(av.enter('stage', 'audience', 'ana'));
    await clock.pass(ENTER_LIMIT - 1);
    expect(trtc.of('destroy')).toEqual([]);
    await clock.pass(1);
    expect(await refused).toBe('stage-unavailable');
    expect(trtc.of('destroy')).toHaveLength(1);
    expect(trtc.of('exitRoom')).toEqual([]);
    expect(clock.scheduled).toBe(0);
  });

  it('is cancelled when it is left meanwhile, or overtaken', async () => {
    const { av, trtc } = setUp();
    trtc.answers.enterRoom = never;
    const left = refusalOf(av.enter('stage', 'audience', 'ana'));
    await settle();
    await av.leave();
    expect(await left).toBe('cancelled');
    const overtaken = refusalOf(av.enter('stage', 'audience', 'ana'));
    await settle();
    delete trtc.answers.enterRoom;
    await av.enter('stage', 'audience', 'ana');
    expect(await overtaken).toBe('cancelled');
  });

  it('waits until the stage before was left, which is bounded in time', async () => {
    const { av, trtc, clock } = setUp();
    await av.enter('one', 'audience', 'ana');
    trtc.answers.exitRoom = never;
    void av.leave();
    const second = av.enter('two', 'audience', 'ana');
    await clock.pass(LEAVE_LIMIT - 1);
    expect(trtc.of('enterRoom')).toHaveLength(1);
    await clock.pass(1);
    await second;
    expect(trtc.of('enterRoom')).toHaveLength(2);
  });

  it('takes the host’s sound, and nobody else’s, at the volume that was set before', async () => {
    const { av, trtc } = setUp();
    av.setVolume(0.4);
    await av.enter('stage', 'audience', 'ana');
    expect(trtc.calls.map(([method, ...args]) => [method, ...args])).toEqual([
      ['setRemoteAudioVolume', 'ana', 40],
      ['muteRemoteAudio', 'ana', false],
      ['enterRoom', expect.anything()],
    ]);
  });
});

describe('while on a stage', () => {
  const entered = async (role: 'anchor' | 'audience') => {
    const world = setUp();
    await world.av.enter('stage', role, 'ana');
    world.trtc.tell('connection-state-changed', { state: 'CONNECTED' });
    return world;
  };
  const lost = (code: string) => [{ type: 'lost', code }];

  it.each([
    [sdkError(5500), 'stage-unavailable'],
    [sdkError(5500, { extraCode: 5502 }), 'stage-lost'],
    [sdkError(5400, { extraCode: -100013 }), 'service-disabled'],
    [sdkError(5500, { originError: { extraCode: 70001 } }), 'credentials-rejected'],
    [sdkError(5500, { extraCode: 5501 }), 'stage-unavailable'],
  ])('an error after which the SDK is out is told: %#', async (error, code) => {
    const { trtc, signals } = await entered('audience');
    trtc.tell('error', error);
    expect(signals).toEqual(lost(code));
  });

  it.each([5308, 5309, 5503, 5504, 5507, 5508, 5998])(
    'an error after which it goes on is not: %i',
    async (extraCode) => {
      const { trtc, signals } = await entered('audience');
      trtc.tell('error', sdkError(5500, { extraCode }));
      expect(signals).toEqual([]);
    },
  );

  it('a firewall is not blamed while signalling is cut', async () => {
    const { trtc, signals } = await entered('audience');
    trtc.tell('connection-state-changed', { state: 'CONNECTING' });
    trtc.tell('error', sdkError(5500, { extraCode: 5501 }));
    expect(signals).toEqual([]);
  });

  it.each([
    ['error', sdkError(5500, { extraCode: 5505 }), lost('stage-lost')],
    ['error', sdkError(5200, { extraCode: 5203 }), lost('unsupported-browser')],
    ['timeout', sdkError(5500), []],
    ['api-call', undefined, []],
  ])('publishing that ends by %s is told when it is for good: %#', async (reason, error, told) => {
    const { trtc, signals } = await entered('anchor');
    trtc.tell('publish-state-changed', { mediaType: 'video', state: 'stopped', reason, ...(error && { error }) });
    expect(signals).toEqual(told);
  });

  it('what the SDK says after leaving is not heard', async () => {
    const { av, trtc, signals } = await entered('audience');
    const leaving = av.leave();
    trtc.tell('kicked-out', { reason: 'kick' });
    trtc.tell('remote-video-available', { userId: 'ana', streamType: 'main' });
    trtc.tell('autoplay-failed', { userId: 'ana', resume: never });
    await leaving;
    expect(signals).toEqual([]);
  });

  it('only the host’s main picture is taken', async () => {
    const { trtc, signals } = await entered('audience');
    trtc.tell('remote-video-available', { userId: 'eve', streamType: 'main' });
    trtc.tell('remote-video-available', { userId: 'ana', streamType: 'sub' });
    trtc.tell('remote-audio-available', { userId: 'eve' });
    expect(trtc.of('startRemoteVideo')).toEqual([]);
    trtc.tell('remote-video-available', { userId: 'ana', streamType: 'main' });
    trtc.tell('remote-user-exit', { userId: 'eve' });
    expect(trtc.of('startRemoteVideo')).toEqual([[{ userId: 'ana', streamType: 'main', view: null }]]);
    expect(signals).toEqual([{ type: 'host-video', on: true }]);
    trtc.tell('remote-user-exit', { userId: 'ana' });
    expect(signals.at(-1)).toEqual({ type: 'host-video', on: false });
  });

  const pictureRefused = async (error: SdkEvents['error']) => {
    const world = await entered('audience');
    world.trtc.answers.startRemoteVideo = () => Promise.reject(error);
    world.trtc.tell('remote-video-available', { userId: 'ana', streamType: 'main' });
    await world.clock.pass(60_000);
    return { ...world, tries: world.trtc.of('startRemoteVideo').length };
  };

  it('a host who vanishes without a word is away after two silent reports, and back with the first bit', async () => {
    const { trtc, signals } = await entered('audience');
    const report = (video: number, audio: number) =>
      trtc.tell('statistics', {
        remoteStatistics: [{ userId: 'ana', audio: { bitrate: audio }, video: [{ videoType: 'big', bitrate: video }] }],
      });
    trtc.tell('remote-video-available', { userId: 'ana', streamType: 'main' });
    trtc.tell('remote-audio-available', { userId: 'ana' });
    signals.length = 0;
    report(300, 20);
    report(0, 0);
    expect(signals).toEqual([]);
    report(0, 0);
    expect(signals).toEqual([
      { type: 'host-video', on: false },
      { type: 'host-audio', on: false },
    ]);
    report(300, 20);
    expect(signals.slice(2)).toEqual([
      { type: 'host-video', on: true },
      { type: 'host-audio', on: true },
    ]);
    // A frozen camera beside a voice.
    report(0, 20);
    report(0, 20);
    expect(signals.slice(4)).toEqual([{ type: 'host-video', on: false }]);
  });

  it('a picture that does not come is asked for again, and given up', async () => {
    const { signals, tries } = await pictureRefused(sdkError(5400));
    expect(tries).toBe(4);
    expect(signals.slice(1)).toEqual(lost('stage-unavailable'));
  });

  it('a picture that this browser can not show is given up at once', async () => {
    const { signals, tries } = await pictureRefused(sdkError(5200, { extraCode: 5204 }));
    expect(tries).toBe(1);
    expect(signals.slice(1)).toEqual(lost('unsupported-browser'));
  });

  it('a picture that stops while it is asked for is not missed', async () => {
    const { signals, tries } = await pictureRefused(sdkError(5998));
    expect(tries).toBe(1);
    expect(signals).toEqual([{ type: 'host-video', on: true }]);
  });
});

describe('what is sent', () => {
  const track = (id: string) => ({ id, clone: () => copyOf(id) }) as MediaStreamTrack;
  const copies: { id: string; isStopped: boolean; stop(): void }[] = [];
  const copyOf = (id: string) => {
    const copy = { id: `copy of ${id}`, isStopped: false, stop: () => (copy.isStopped = true) };
    copies.push(copy);
    return copy as unknown as MediaStreamTrack;
  };
  const stopped = () => copies.filter(({ isStopped }) => isStopped).map(({ id }) => id);
  const names = (trtc: FakeTrtc) => trtc.calls.map(([name]) => name);
  /** An SDK whose service says at once that it has what is published. */
  const setUpUplink = () => {
    const trtc = new FakeTrtc();
    const started = (mediaType: 'audio' | 'video') => async () =>
      trtc.tell('publish-state-changed', { mediaType, state: 'started' });
    trtc.answers.startLocalVideo = started('video');
    trtc.answers.startLocalAudio = started('audio');
    const clock = new VirtualClock();
    return { trtc, clock, uplink: new Uplink(trtc, clock) };
  };

  beforeEach(() => void copies.splice(0));

  it('is started, replaced and stopped, each kind by itself', async () => {
    const { trtc, clock, uplink } = setUpUplink();
    const [a, b, sound] = [track('a'), track('b'), track('sound')];
    await uplink.send({ video: a, audio: sound });
    await uplink.send({ video: b, audio: sound });
    await uplink.send({ video: b, audio: null });
    await uplink.send({ video: null, audio: null });
    expect(names(trtc)).toEqual([
      'startLocalVideo',
      'startLocalAudio',
      'updateLocalVideo',
      'stopLocalAudio',
      'stopLocalVideo',
    ]);
    expect(trtc.of('updateLocalVideo')).toEqual([[{ option: { videoTrack: b } }]]);
    expect(clock.scheduled).toBe(0);
  });

  it('is the last of several hasty wishes, one step after another', async () => {
    const { trtc, uplink } = setUpUplink();
    let finish: () => void = () => undefined;
    const start = trtc.answers.startLocalVideo!;
    trtc.answers.startLocalVideo = () => new Promise<void>((resolve) => (finish = resolve)).then(start);
    const [a, b, c] = [track('a'), track('b'), track('c')];
    const wishes = [a, null, b, c].map((video) => uplink.send({ video, audio: null }));
    expect(names(trtc)).toEqual(['startLocalVideo']);
    finish();
    await Promise.all(wishes);
    expect(names(trtc)).toEqual(['startLocalVideo', 'updateLocalVideo']);
    expect(trtc.of('updateLocalVideo')).toEqual([[{ option: { videoTrack: c } }]]);
  });

  it('is tried again with the next wish when the SDK refused it', async () => {
    const { trtc, uplink } = setUpUplink();
    const start = trtc.answers.startLocalVideo!;
    trtc.answers.startLocalVideo = () => Promise.reject(sdkError(5500));
    const a = track('a');
    await expect(uplink.send({ video: a, audio: null })).rejects.toMatchObject({ code: 5500 });
    trtc.answers.startLocalVideo = start;
    await uplink.send({ video: a, audio: null });
    expect(trtc.of('startLocalVideo')).toHaveLength(2);
  });

  it('waits for the one kind when the SDK refuses the other, so that no step overtakes another', async () => {
    const { trtc, uplink } = setUpUplink();
    const [start, startSound] = [trtc.answers.startLocalVideo!, trtc.answers.startLocalAudio!];
    let finish: () => void = () => undefined;
    trtc.answers.startLocalVideo = () => Promise.reject(sdkError(5500));
    trtc.answers.startLocalAudio = () => new Promise<void>((resolve) => (finish = resolve)).then(startSound);
    const [picture, sound] = [track('picture'), track('sound')];
    const refusal = uplink.hush({ video: picture, audio: sound }).catch((error: unknown) => error);
    await settle();
    trtc.answers.startLocalVideo = start;
    finish();
    expect(await refusal).toMatchObject({ code: 5500 });
    await uplink.send({ video: picture, audio: sound });
    expect(trtc.of('startLocalAudio')).toHaveLength(1);
    expect(trtc.of('updateLocalAudio')).toEqual([[{ mute: false }], [{ option: { audioTrack: sound } }]]);
    expect(trtc.of('startLocalVideo')).toMatchObject([[{ mute: true }], [{ option: { videoTrack: picture } }]]);
  });

  it('counts as sent when the service has all of it', async () => {
    const { trtc, clock, uplink } = setUpUplink();
    trtc.answers.startLocalAudio = () => Promise.resolve();
    let isSent = false;
    void uplink.send({ video: track('a'), audio: track('sound') }).then(() => (isSent = true));
    await clock.pass(WORD_LIMIT - 1);
    trtc.tell('publish-state-changed', { mediaType: 'screen', state: 'started' });
    trtc.tell('publish-state-changed', { mediaType: 'audio', state: 'starting' });
    await settle();
    expect(isSent).toBe(false);
    trtc.tell('publish-state-changed', { mediaType: 'audio', state: 'started' });
    await settle();
    expect(isSent).toBe(true);
    expect(clock.scheduled).toBe(0);
  });

  it('counts as sent, too, when the service says nothing for long, or the stage is left', async () => {
    for (const end of ['time', 'leaving']) {
      const { trtc, clock, uplink } = setUpUplink();
      trtc.answers.startLocalVideo = () => Promise.resolve();
      let isSent = false;
      void uplink.send({ video: track('a'), audio: null }).then(() => (isSent = true));
      await settle();
      expect(isSent).toBe(false);
      if (end === 'time') await clock.pass(WORD_LIMIT);
      else uplink.close();
      await settle();
      expect(isSent, end).toBe(true);
      expect(clock.scheduled).toBe(0);
    }
  });

  it('is sent muted ahead of time, as a copy, and then is the original', async () => {
    const { trtc, uplink } = setUpUplink();
    const [picture, sound] = [track('picture'), track('sound')];
    await uplink.hush({ video: picture, audio: sound });
    expect(trtc.of('startLocalVideo')).toMatchObject([[{ mute: true, option: { videoTrack: copies[0] } }]]);
    expect(trtc.of('startLocalAudio')).toMatchObject([[{ mute: true, option: { audioTrack: copies[1] } }]]);
    expect(stopped()).toEqual([]);
    await uplink.send({ video: picture, audio: sound });
    expect(trtc.of('updateLocalVideo')).toEqual([[{ mute: false }], [{ option: { videoTrack: picture } }]]);
    expect(trtc.of('updateLocalAudio')).toEqual([[{ mute: false }], [{ option: { audioTrack: sound } }]]);
    expect(stopped()).toEqual(['copy of picture', 'copy of sound']);
    await uplink.hush({ video: picture, audio: sound });
    expect(names(trtc)).toHaveLength(6);
  });

  it('leaves no device running that was switched off while it was muted, or when the stage is left', async () => {
    const { trtc, uplink } = setUpUplink();
    const [a, b] = [track('a'), track('b')];
    await uplink.hush({ video: a, audio: null });
    await uplink.hush({ video: b, audio: null });
    expect(trtc.of('updateLocalVideo')).toEqual([[{ option: { videoTrack: copies[1] } }]]);
    await uplink.hush({ video: null, audio: null });
    expect(stopped()).toEqual(['copy of a', 'copy of b']);
    trtc.answers.startLocalVideo = () => Promise.reject(sdkError(5500));
    await expect(uplink.hush({ video: a, audio: null })).rejects.toMatchObject({ code: 5500 });
    expect(stopped()).toHaveLength(3);
    let finish: () => void = () => undefined;
    trtc.answers.startLocalVideo = () => new Promise((resolve) => (finish = resolve));
    const hushing = uplink.hush({ video: a, audio: null });
    uplink.close();
    finish();
    await hushing;
    expect(stopped()).toHaveLength(4);
  });
});
