// The moments of a show, as scripts that stories play on a scripted room.
import { RoomError } from '../../src/core/index.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from './with-room.js';

/** Brings a room to a moment of its show. Acts as the service would: by what is heard, never on elements. */
export type Act = (room: ScriptedRoom) => void | Promise<void>;

export interface Moment {
  readonly script?: RoomScript;
  /** Before the element comes. */
  readonly prepare?: Act;
  /** Once the element is in the room (and, while live, on the stage). */
  readonly act?: Act;
}

/** A poster that needs no request. */
export const POSTER = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" preserveAspectRatio="xMidYMid slice"><rect width="800" height="450" fill="#2b3a42"/><circle cx="560" cy="190" r="130" fill="#e2a14b"/><path d="M0 330h800v120H0z" fill="#3f5c5c"/></svg>',
)}`;

const talk: Act = (room) => {
  room.say('Ana', 'Hello everybody, first time here!');
  room.say('Omar', 'I heard the new album is done');
  room.say('李娜', '等了一个小时了，好激动');
  room.hostSays('Two minutes, promise. Getting my tea.');
};

const playing: Act = (room) => {
  void talk(room);
  room.av.play();
};

const LIVE: RoomScript = { phase: 'live' };

export const MOMENTS = {
  waiting: { act: talk },
  countdown: { script: { startsIn: 3725 }, act: talk },
  anyMoment: { script: { startsIn: -5 }, act: talk },
  arriving: {
    act(room) {
      void talk(room);
      room.im.hear('star', { type: 'enter', stage: 'stage', run: 1, in: 3 }, { name: 'Mira Chen' });
    },
  },
  opening: { script: LIVE, act: talk },
  live: { script: LIVE, act: playing },
  away: {
    script: LIVE,
    async act(room) {
      await playing(room);
      await nextFrame();
      room.av.stop();
    },
  },
  cameraOff: {
    script: LIVE,
    async act(room) {
      await playing(room);
      await nextFrame();
      room.av.stop({ audio: true });
    },
  },
  soundBlocked: {
    script: LIVE,
    act(room) {
      void playing(room);
      room.av.signals.emit({ type: 'autoplay-blocked', resume: () => Promise.resolve() });
    },
  },
  failed: {
    script: LIVE,
    prepare: ({ av }) => av.failNext('enter', new RoomError('unsupported-browser', 'Scripted: no WebRTC here.')),
    act: talk,
  },
  ended: { script: { phase: 'ended' } },
  notOpen: { script: { phase: 'none' } },
  kicked: {
    act(room) {
      void talk(room);
      room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    },
  },
} satisfies Record<string, Moment>;

export type MomentName = keyof typeof MOMENTS;

/** A room that comes to its moment as soon as an element is in it (and, while live, on the stage). */
export function roomAt(name: MomentName): ScriptedRoom {
  const { script, prepare, act }: Moment = MOMENTS[name];
  const room = scriptRoom(script);
  void prepare?.(room);
  const asked: readonly [name: string, ...args: unknown[]][] = script?.phase === 'live' ? room.av.calls : room.im.calls;
  const isThere = () => asked.some(([call]) => call === 'enter' || call === 'joinRoom');
  if (act)
    void when(isThere)
      .then(nextFrame)
      .then(() => act(room));
  return room;
}

/** Resolves when `isSo`, looked at once a frame. */
export async function when(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame();
}

export function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
