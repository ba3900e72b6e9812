// The moments of a show as a viewer's page meets them.
import { RoomError, type RoomErrorCode } from '../../src/core/index.js';
import { arrive, lineAt, talk } from './crowd.js';
import type { Moment } from './scripted.js';
import type { RoomScript, ScriptedRoom } from './with-room.js';

const LIVE: RoomScript = { phase: 'live' };
/** More often than anybody tries. */
const ALWAYS = 50;

export function refuse(
  room: ScriptedRoom,
  call: 'connect' | 'joinRoom' | 'send',
  code: RoomErrorCode,
  times = 1,
): void {
  for (let time = 0; time < times; time++) room.im.failNext(call, new RoomError(code, `Scripted: ${call} is refused.`));
}

export function refuseStage(room: ScriptedRoom, code: RoomErrorCode, times = 1): void {
  for (let time = 0; time < times; time++) room.av.failNext('enter', new RoomError(code, 'Scripted: no stage.'));
}

function chatter(room: ScriptedRoom): void {
  talk(room, 3);
  room.hostSays('Two minutes, promise. Getting my tea.');
}

function playing(room: ScriptedRoom): void {
  arrive(room, ['Ana', 'Ben', 'Cy', 'Dee', 'Eva']);
  talk(room, 6);
  room.hostSays('There you all are. Can you hear me?');
  room.say(...lineAt(10));
  room.av.play();
}

/** The host goes live with `seconds` of countdown; the picture comes at zero. */
function arriving(room: ScriptedRoom, seconds: number): void {
  room.im.hear('star', { type: 'enter', stage: 'stage', run: 1, in: seconds }, { name: 'Mira Chen' });
  setTimeout(() => room.av.play(), seconds * 1000);
}

export const MOMENTS = {
  connecting: { prepare: ({ im }) => im.failNext('connect', new Promise<never>(() => undefined)) },
  notOpen: { script: { phase: 'none' } },
  /** A room nobody has spoken in. */
  silent: {},
  waiting: { act: chatter },
  countdown: { script: { startsIn: 3725 }, act: chatter },
  anyMoment: { script: { startsIn: -5 }, act: chatter },
  arriving: {
    act(room) {
      chatter(room);
      arriving(room, 5);
    },
  },
  opening: {
    script: LIVE,
    // The stage takes its time: after twelve seconds the kit would call that a failure.
    prepare({ av }) {
      for (let time = 0; time < ALWAYS; time++) av.failNext('enter', new Promise<never>(() => undefined));
    },
    act: chatter,
  },
  live: { script: LIVE, cue: 'enter', act: playing },
  soundBlocked: {
    script: LIVE,
    cue: 'enter',
    act(room) {
      playing(room);
      room.av.signals.emit({ type: 'autoplay-blocked', resume: () => Promise.resolve() });
    },
  },
  away: {
    script: LIVE,
    cue: 'enter',
    async act(room) {
      playing(room);
      await pictureShown();
      room.av.stop();
    },
  },
  cameraOff: {
    script: LIVE,
    cue: 'enter',
    async act(room) {
      playing(room);
      await pictureShown();
      room.av.stop({ audio: true });
    },
  },
  networkLost: {
    script: LIVE,
    cue: 'enter',
    act(room) {
      playing(room);
      room.im.signals.emit({ type: 'link', link: 'connecting' });
    },
  },
  unreachable: { prepare: (room) => refuse(room, 'connect', 'network', ALWAYS) },
  stageFailed: {
    script: LIVE,
    prepare: (room) => refuseStage(room, 'stage-unavailable', ALWAYS),
    act: chatter,
  },
  unsupported: {
    script: LIVE,
    prepare: (room) => refuseStage(room, 'unsupported-browser', ALWAYS),
    act: chatter,
  },
  signInRequired: { prepare: (room) => refuse(room, 'connect', 'sign-in-required', ALWAYS) },
  banned: { prepare: (room) => refuse(room, 'joinRoom', 'banned', ALWAYS) },
  kicked: {
    act(room) {
      chatter(room);
      room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    },
  },
  removed: {
    script: LIVE,
    cue: 'enter',
    async act(room) {
      playing(room);
      await pictureShown();
      room.im.signals.emit({ type: 'kicked', code: 'banned' });
    },
  },
  left: {
    async act(room, viewer) {
      chatter(room);
      await viewer.leave();
    },
  },
  ended: {
    script: LIVE,
    cue: 'enter',
    async act(room) {
      playing(room);
      await pictureShown();
      room.declare('ended');
    },
  },
  endedBefore: { script: { phase: 'ended' } },
} satisfies Record<string, Moment>;

/** Two frames: the picture is on the screen, and can be held when it stops. */
async function pictureShown(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}
