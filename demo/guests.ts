// Two guests who chat while they wait, so that the room feels like one. They use the core alone: no element, no picture.
import { createRoom, isOpen, type RoomController, type RoomOptions } from '../src/core/index.js';
import { WORDS, type Language } from './words.js';

const GUESTS = [
  { user: 'sofia', name: 'Sofia' },
  { user: 'wei', name: 'Li Wei' },
] as const;
/** Between two messages, in milliseconds. */
const PAUSE = { shortest: 1_800, longest: 4_200 };

/** Lets the guests in. They fall silent when the returned function is called, or with the show. */
export function inviteGuests(room: RoomOptions, language: () => Language): () => void {
  const guests = GUESTS.map((guest) => createRoom({ ...room, ...guest }));
  const said = { waiting: 0, live: 0 };
  let timer = setTimeout(speak, PAUSE.shortest);

  function speak(): void {
    timer = setTimeout(speak, PAUSE.shortest + Math.random() * (PAUSE.longest - PAUSE.shortest));
    const guest = guests[(said.waiting + said.live) % guests.length]!;
    if (isOpen(guest.state)) say(guest);
  }

  function say(guest: RoomController): void {
    const mood = guest.state.phase === 'live' && !guest.state.countdown ? 'live' : 'waiting';
    const lines = WORDS[language()][mood];
    void guest.dispatch({ type: 'send-text', text: lines[said[mood]++ % lines.length]! });
  }

  return () => {
    clearTimeout(timer);
    for (const guest of guests) void guest.close();
  };
}
