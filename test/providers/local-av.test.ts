// The local stage where it is itself: sound and its blocking, mirrors, broken connections, pages that freeze.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AvPort, AvSignal } from '../../src/core/ports/av-port.js';
import type { ProviderContext } from '../../src/core/ports/provider.js';
import { nameOf } from '../../src/core/providers/local/names.js';
import { parseStageMessage } from '../../src/core/providers/local/stage-message.js';
import { localPorts, openLocalPage, trackConnections } from '../support/local-world.js';
import { movingStream, type MovingStreamOptions } from '../support/moving-stream.js';
import { animationFrames, place, videoIn, watch } from '../support/picture.js';
import { PATIENCE, Recorder } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';

describe('the local stage', () => {
  let room: string;
  let connections: ReturnType<typeof trackConnections>;
  const made: AvPort[] = [];
  const ends: (() => void)[] = [];

  beforeEach(() => {
    room = crypto.randomUUID();
    connections = trackConnections();
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    await Promise.all(made.splice(0).map((port) => port.close()));
    for (const end of ends.splice(0)) end();
    connections.stop();
    document.body.replaceChildren();
  });

  const port = (context?: Partial<ProviderContext>) => {
    const { av } = localPorts(room, context);
    made.push(av);
    return av;
  };
  const source = (options?: MovingStreamOptions) => {
    const { stream, stop } = movingStream(options);
    ends.push(stop);
    return stream;
  };
  const onAir = async (options?: MovingStreamOptions) => {
    const av = port();
    await av.capture({ camera: true, microphone: options?.audio ?? true, source: source(options) });
    await av.enter('stage', 'anchor', 'ana');
    await av.publish();
    return av;
  };
  const viewer = async (context?: Partial<ProviderContext>) => {
    const av = port(context);
    const heard = new Recorder<AvSignal>(av);
    const element = place();
    av.attach(element);
    await av.enter('stage', 'audience', 'ana');
    return { av, heard, element };
  };
  /** A browser that plays sound only when it is allowed to. */
  const blockSound = () => {
    const policy = { allowed: false };
    const real = HTMLMediaElement.prototype.play;
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
      const refused = !this.muted && !policy.allowed;
      return refused ? Promise.reject(new DOMException('Click first.', 'NotAllowedError')) : real.call(this);
    });
    return policy;
  };
  /** A real click: from then on this page may play sound. */
  const click = () => userEvent.click(document.body);
  const open = () => connections.all.filter(({ signalingState }) => signalingState !== 'closed');

  describe('sound', () => {
    it('is as loud as it is set, before and while it plays', async () => {
      await click();
      const bea = await viewer();
      bea.av.setVolume(0.25);
      await onAir();
      await bea.heard.heard('first-frame');
      const video = await videoIn(bea.element);
      expect([video.volume, video.muted]).toEqual([0.25, false]);
      bea.av.setVolume(0);
      expect(video.muted).toBe(true);
      bea.av.setVolume(7);
      expect([video.volume, video.muted]).toEqual([1, false]);
    });

    it('that is blocked is told once, while the picture plays, and comes back with resume', async () => {
      const policy = blockSound();
      const bea = await viewer();
      await onAir();
      const { resume } = await bea.heard.heard('autoplay-blocked');
      await bea.heard.heard('first-frame');
      const video = await videoIn(bea.element);
      expect([video.muted, video.paused]).toEqual([true, false]);
      await refusalOf(resume());
      expect([video.muted, video.paused]).toEqual([true, false]);
      policy.allowed = true;
      await click();
      await resume();
      expect([video.muted, video.paused]).toEqual([false, false]);
      expect(bea.heard.all('autoplay-blocked')).toHaveLength(1);
    });

    it('and picture are told as blocked where not even a silent picture plays', async () => {
      let allowed = false;
      const real = HTMLMediaElement.prototype.play;
      vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
        return allowed ? real.call(this) : Promise.reject(new DOMException('Saving power.', 'NotAllowedError'));
      });
      const bea = await viewer();
      await onAir({ audio: false });
      const { resume } = await bea.heard.heard('autoplay-blocked');
      await refusalOf(resume());
      allowed = true;
      await resume();
      await bea.heard.heard('first-frame');
      expect(bea.heard.all('autoplay-blocked')).toHaveLength(1);
    });

    it('that does not exist is not told as blocked', async () => {
      blockSound();
      const bea = await viewer();
      const stream = source();
      const ana = port();
      await ana.capture({ camera: true, microphone: false, source: stream });
      await ana.enter('stage', 'anchor', 'ana');
      await ana.publish();
      await bea.heard.heard('first-frame');
      expect(bea.heard.all('autoplay-blocked')).toEqual([]);
      await ana.capture({ camera: true, microphone: true, source: stream });
      await bea.heard.heard('autoplay-blocked');
    });

    it('stays blocked while the volume is moved', async () => {
      blockSound();
      const bea = await viewer();
      await onAir();
      await bea.heard.heard('autoplay-blocked');
      const video = await videoIn(bea.element);
      bea.av.setVolume(0.5);
      expect(video.muted).toBe(true);
      bea.av.setVolume(0);
      bea.av.setVolume(1);
      await watch(bea.element);
      expect(video.muted).toBe(true);
    });
  });

  describe('pictures', () => {
    it('are mirrored in the preview of a camera, not of a stream of the page', async () => {
      const ana = port();
      const element = place();
      ana.preview(element);
      await ana.capture({ camera: true, microphone: false });
      expect((await videoIn(element)).style.transform).toBe('scaleX(-1)');
      await ana.capture({ camera: true, microphone: false, source: source() });
      expect((await videoIn(element)).style.transform).toBe('');
    });

    it('fill the element as its --_fit says', async () => {
      const bea = await viewer();
      const video = await videoIn(bea.element);
      await onAir();
      await bea.heard.heard('first-frame');
      expect(getComputedStyle(video).objectFit).toBe('cover');
      bea.element.style.setProperty('--_fit', 'contain');
      expect(getComputedStyle(video).objectFit).toBe('contain');
      expect([video.offsetWidth, video.offsetHeight]).toEqual([320, 180]);
    });

    it('go to the last element that asked, and back when it is gone', async () => {
      const bea = await viewer();
      await onAir();
      await bea.heard.heard('first-frame');
      const second = place();
      const detach = bea.av.attach(second);
      expect([bea.element.childElementCount, second.childElementCount]).toEqual([0, 1]);
      detach();
      expect([bea.element.childElementCount, second.childElementCount]).toEqual([1, 0]);
      expect((await watch(bea.element)).changes).toBeGreaterThan(2);
    });

    it('are noticed in a hidden tab, where no frame callback comes', async () => {
      vi.spyOn(HTMLVideoElement.prototype, 'requestVideoFrameCallback').mockReturnValue(1);
      const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
      const bea = await viewer();
      await onAir();
      await vi.waitFor(async () => expect((await videoIn(bea.element)).currentTime).toBeGreaterThan(0.3), PATIENCE);
      expect(bea.heard.all('first-frame')).toEqual([]);
      hidden.mockReturnValue(true);
      await bea.heard.heard('first-frame');
    });
  });

  describe('connections', () => {
    const breakDown = (connection: RTCPeerConnection) => {
      vi.spyOn(connection, 'connectionState', 'get').mockReturnValue('failed');
      connection.dispatchEvent(new Event('connectionstatechange'));
    };
    /** The viewer's end of the newest connection: each is made after its anchor's. */
    const newest = () => connections.all.at(-1)!;

    it('that break are made anew', async () => {
      const bea = await viewer();
      await onAir();
      await bea.heard.heard('first-frame');
      bea.heard.forget();
      breakDown(newest());
      await bea.heard.heard('host-video', ({ on }) => !on);
      await bea.heard.heard('first-frame');
      expect((await watch(bea.element)).changes).toBeGreaterThan(2);
      expect(bea.heard.all('lost')).toEqual([]);
      await vi.waitFor(() => expect(open()).toHaveLength(2), PATIENCE);
    });

    it('that break again and again are given up', async () => {
      const clock = { now: () => 0, after: (_ms: number, run: () => void) => (queueMicrotask(run), () => undefined) };
      const bea = await viewer({ clock });
      await onAir();
      vi.spyOn(RTCPeerConnection.prototype, 'connectionState', 'get').mockReturnValue('connecting');
      const isViewers = (connection: RTCPeerConnection) =>
        connection.getTransceivers().some(({ direction }) => direction === 'recvonly');
      await vi.waitFor(
        () => {
          // Before it counts as made: only failures in a row are hopeless.
          open().filter(isViewers).forEach(breakDown);
          expect(bea.heard.all('lost')).toEqual([{ type: 'lost', code: 'stage-lost' }]);
        },
        { ...PATIENCE, interval: 1 },
      );
    });

    it('to a viewer whose page died are closed', async () => {
      await onAir();
      const page = await openLocalPage();
      const { av } = page.ports(room);
      await av.enter('stage', 'audience', 'ana');
      await vi.waitFor(() => expect(open()).toHaveLength(1), PATIENCE);
      page.crash();
      await vi.waitFor(() => expect(open()).toHaveLength(0), PATIENCE);
    });

    it('end with the page that hides for good, and are lost when it thaws', async () => {
      const bea = await viewer();
      await onAir();
      await bea.heard.heard('first-frame');
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await bea.heard.heard('host-video', ({ on }) => !on);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(await bea.heard.heard('lost')).toEqual({ type: 'lost', code: 'stage-lost' });
    });

    it('are made for the host’s own viewers, once, however often they ask', async () => {
      await onAir();
      const channel = new BroadcastChannel(nameOf('stage', room, 'stage'));
      ends.push(() => channel.close());
      const ask = (connection: number) => channel.postMessage({ kind: 'audience', host: 'ana', connection, from: 'x' });
      channel.postMessage({ kind: 'audience', host: 'eve', connection: 0, from: 'y' });
      ask(0);
      ask(0);
      ask(1);
      ask(1);
      await vi.waitFor(() => expect(connections.all).toHaveLength(2), PATIENCE);
      const bea = await viewer();
      await bea.heard.heard('first-frame');
      expect(connections.all).toHaveLength(4);
    });
  });

  describe('messages', () => {
    it('from others than the connected anchor change nothing', async () => {
      const bea = await viewer();
      await onAir();
      await bea.heard.heard('first-frame');
      bea.heard.forget();
      const channel = new BroadcastChannel(nameOf('stage', room, 'stage'));
      ends.push(() => channel.close());
      for (const word of [
        { kind: 'sending', video: false, audio: false },
        { kind: 'bye' },
        { kind: 'anchor', host: 'eve' },
      ]) {
        channel.postMessage({ ...word, from: 'eve' });
      }
      for (const nonsense of [null, 7, {}, { kind: 'bye' }, { kind: 'toString', from: 'eve' }])
        channel.postMessage(nonsense);
      channel.postMessage({
        kind: 'offer',
        host: 'ana',
        connection: 99,
        sdp: 'v=0',
        video: true,
        audio: true,
        from: 'eve',
      });
      await watch(bea.element);
      await animationFrames(5);
      expect(bea.heard.signals).toEqual([]);
    });

    it('that offer somebody else’s picture are not answered', async () => {
      const bea = await viewer();
      const channel = new BroadcastChannel(nameOf('stage', room, 'stage'));
      ends.push(() => channel.close());
      channel.postMessage({
        kind: 'offer',
        host: 'eve',
        connection: 0,
        sdp: 'v=0',
        video: true,
        audio: true,
        from: 'eve',
      });
      await onAir();
      await bea.heard.heard('first-frame');
      expect(bea.heard.all('host-video')).toHaveLength(1);
      expect(connections.all).toHaveLength(2);
    });

    it.each([
      { kind: 'anchor' },
      { kind: 'audience', host: 'ana' },
      { kind: 'audience', host: 'ana', connection: '1' },
      { kind: 'offer', host: 'ana', connection: 1, sdp: 'v=0', video: 1, audio: true },
      { kind: 'offer', host: 'ana', connection: 1, sdp: '', video: true, audio: true },
      { kind: 'answer', connection: 1 },
      { kind: 'candidate', connection: 1, candidate: 'candidate:1' },
      { kind: 'candidate', connection: 1, candidate: { candidate: 7 } },
      { kind: 'sending', video: true },
      { kind: 'unknown' },
    ])('that are not well formed are none: %j', (word) => {
      expect(parseStageMessage({ ...word, from: 'eve' })).toBeUndefined();
    });

    it('hold nothing but what belongs to them', () => {
      const candidate = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, extra: 1 };
      expect(parseStageMessage({ kind: 'candidate', connection: 1, candidate, from: 'a', to: 'b', extra: 1 })).toEqual({
        kind: 'candidate',
        connection: 1,
        candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 },
        from: 'a',
        to: 'b',
      });
    });
  });

  describe('in a browser that lacks something', () => {
    it('says so: connections', async () => {
      vi.stubGlobal('RTCPeerConnection', undefined);
      expect(await refusalOf(port().enter('stage', 'audience', 'ana'))).toBe('unsupported-browser');
    });

    it('says so: locks', async () => {
      vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
      expect(await refusalOf(port().enter('stage', 'audience', 'ana'))).toBe('stage-unavailable');
    });
  });

  it('keeps a camera on air when the one chosen next is refused', async () => {
    const bea = await viewer();
    const ana = port();
    await ana.capture({ camera: true, microphone: false });
    await ana.enter('stage', 'anchor', 'ana');
    await ana.publish();
    await bea.heard.heard('first-frame');
    const result = await ana.capture({ camera: true, microphone: false, cameraId: 'no such device' });
    expect(result).toMatchObject({ camera: true, cameraError: { code: 'camera-missing' } });
    await watch(bea.element);
    expect(bea.heard.all('host-video')).toHaveLength(1);
  });
});
