// A whole show in three quarters of a minute: what happens, when, and what everybody sees of it.
import { talk } from './crowd.js';
import type { ScriptedRoom } from './with-room.js';

export interface Step {
  /** Seconds after the beginning. */
  readonly at: number;
  readonly title: string;
  /** What goes over the wire. */
  readonly wire: string;
  /** `speed`: how much faster than in life, for what lasts. */
  readonly act: (room: ScriptedRoom, speed: number) => void;
}

const HOST = 'star';
const COUNTDOWN = 3;

/** When the show is planned to begin, seconds after the story does. */
export const STARTS_IN = 14;
/** Messages a second. */
export const RATE = 3;

function enter(room: ScriptedRoom, run: number, seconds?: number): void {
  const countdown = seconds === undefined ? {} : { in: seconds };
  room.im.hear(HOST, { type: 'enter', stage: 'stage', run, ...countdown }, { name: 'Mira Chen' });
}

export const STEPS: readonly Step[] = [
  {
    at: 0,
    title: 'People gather and chat',
    wire: 'record: waiting',
    act: (room) => talk(room, 4),
  },
  {
    at: 7,
    title: 'The host comes: 3, 2, 1',
    wire: 'record: live, run 1 · message: ENTER',
    act: (room, speed) => enter(room, 1, COUNTDOWN / speed),
  },
  {
    at: 7 + COUNTDOWN,
    title: 'The first frame: every page swaps',
    wire: 'video',
    act: (room) => room.av.play(),
  },
  {
    at: 18,
    title: 'The picture stops',
    wire: 'no video, record still live',
    act: (room) => room.av.stop(),
  },
  { at: 22, title: 'The picture is back', wire: 'video', act: (room) => room.av.play() },
  {
    at: 27,
    title: 'The host steps off: back to chat',
    wire: 'record: waiting · message: host left',
    act(room) {
      room.hostSays('Five minutes, stay here!');
      room.av.stop();
      room.declare('waiting', 1);
    },
  },
  {
    at: 32,
    title: 'Live again',
    wire: 'record: live, run 2 · message: ENTER',
    act(room) {
      const stop = room.av.asked.listen((call) => {
        if (call !== 'enter') return;
        stop();
        setTimeout(() => room.av.play());
      });
      enter(room, 2);
    },
  },
  {
    at: 40,
    title: 'The host ends the show',
    wire: 'record: ended · message: EXIT · group dismissed',
    act: (room) => room.declare('ended', 2),
  },
];
