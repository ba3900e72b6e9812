// The moments of a show as the host's console meets them.
import { RoomError, type Capture, type RoomErrorCode } from '../../src/core/index.js';
import type { RoomOwnerElement } from '../../src/components/shared/room-owner-element.js';
import { talk } from './crowd.js';
import { refuse, refuseStage } from './moments.js';
import type { Moment } from './scripted.js';
import type { ScriptedRoom } from './with-room.js';

/** Longest there is: enough to look at. */
const COUNTDOWN = 60;

/** Asks for the devices by the button, unless the browser had allowed them and the console asks by itself; until they answer. */
async function checkDevices(host: RoomOwnerElement): Promise<void> {
  let isAsked = false;
  while (host.isConnected && !host.state.media) {
    const button: HTMLButtonElement | undefined = isAsked ? undefined : buttonOf(host, 'check');
    button?.click();
    isAsked ||= button !== undefined;
    await new Promise(requestAnimationFrame);
  }
}

function buttonOf(host: RoomOwnerElement, part: string): HTMLButtonElement | undefined {
  return host.renderRoot?.querySelector<HTMLButtonElement>(`[part~='${part}']:enabled`) ?? undefined;
}

/** As a person would: by the button, once it is there and can be pressed. */
async function press(host: RoomOwnerElement, part: string): Promise<void> {
  while (host.isConnected && !buttonOf(host, part)) await new Promise(requestAnimationFrame);
  buttonOf(host, part)?.click();
}

/** The console, with people talking and the devices tried. */
async function ready(room: ScriptedRoom, host: RoomOwnerElement): Promise<void> {
  talk(room, 5);
  await checkDevices(host);
}

/** Who looks at another story meanwhile takes the room away: that is no failure. */
async function unlessGone(host: RoomOwnerElement, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (host.isConnected) throw error;
  });
}

async function onAir(room: ScriptedRoom, host: RoomOwnerElement): Promise<void> {
  await ready(room, host);
  // On a slow machine the story may be over already.
  if (host.isConnected) await unlessGone(host, host.goLive());
}

/** A device that is refused, the other one working. */
function without(kind: 'camera' | 'microphone', reason: 'denied' | 'missing' | 'in-use'): Moment {
  const error = new RoomError(`${kind}-${reason}`, 'Scripted.');
  const captured: Capture = { camera: true, microphone: true, [kind]: false, [`${kind}Error`]: error };
  return { prepare: ({ av }) => (av.captured = captured), act: ready };
}

/** Neither device: the browser was told "block" once for both. */
function withoutAny(codes: readonly [RoomErrorCode, RoomErrorCode]): Moment {
  const [cameraError, microphoneError] = codes.map((code) => new RoomError(code, 'Scripted.'));
  return {
    prepare: ({ av }) => (av.captured = { camera: false, microphone: false, cameraError, microphoneError }),
    act: ready,
  };
}

export const HOST_MOMENTS = {
  notOpen: { script: { phase: 'none' } },
  waiting: { act: (room) => talk(room, 5) },
  ready: { act: ready },
  cameraDenied: without('camera', 'denied'),
  cameraMissing: without('camera', 'missing'),
  cameraInUse: without('camera', 'in-use'),
  microphoneDenied: without('microphone', 'denied'),
  microphoneMissing: without('microphone', 'missing'),
  devicesDenied: withoutAny(['camera-denied', 'microphone-denied']),
  countdown: {
    async act(room, host) {
      await ready(room, host);
      // Settles only at zero, or when it is cancelled.
      void host.goLive({ countdown: COUNTDOWN }).catch(() => undefined);
    },
  },
  onAir: { act: onAir },
  cameraOff: {
    async act(room, host) {
      await onAir(room, host);
      await press(host, 'camera-toggle');
    },
  },
  notAnnounced: {
    prepare: (room) => refuse(room, 'send', 'busy', 50),
    act: onAir,
  },
  steppedOff: {
    async act(room, host) {
      await onAir(room, host);
      await unlessGone(host, host.stepOff());
    },
  },
  endQuestion: {
    async act(room, host) {
      await onAir(room, host);
      await press(host, 'end');
    },
  },
  stageFailed: {
    prepare: (room) => refuseStage(room, 'stage-unavailable', 50),
    act: (room, host) => onAir(room, host).catch(() => undefined),
  },
  resume: { script: { phase: 'live' }, act: (room) => talk(room, 5) },
  taken: { script: { phase: 'waiting', owner: 'somebody-else', ownerName: 'Somebody Else' } },
  kicked: {
    act(room) {
      talk(room, 5);
      room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    },
  },
  ended: {
    async act(room, host) {
      await onAir(room, host);
      await unlessGone(host, host.end());
    },
  },
} satisfies Record<string, Moment>;
