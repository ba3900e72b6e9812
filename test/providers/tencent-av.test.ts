// The Tencent stage where it is itself: the real SDK in bad networks, thrown out, refused, and with the sound it plays by itself.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AvPort } from '../../src/core/ports/av-port.js';
import { SdkLoader } from '../../src/core/providers/tencent/av/loader.js';
import { animationFrames, videoIn, watch } from '../support/picture.js';
import { PATIENCE } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';
import { openStagePage } from '../support/tencent-av-world.js';
import { HastyClock, openTencentStage, watchHosts, type TencentStage } from '../support/tencent-stage.js';

let stage: TencentStage;
const open = async (...options: Parameters<typeof openTencentStage>) => (stage = await openTencentStage(...options));
const moves = async (element: HTMLElement) => expect((await watch(element)).changes).toBeGreaterThan(2);
const entering = (av: AvPort, role: 'anchor' | 'audience' = 'audience') => refusalOf(av.enter('premiere', role, 'ana'));

// Loading it is not what the first test is about.
beforeAll(async () => {
  const loader = new SdkLoader();
  await loader.preload();
  loader.close();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await stage.close();
});

describe('a service that can not be reached', () => {
  it('is given up in time, and entered when it is back: it takes the connection and says nothing', async () => {
    await open();
    const { emulator } = stage;
    await stage.onAir();
    const clock = new HastyClock();
    const bea = stage.visitor('bea', { context: { clock } });
    await emulator.plant({ part: 'stage', on: 'push', do: 'drop', times: 'always', user: 'bea' });
    await emulator.plant({ part: 'stage', on: 'request', do: 'drop', times: 'always', user: 'bea' });
    expect(await refusalOf(bea.enter())).toBe('stage-unavailable');
    await stage.sockets(1);
    expect(stage.open()).toHaveLength(1);
    await emulator.clear();
    clock.speed = 1;
    await bea.enter();
    await bea.heard.heard('first-frame');
    await moves(bea.element);
  });

  it('is given up in time, and entered when it is back: it refuses the connection', async () => {
    await open();
    await stage.onAir();
    const hosts = watchHosts();
    const clock = new HastyClock();
    const bea = stage.visitor('bea', { context: { clock } });
    await stage.emulator.perform({ part: 'stage', action: 'cut-off', user: 'bea' });
    expect(await refusalOf(bea.enter())).toBe('stage-unavailable');
    expect(stage.open()).toHaveLength(1);
    await stage.emulator.perform({ part: 'stage', action: 'mend', user: 'bea' });
    clock.speed = 1;
    await bea.enter();
    await bea.heard.heard('first-frame');
    expect([...hosts]).toEqual(['127.0.0.1']);
  });

  it('is left at any moment of entering, and nothing is left behind', async () => {
    await open();
    await stage.onAir();
    const bea = stage.visitor();
    for (const command of ['join/v2', 'subscribe/v3']) {
      const struck = await stage.emulator.plant({ part: 'stage', on: 'request', do: 'drop', command, user: 'bea' });
      const outcome = bea.enter().then(
        () => 'entered',
        (error: { code: string }) => error.code,
      );
      await vi.waitFor(async () => expect(await stage.emulator.strikes(struck)).toBe(1), PATIENCE);
      await bea.av.leave();
      expect(await outcome).toBe(command === 'join/v2' ? 'cancelled' : 'entered');
      await stage.sockets(1);
      expect(stage.open()).toHaveLength(1);
    }
    bea.heard.forget();
    await bea.enter();
    await bea.heard.heard('first-frame');
  });
});

describe('a connection that breaks while live', () => {
  it('for signalling: the picture goes on, and what the host does is told', async () => {
    await open();
    const [ana, bea] = [await stage.onAir(), await stage.viewer()];
    await bea.heard.heard('first-frame');
    expect(await stage.emulator.perform({ part: 'stage', action: 'kill-socket' })).toBe(2);
    await moves(bea.element);
    await stage.sockets(2);
    await ana.unpublish();
    await bea.heard.heard('host-video', ({ on }) => !on);
    await ana.publish();
    await bea.heard.heardTimes('first-frame', 2);
    expect(bea.heard.all('lost')).toEqual([]);
  });

  it('for signalling, until the service has removed the host: the host comes back by itself', async () => {
    await open({ removeAfterMs: 300 });
    await stage.onAir();
    const bea = await stage.viewer();
    await bea.heard.heard('first-frame');
    await stage.emulator.perform({ part: 'stage', action: 'cut-off', user: 'ana' });
    await bea.heard.heard('host-video', ({ on }) => !on);
    await stage.emulator.perform({ part: 'stage', action: 'mend', user: 'ana' });
    await bea.heard.heardTimes('first-frame', 2);
    await moves(bea.element);
  });

  it('for so long that the SDK asks where else to go: nobody but the proxy is asked', async () => {
    await open({ removeAfterMs: 300 });
    const hosts = watchHosts();
    await stage.onAir();
    const bea = await stage.viewer();
    await bea.heard.heard('first-frame');
    bea.heard.forget();
    const asked = vi.spyOn(window, 'fetch');
    const schedules = () => asked.mock.calls.filter(([url]) => String(url as string).includes('/api/v1/config'));
    await stage.emulator.perform({ part: 'stage', action: 'cut-off', user: 'bea' });
    await vi.waitFor(() => expect(schedules()).not.toEqual([]), { timeout: 20_000, interval: 50 });
    await stage.emulator.perform({ part: 'stage', action: 'mend', user: 'bea' });
    await stage.sockets(2);
    await moves(bea.element);
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(bea.heard.all('lost')).toEqual([]);
  }, 40_000);

  it.each(['host', 'viewer'])('for media, the %s’s: it is built anew, and the picture comes again', async (whose) => {
    await open();
    await stage.onAir();
    const bea = await stage.viewer();
    await bea.heard.heard('first-frame');
    await moves(bea.element);
    const connection = stage.open()[whose === 'host' ? 0 : 1]!;
    const count = stage.connections.all.length;
    connection.close();
    Object.defineProperty(connection, 'connectionState', { value: 'failed' });
    connection.dispatchEvent(new Event('connectionstatechange'));
    await vi.waitFor(() => expect(stage.connections.all.length).toBeGreaterThan(count), PATIENCE);
    await moves(bea.element);
    expect(bea.heard.all('lost')).toEqual([]);
  });
});

describe('whoever is taken off the stage', () => {
  it.each([
    ['removed', 'kicked', () => stage.emulator.perform({ part: 'stage', action: 'kick', user: 'bea' })],
    ['banned', 'banned', () => stage.emulator.banFromStage('bea')],
    ['on one that is closed', 'stage-lost', () => stage.emulator.disbandStage('premiere')],
  ] as const)('is told: %s', async (_, code, act) => {
    await open();
    const bea = await stage.viewer();
    await act();
    expect(await bea.heard.heard('lost')).toEqual({ type: 'lost', code });
    await stage.sockets(0);
    if (code !== 'banned') await bea.enter();
    else expect(await refusalOf(bea.enter())).toBe('credentials-rejected');
    expect(bea.heard.all('lost')).toHaveLength(1);
  });

  it('is told: by themselves, on another page', async () => {
    await open();
    const first = await stage.viewer();
    const elsewhere = await openStagePage(stage.emulator, 'bea');
    await elsewhere.port.enter('premiere', 'audience', 'ana');
    expect(await first.heard.heard('lost')).toEqual({ type: 'lost', code: 'kicked' });
    await stage.sockets(1);
    elsewhere.crash();
  });
});

describe('who may enter', () => {
  it.each([
    ['ran out', 'credentials-rejected', { seconds: -1 }],
    ['made with another key', 'credentials-rejected', { secretKey: 'another key' }],
  ])('not with a signature that is refused: %s', async (_, code, options) => {
    await open();
    const userSig = await stage.emulator.sign('bea', options);
    expect(await entering(stage.port('bea', { credentials: { userSig } }))).toBe(code);
    await stage.viewer();
  });

  it('not with an application that there is not', async () => {
    await open();
    expect(await entering(stage.port('bea', { credentials: { sdkAppId: 7 } }))).toBe('app-id-rejected');
  });

  it.each([
    [-100013, 'service-disabled'],
    [-100024, 'service-disabled'],
    [-100021, 'busy'],
    [-100006, 'credentials-rejected'],
  ])('not when the service refuses with %i', async (code, ours) => {
    await open();
    await stage.emulator.plant({ part: 'stage', on: 'request', do: 'error', code, command: 'join/v2', times: 2 });
    expect(await entering(stage.port('bea'))).toBe(ours);
  });

  it('not without a signature, or without an application', async () => {
    await open();
    expect(await entering(stage.port('bea', { credentials: { userSig: '' } }))).toBe('invalid-credentials');
    const credentials = () => Promise.resolve({ userId: 'bea', userSig: 'x' });
    expect(await entering(stage.port('bea', { context: { credentials } }))).toBe('invalid-sdk-app-id');
  });

  it('not without a privateMapKey for this stage, where the service asks for one', async () => {
    await open({ privateMapKey: true });
    const key = (user: string, name: string, rights: number) => stage.emulator.signStage(user, { stage: name, rights });
    expect(await entering(stage.port('bea'))).toBe('credentials-rejected');
    const elsewhere = await key('bea', 'elsewhere', 255);
    expect(await entering(stage.port('bea', { credentials: { privateMapKey: elsewhere } }))).toBe(
      'credentials-rejected',
    );
    const watching = { credentials: { privateMapKey: await key('bea', 'premiere', 42) } };
    expect(await entering(stage.port('bea', watching))).toBe('stage-unavailable');
    expect(await entering(stage.port('bea', watching), 'anchor')).toBe('credentials-rejected');
    await stage.onAir({ credentials: { privateMapKey: await key('ana', 'premiere', 255) } });
    const bea = await stage.viewer('bea', watching);
    await bea.heard.heard('first-frame');
  });

  it('not a stage whose name the service does not take', async () => {
    await open();
    expect(await refusalOf(stage.port('bea').enter('a/b', 'audience', 'ana'))).toBe('invalid-stage');
    expect(await refusalOf(stage.port('bea').enter(2 ** 32, 'audience', 'ana'))).toBe('invalid-stage');
  });

  it('not in a browser without connections', async () => {
    await open();
    vi.stubGlobal('RTCPeerConnection', undefined);
    expect(await entering(stage.port('bea'))).toBe('unsupported-browser');
  });
});

describe('stages', () => {
  it.each(['premiere', 10086])('are found by name or by number: %s', async (id) => {
    await open();
    await stage.onAir({ stage: id });
    const bea = await stage.viewer('bea', { stage: id });
    await bea.heard.heard('first-frame');
    await moves(bea.element);
  });

  it('of two rooms are side by side on one page', async () => {
    await open();
    await stage.onAir({ stage: 'one' }, { hue: 0 });
    await stage.onAir({ stage: 'two' }, { hue: 120 });
    const [one, two] = [await stage.viewer('bea', { stage: 'one' }), await stage.viewer('cem', { stage: 'two' })];
    await Promise.all([one.heard.heard('first-frame'), two.heard.heard('first-frame')]);
    const [red, green] = [(await watch(one.element)).colour, (await watch(two.element)).colour];
    expect(red.r).toBeGreaterThan(red.g + 60);
    expect(green.g).toBeGreaterThan(green.r + 60);
  });

  it('carry H264', async () => {
    await open({ codec: 'h264' });
    await stage.onAir();
    const bea = await stage.viewer();
    await bea.heard.heard('first-frame');
    await moves(bea.element);
    const reports = [...(await stage.open()[1]!.getStats()).values()] as RTCStats[];
    const codecs = reports.filter((one): one is RTCStats & { mimeType: string } => one.type === 'codec');
    expect(codecs.map(({ mimeType }) => mimeType)).toContain('video/H264');
  });
});

describe('the host’s media', () => {
  it('stay on air when the camera chosen next is refused, and change when it is granted', async () => {
    await open();
    const bea = await stage.viewer();
    const ana = stage.port('ana');
    await ana.capture({ camera: true, microphone: false });
    await ana.enter('premiere', 'anchor', 'ana');
    await ana.publish();
    await bea.heard.heard('first-frame');
    const refused = await ana.capture({ camera: true, microphone: false, cameraId: 'no such device' });
    expect(refused).toMatchObject({ camera: true, cameraError: { code: 'camera-missing' } });
    await moves(bea.element);
    const source = stage.source({ hue: 120 });
    expect(await ana.capture({ camera: true, microphone: false, source })).toEqual({ camera: true, microphone: false });
    await vi.waitFor(async () => {
      const { colour } = await watch(bea.element, 2);
      expect(colour.g).toBeGreaterThan(colour.r + 60);
    }, PATIENCE);
    expect(bea.heard.all('host-video')).toHaveLength(1);
  });

  it('are told lost when the service takes the host off the stage', async () => {
    await open();
    const ana = await stage.onAir();
    const lost = new Promise((resolve) => ana.listen((signal) => signal.type === 'lost' && resolve(signal)));
    await stage.emulator.disbandStage('premiere');
    expect(await lost).toEqual({ type: 'lost', code: 'stage-lost' });
    await ana.enter('premiere', 'anchor', 'ana');
    await ana.publish();
    const bea = await stage.viewer();
    await bea.heard.heard('first-frame');
  });
});

describe('the host’s sound', () => {
  /** A browser that plays sound only when it is allowed to; and all elements that were to play. */
  const blockSound = () => {
    const policy = { allowed: false };
    const played = new Set<HTMLMediaElement>();
    const real = HTMLMediaElement.prototype.play;
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
      if (this instanceof HTMLAudioElement) played.add(this);
      const refused = !this.muted && !policy.allowed;
      return refused ? Promise.reject(new DOMException('NotAllowedError', 'NotAllowedError')) : real.call(this);
    });
    // The attribute would start it without asking.
    vi.spyOn(HTMLMediaElement.prototype, 'autoplay', 'set').mockImplementation(() => undefined);
    const { setAttribute } = HTMLAudioElement.prototype;
    vi.spyOn(HTMLAudioElement.prototype, 'setAttribute').mockImplementation(function (
      this: HTMLAudioElement,
      name: string,
      value: string,
    ) {
      if (name !== 'autoplay') setAttribute.call(this, name, value);
    });
    return { policy, played };
  };

  it('that is blocked is told once, while the picture plays, and comes with resume', async () => {
    await open();
    const { policy, played } = blockSound();
    const bea = await stage.viewer();
    await stage.onAir();
    const { resume } = await bea.heard.heard('autoplay-blocked');
    await bea.heard.heard('first-frame');
    expect((await videoIn(bea.element)).paused).toBe(false);
    expect(await refusalOf(resume())).toBe('wrong-phase');
    policy.allowed = true;
    await userEvent.click(document.body);
    await resume();
    // The host's own, which the SDK plays in the host's page, is muted.
    expect([...played].filter(({ muted }) => !muted).map(({ paused }) => paused)).toEqual([false]);
    expect(bea.heard.all('autoplay-blocked')).toHaveLength(1);
  });

  it('that is not wanted is not told as blocked until it is wanted', async () => {
    await open();
    blockSound();
    const bea = stage.visitor();
    bea.av.setVolume(0);
    await bea.enter();
    await stage.onAir();
    await bea.heard.heard('host-audio');
    await bea.heard.heard('first-frame');
    await moves(bea.element);
    expect(bea.heard.all('autoplay-blocked')).toEqual([]);
    bea.av.setVolume(1);
    await bea.heard.heard('autoplay-blocked');
  });

  it('is as loud as it is set, before and while it plays; nobody else’s is played', async () => {
    await open();
    await userEvent.click(document.body);
    const { policy, played } = blockSound();
    policy.allowed = true;
    const bea = stage.visitor();
    bea.av.setVolume(0.25);
    await bea.enter();
    const eve = stage.port('eve');
    await eve.capture({ camera: true, microphone: true, source: stage.source() });
    await eve.enter('premiere', 'anchor', 'eve');
    await eve.publish();
    await stage.onAir();
    await bea.heard.heard('first-frame');
    // An anchor's own sound goes through an element of the SDK, too, but it is muted.
    const loud = () => [...played].filter(({ muted }) => !muted);
    await vi.waitFor(() => expect(loud().map(({ volume }) => volume)).toEqual([0.25]), PATIENCE);
    bea.av.setVolume(0);
    await vi.waitFor(() => expect(loud()[0]!.volume).toBe(0), PATIENCE);
    bea.av.setVolume(7);
    await vi.waitFor(() => expect(loud()[0]!.volume).toBe(1), PATIENCE);
    await animationFrames(10);
    expect(loud()).toHaveLength(1);
  });
});
