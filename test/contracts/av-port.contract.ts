// What every AvPort promises, whatever stands behind it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AvPort, AvSignal, MediaChoice } from '../../src/core/ports/av-port.js';
import type { StageId } from '../../src/core/protocol/commands.js';
import { movingStream, type MovingStream, type MovingStreamOptions } from '../support/moving-stream.js';
import { animationFrames, framesIn, place, videoIn, watch } from '../support/picture.js';
import { PATIENCE, Recorder } from '../support/recorder.js';
import { refusalOf } from '../support/refusal.js';

/** A service with one stage that nobody is on. */
export interface AvWorld {
  readonly stage: StageId;
  /** A new port of this person, able to enter. */
  port(userId: string): Promise<AvPort>;
  /** A port on a page of its own, which `crash` ends without a goodbye. */
  portElsewhere(userId: string): Promise<{ readonly port: AvPort; crash(): void }>;
  /** Resolves when whoever is on the stage would see at once what is published. */
  settled?(): Promise<void>;
  /** Names of what the closed ports still hold of the page or the browser. */
  leftovers?(): Promise<readonly string[]>;
  /** Closes all ports made here. */
  close(): Promise<void>;
}

export interface AvHarness {
  world(): Promise<AvWorld>;
}

const RED = 0;

export function describeAvPort(name: string, harness: AvHarness): void {
  describe(`AvPort of ${name}`, () => {
    let world: AvWorld;
    const streams: MovingStream[] = [];

    beforeEach(async () => {
      world = await harness.world();
    });
    afterEach(async () => {
      await world.close();
      for (const stream of streams.splice(0)) stream.stop();
      document.body.replaceChildren();
    });

    const source = (options?: MovingStreamOptions) => {
      const made = movingStream(options);
      streams.push(made);
      return made.stream;
    };
    const choice = (more: Partial<MediaChoice> = {}): MediaChoice => ({
      camera: true,
      microphone: true,
      source: source(),
      ...more,
    });
    const anchor = async (userId = 'ana', media = choice()) => {
      const port = await world.port(userId);
      await port.capture(media);
      await port.enter(world.stage, 'anchor', userId);
      return port;
    };
    const onAir = async (userId = 'ana', media = choice()) => {
      const port = await anchor(userId, media);
      await port.publish();
      return port;
    };
    const viewer = async (userId = 'bea', host = 'ana') => {
      const port = await world.port(userId);
      const heard = new Recorder<AvSignal>(port);
      const element = place();
      const detach = port.attach(element);
      await port.enter(world.stage, 'audience', host);
      return { port, heard, element, detach };
    };
    const settled = async () => {
      await world.settled?.();
      await animationFrames(10);
    };
    const expectGreen = async (element: HTMLElement) => {
      const { colour, changes } = await watch(element);
      expect(colour.g, 'the host’s colour').toBeGreaterThan(colour.r + 60);
      expect(changes, 'frames that moved').toBeGreaterThan(2);
    };
    const kinds = ({ heard }: { heard: Recorder<AvSignal> }) =>
      heard.signals.map((signal) => ('on' in signal ? `${signal.type} ${signal.on ? 'on' : 'off'}` : signal.type));

    describe('the host’s picture', () => {
      it('comes to a viewer who was there first', async () => {
        const { element, heard } = await viewer();
        await onAir();
        await heard.heard('first-frame');
        expect(heard.all('host-video')).toEqual([{ type: 'host-video', on: true }]);
        await expectGreen(element);
      });

      it('comes to a viewer who comes late', async () => {
        await onAir();
        const { element, heard } = await viewer();
        await heard.heard('first-frame');
        expect(heard.all('host-video')).toEqual([{ type: 'host-video', on: true }]);
        expect(await heard.heard('host-audio')).toEqual({ type: 'host-audio', on: true });
        await expectGreen(element);
      });

      it('does not come before it is published', async () => {
        const late = await viewer('bea');
        const ana = await anchor();
        const early = await viewer('cem');
        const stream = source();
        await ana.capture(choice({ source: stream, camera: false }));
        await ana.capture(choice({ source: stream }));
        await settled();
        for (const { element, heard } of [late, early]) {
          expect(framesIn(element)).toBe(0);
          expect(heard.all('host-video')).toEqual([]);
          expect(heard.all('first-frame')).toEqual([]);
        }
        await ana.publish();
        for (const { element, heard } of [late, early]) {
          await heard.heard('first-frame');
          await expectGreen(element);
        }
      });

      it('does not come while it is prepared, and the host goes on seeing it', async () => {
        const bea = await viewer();
        const ana = await anchor();
        const mirror = place();
        ana.preview(mirror);
        await ana.prepare();
        const cem = await viewer('cem');
        await settled();
        await ana.capture(choice({ camera: false }));
        await ana.capture(choice());
        await settled();
        for (const { element, heard } of [bea, cem]) {
          expect(framesIn(element)).toBe(0);
          expect(heard.signals).toEqual([]);
        }
        await expectGreen(mirror);
        await ana.publish();
        for (const { element, heard } of [bea, cem]) {
          await heard.heard('first-frame');
          await heard.heard('host-audio', ({ on }) => on);
          await expectGreen(element);
        }
        await expectGreen(mirror);
      });

      it('is prepared without a complaint where nobody could publish', async () => {
        const ana = await world.port('ana');
        await ana.prepare();
        await ana.enter(world.stage, 'audience', 'cem');
        await ana.prepare();
        expect(await refusalOf(ana.publish())).toBe('stage-unavailable');
      });

      it('is told before its first frame, and the frame once', async () => {
        const bea = await viewer();
        await onAir();
        await bea.heard.heard('first-frame');
        await watch(bea.element);
        const order = kinds(bea).filter((kind) => /host-video|first-frame/.test(kind));
        expect(order).toEqual(['host-video on', 'first-frame']);
      });

      it('stops and comes again', async () => {
        const bea = await viewer();
        const ana = await onAir();
        await bea.heard.heard('first-frame');
        bea.heard.forget();
        await ana.unpublish();
        await bea.heard.heard('host-video', ({ on }) => !on);
        await bea.heard.heard('host-audio', ({ on }) => !on);
        expect(bea.heard.all('first-frame')).toEqual([]);
        bea.heard.forget();
        await ana.publish();
        await bea.heard.heard('host-video', ({ on }) => on);
        await bea.heard.heard('first-frame');
        await expectGreen(bea.element);
      });

      it('follows what is captured while published', async () => {
        const stream = source();
        const bea = await viewer();
        const ana = await onAir('ana', { camera: true, microphone: false, source: stream });
        await bea.heard.heard('first-frame');
        expect(bea.heard.all('host-audio').filter(({ on }) => on)).toEqual([]);
        await ana.capture({ camera: false, microphone: true, source: stream });
        await bea.heard.heard('host-audio', ({ on }) => on);
        await bea.heard.heard('host-video', ({ on }) => !on);
        await ana.capture({ camera: true, microphone: true, source: stream });
        await bea.heard.heardTimes('first-frame', 2);
        await expectGreen(bea.element);
      });

      it('survives being switched off and on in haste', async () => {
        const stream = source();
        const bea = await viewer();
        const ana = await onAir('ana', choice({ source: stream }));
        await bea.heard.heard('first-frame');
        const hasty = [false, true, false, true].map((camera) => ana.capture(choice({ source: stream, camera })));
        expect((await Promise.all(hasty)).at(-1)).toEqual({ camera: true, microphone: true });
        await expectGreen(bea.element);
        expect(bea.heard.all('host-video').at(-1)).toEqual({ type: 'host-video', on: true });
        expect(getComputedStyle(await videoIn(bea.element)).visibility).toBe('visible');
      });

      it('changes with another stream, without a break', async () => {
        const bea = await viewer();
        const ana = await onAir('ana', choice({ source: source({ hue: RED }) }));
        await bea.heard.heard('first-frame');
        await ana.capture(choice());
        await vi.waitFor(async () => {
          const { colour } = await watch(bea.element, 2);
          expect(colour.g).toBeGreaterThan(colour.r + 60);
        }, PATIENCE);
        expect(bea.heard.all('host-video')).toHaveLength(1);
      });

      it('comes to four viewers', async () => {
        const early = [await viewer('v1'), await viewer('v2')];
        await onAir();
        const late = await Promise.all([viewer('v3'), viewer('v4')]);
        await Promise.all(
          [...early, ...late].map(async ({ heard, element }) => {
            await heard.heard('first-frame');
            await expectGreen(element);
          }),
        );
      });

      it('is the expected host’s, not anybody else’s on the stage', async () => {
        const bea = await viewer();
        await onAir('eve', choice({ source: source({ hue: RED }) }));
        await settled();
        expect(bea.heard.signals).toEqual([]);
        expect(framesIn(bea.element)).toBe(0);
        await onAir();
        await bea.heard.heard('first-frame');
        await expectGreen(bea.element);
      });

      it('is not on the stage 10086 when published on the stage "10086"', async () => {
        const port = await world.port('bea');
        const heard = new Recorder<AvSignal>(port);
        await port.enter('10086', 'audience', 'ana');
        const ana = await world.port('ana');
        await ana.capture(choice());
        await ana.enter(10086, 'anchor', 'ana');
        await ana.publish();
        await settled();
        expect(heard.all('host-video')).toEqual([]);
      });
    });

    describe('the screen', () => {
      it('may be attached while the picture comes already', async () => {
        await onAir();
        const port = await world.port('bea');
        const heard = new Recorder<AvSignal>(port);
        await port.enter(world.stage, 'audience', 'ana');
        await heard.heard('host-video');
        const element = place();
        port.attach(element);
        await heard.heard('first-frame');
        await expectGreen(element);
      });

      it('moves to another element while it plays', async () => {
        const bea = await viewer();
        await onAir();
        await bea.heard.heard('first-frame');
        const next = place();
        bea.port.attach(next);
        bea.detach();
        await expectGreen(next);
        expect(bea.element.childElementCount).toBe(0);
        expect(bea.heard.all('first-frame')).toHaveLength(1);
      });

      it('is empty once it is detached', async () => {
        const bea = await viewer();
        await onAir();
        await bea.heard.heard('first-frame');
        const video = await videoIn(bea.element);
        bea.detach();
        bea.detach();
        expect(bea.element.childElementCount).toBe(0);
        expect(video.paused).toBe(true);
      });

      it('shows no old picture while none comes', async () => {
        const bea = await viewer();
        const ana = await onAir();
        await bea.heard.heard('first-frame');
        const video = await videoIn(bea.element);
        expect(getComputedStyle(video).visibility).toBe('visible');
        await ana.unpublish();
        await bea.heard.heard('host-video', ({ on }) => !on);
        const after = bea.element.querySelector('video');
        expect(after === null || getComputedStyle(after).visibility === 'hidden').toBe(true);
      });
    });

    describe('a host who goes and comes back', () => {
      it('is missed when leaving, and found again', async () => {
        const bea = await viewer();
        const ana = await onAir();
        await bea.heard.heard('first-frame');
        bea.heard.forget();
        await ana.leave();
        await bea.heard.heard('host-video', ({ on }) => !on);
        await bea.heard.heard('host-audio', ({ on }) => !on);
        bea.heard.forget();
        await ana.enter(world.stage, 'anchor', 'ana');
        await settled();
        expect(bea.heard.signals).toEqual([]);
        await ana.publish();
        await bea.heard.heard('first-frame');
        await expectGreen(bea.element);
      });

      it('is missed when the page dies, and found again on a new one', async () => {
        const bea = await viewer();
        const { port, crash } = await world.portElsewhere('ana');
        await port.capture(choice());
        await port.enter(world.stage, 'anchor', 'ana');
        await port.publish();
        await bea.heard.heard('first-frame');
        bea.heard.forget();
        crash();
        await bea.heard.heard('host-video', ({ on }) => !on);
        await bea.heard.heard('host-audio', ({ on }) => !on);
        bea.heard.forget();
        await onAir();
        await bea.heard.heard('first-frame');
        await expectGreen(bea.element);
      });
    });

    describe('capture', () => {
      const granted = () => {
        const tracks: MediaStreamTrack[] = [];
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
          const stream = await real(constraints);
          tracks.push(...stream.getTracks());
          return stream;
        });
        const live = (kind: string) => tracks.filter((track) => track.kind === kind && track.readyState === 'live');
        return { tracks, live };
      };
      const refuse = (kind: 'video' | 'audio', name: string) => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((constraints) =>
          constraints?.[kind] ? Promise.reject(new DOMException('No.', name)) : real(constraints),
        );
      };

      it('takes camera and microphone, and lets go of what is turned off', async () => {
        const { live } = granted();
        const port = await world.port('ana');
        expect(await port.capture({ camera: true, microphone: true })).toEqual({ camera: true, microphone: true });
        expect([live('video').length, live('audio').length]).toEqual([1, 1]);
        expect(await port.capture({ camera: false, microphone: true })).toEqual({ camera: false, microphone: true });
        expect([live('video').length, live('audio').length]).toEqual([0, 1]);
        expect(await port.capture({ camera: true, microphone: false })).toEqual({ camera: true, microphone: false });
        expect([live('video').length, live('audio').length]).toEqual([1, 0]);
      });

      it('takes nothing twice', async () => {
        const { live, tracks } = granted();
        const port = await world.port('ana');
        await port.capture({ camera: true, microphone: true });
        await port.capture({ camera: true, microphone: true });
        expect(tracks).toHaveLength(2);
        expect(live('video')).toHaveLength(1);
      });

      it('ends as the last of two hasty choices says', async () => {
        const { live } = granted();
        const port = await world.port('ana');
        const both = [
          port.capture({ camera: true, microphone: true }),
          port.capture({ camera: false, microphone: true }),
        ];
        expect(await Promise.all(both)).toEqual([
          { camera: false, microphone: true },
          { camera: false, microphone: true },
        ]);
        expect([live('video').length, live('audio').length]).toEqual([0, 1]);
      });

      it('switches to the device that is chosen', async () => {
        const { live } = granted();
        const port = await world.port('ana');
        await port.capture({ camera: true, microphone: true });
        const cameras = (await port.devices()).filter(({ kind }) => kind === 'camera');
        const cameraId = cameras.at(-1)!.id;
        expect(await port.capture({ camera: true, microphone: true, cameraId })).toEqual({
          camera: true,
          microphone: true,
        });
        expect(live('video').map((track) => track.getSettings().deviceId)).toEqual([cameraId]);
      });

      it.each([
        ['NotAllowedError', 'denied'],
        ['SecurityError', 'denied'],
        ['NotFoundError', 'missing'],
        ['OverconstrainedError', 'missing'],
        ['NotReadableError', 'in-use'],
        ['AbortError', 'in-use'],
      ])('tells why a device is refused, and keeps the other: %s', async (error, reason) => {
        refuse('video', error);
        const withoutCamera = await (await world.port('ana')).capture({ camera: true, microphone: true });
        expect(withoutCamera).toMatchObject({
          camera: false,
          microphone: true,
          cameraError: { code: `camera-${reason}` },
        });
        expect(withoutCamera.microphoneError).toBeUndefined();
        vi.restoreAllMocks();
        refuse('audio', error);
        const withoutMicrophone = await (await world.port('bea')).capture({ camera: true, microphone: true });
        expect(withoutMicrophone).toMatchObject({
          camera: true,
          microphone: false,
          microphoneError: { code: `microphone-${reason}` },
        });
        expect(withoutMicrophone.cameraError).toBeUndefined();
      });

      it('forgets why once the device is had or not wanted', async () => {
        refuse('video', 'NotAllowedError');
        const port = await world.port('ana');
        await port.capture({ camera: true, microphone: false });
        expect(await port.capture({ camera: false, microphone: false })).toEqual({ camera: false, microphone: false });
        vi.restoreAllMocks();
        expect(await port.capture({ camera: true, microphone: false })).toEqual({ camera: true, microphone: false });
      });

      it('tells when the page may not use devices at all', async () => {
        vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as unknown as MediaDevices);
        const port = await world.port('ana');
        expect(await port.capture({ camera: true, microphone: true })).toMatchObject({
          camera: false,
          microphone: false,
          cameraError: { code: 'media-missing' },
          microphoneError: { code: 'media-missing' },
        });
        expect(await port.devices()).toEqual([]);
      });

      it('takes the page’s own stream and never ends it', async () => {
        const { tracks } = granted();
        const stream = source();
        const port = await world.port('ana');
        expect(await port.capture(choice({ source: stream }))).toEqual({ camera: true, microphone: true });
        await port.capture(choice({ source: stream, camera: false, microphone: false }));
        await port.capture(choice({ source: stream }));
        await port.close();
        expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['live', 'live']);
        expect(tracks).toEqual([]);
      });

      it('tells what the page’s own stream lacks', async () => {
        const port = await world.port('ana');
        const result = await port.capture(choice({ source: source({ audio: false }) }));
        expect(result).toMatchObject({
          camera: true,
          microphone: false,
          microphoneError: { code: 'microphone-missing' },
        });
      });

      it('tells when a captured device stops by itself', async () => {
        const { tracks } = granted();
        const port = await world.port('ana');
        const heard = new Recorder<AvSignal>(port);
        await port.capture({ camera: true, microphone: false });
        tracks[0]!.dispatchEvent(new Event('ended'));
        expect(await heard.heard('capture-lost')).toEqual({
          type: 'capture-lost',
          kind: 'camera',
          reason: 'missing',
        });
        expect(await port.capture({ camera: true, microphone: false })).toEqual({ camera: true, microphone: false });
      });

      it('does not take its own ending for a loss', async () => {
        const port = await world.port('ana');
        const heard = new Recorder<AvSignal>(port);
        await port.capture({ camera: true, microphone: true });
        await port.capture({ camera: false, microphone: false });
        await animationFrames(5);
        expect(heard.signals).toEqual([]);
      });

      it('tells of devices that come or go', async () => {
        const port = await world.port('ana');
        const heard = new Recorder<AvSignal>(port);
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        expect(await heard.heard('devices-changed')).toEqual({ type: 'devices-changed' });
      });

      it('is shown in a preview, moving and silent, on or off the stage', async () => {
        const port = await world.port('ana');
        const element = place();
        const end = port.preview(element);
        await port.capture(choice());
        await expectGreen(element);
        expect((await videoIn(element)).muted).toBe(true);
        await port.enter(world.stage, 'anchor', 'ana');
        await port.publish();
        await port.leave();
        await expectGreen(element);
        end();
        expect(element.childElementCount).toBe(0);
      });
    });

    describe('entering, leaving, closing', () => {
      it('enters a stage on which nobody is', async () => {
        const { heard } = await viewer();
        expect(heard.signals).toEqual([]);
      });

      it('refuses to publish without being the anchor', async () => {
        const bea = await viewer();
        expect(await refusalOf(bea.port.publish())).toBe('stage-unavailable');
        expect(await refusalOf((await world.port('cem')).publish())).toBe('stage-unavailable');
      });

      it('may leave twice, and without having entered', async () => {
        const { port } = await viewer();
        await port.leave();
        await port.leave();
        await (await world.port('cem')).leave();
        await (await world.port('dan')).unpublish();
      });

      it('shows nothing after leaving, and everything after entering again', async () => {
        const bea = await viewer();
        await onAir();
        await bea.heard.heard('first-frame');
        await bea.port.leave();
        bea.heard.forget();
        await settled();
        expect(bea.heard.signals).toEqual([]);
        await bea.port.enter(world.stage, 'audience', 'ana');
        await bea.heard.heard('first-frame');
        await expectGreen(bea.element);
      });

      it('keeps capture while leaving, and does not publish by itself on return', async () => {
        const bea = await viewer();
        const ana = await onAir();
        await bea.heard.heard('first-frame');
        await ana.leave();
        await bea.heard.heard('host-video', ({ on }) => !on);
        bea.heard.forget();
        await ana.enter(world.stage, 'anchor', 'ana');
        await settled();
        expect(bea.heard.signals).toEqual([]);
      });

      it('takes any volume at any time', async () => {
        const bea = await viewer();
        bea.port.setVolume(0);
        await onAir();
        await bea.heard.heard('first-frame');
        bea.port.setVolume(0.5);
        bea.port.setVolume(1);
        await expectGreen(bea.element);
      });

      it('leaves nothing behind when it leaves while entering', async () => {
        await onAir();
        const port = await world.port('bea');
        const heard = new Recorder<AvSignal>(port);
        for (let round = 0; round < 5; round++) {
          const entering = port.enter(world.stage, 'audience', 'ana').catch(() => undefined);
          await port.leave();
          await entering;
        }
        await settled();
        expect(heard.all('first-frame')).toEqual([]);
        await world.close();
        expect((await world.leftovers?.()) ?? []).toEqual([]);
      });

      it('is silent from close() on, and has freed everything', async () => {
        const bea = await viewer();
        const ana = await world.port('ana');
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        const tracks: MediaStreamTrack[] = [];
        vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
          const stream = await real(constraints);
          tracks.push(...stream.getTracks());
          return stream;
        });
        await ana.capture({ camera: true, microphone: true });
        await ana.enter(world.stage, 'anchor', 'ana');
        await ana.publish();
        await bea.heard.heard('first-frame');
        const pending = ana.capture({ camera: true, microphone: true, cameraId: 'no such device' });
        const closing = bea.port.close();
        bea.heard.forget();
        await Promise.all([closing, ana.close(), pending]);
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        await animationFrames(5);
        expect(bea.heard.signals).toEqual([]);
        expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
        expect(bea.element.childElementCount).toBe(0);
        expect((await world.leftovers?.()) ?? []).toEqual([]);
        await refusalOf(bea.port.enter(world.stage, 'audience', 'ana'));
        await bea.port.leave();
        await bea.port.close();
      });
    });
  });
}
