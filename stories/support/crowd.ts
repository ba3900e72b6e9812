// People who talk in a scripted room: what they say is always the same, how fast is the script's.
import type { ScriptedRoom } from './with-room.js';

/** Who says what; long and short, several scripts and directions, a line break, an emoji. */
const LINES = [
  ['Ana', 'Hello everybody, first time here!'],
  ['Ben Okafor', 'Doors at eight, right? 🎉'],
  ['李娜', '等了一个小时了，好激动'],
  ['ليلى', 'مرحبا! كيف الحال؟'],
  ['Dee', 'I heard she plays the whole record front to back and then takes questions from the chat.'],
  ['Eva Lindström', 'she is here\nshe is HERE'],
  ['Omar', 'I heard the new album is done'],
  ['Noa', 'Greetings from Haifa'],
  ['Kenji', 'できれば最後まで残りたい'],
  ['Priya', 'My whole class is watching 👋'],
  ['Tomás', 'sound check was great'],
  ['Ines', 'who else is here from Lisbon?'],
] as const;

/** The first line of a crowd: the ones before have been said already, where somebody talked. */
const FIRST = 6;
/** How often a crowd is given its turn, in milliseconds. */
const TURN = 50;

/** The line with this number, for ever: after the last one it begins anew, with other people. */
export function lineAt(index: number): readonly [name: string, text: string] {
  const [name, text] = LINES[index % LINES.length] ?? LINES[0];
  const round = Math.floor(index / LINES.length);
  return [round === 0 ? name : `${name.split(' ')[0]} ${round + 1}`, text];
}

/** The first `count` lines at once. */
export function talk(room: ScriptedRoom, count = 4): void {
  for (let index = 0; index < count; index++) room.say(...lineAt(index));
}

/** `rate` lines a second until the element leaves the room. 0: nobody speaks. */
export function keepTalking(room: ScriptedRoom, rate: number): void {
  if (rate <= 0) return;
  let said = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    if (room.im.closed) return clearInterval(timer);
    // By the clock, not by the turn: a page that was busy catches up, as it would with a real service; at most a second of it.
    const due = Math.floor(((performance.now() - began) / 1000) * rate);
    for (said = Math.max(said, due - rate); said < due; said++) room.say(...lineAt(FIRST + said));
  }, TURN);
}

/** People coming in, folded by the chat into one line. */
export function arrive(room: ScriptedRoom, names: readonly string[]): void {
  for (const name of names) {
    const id = name.toLowerCase();
    room.im.signals.emit({ type: 'joined', person: { id, name }, id: `joined-${id}`, at: Date.now() });
  }
}
