// What of a conversation is read out, and when: each message while it is quiet, a summary now and then when it is not; the
// host's words and the reader's own name at once. Decides only: what is said goes to `say`, which knows no rate.
import type { Clock, TextMessage } from '../../core/index.js';
import { mentionOf } from './mention.js';

/** Between two summaries while many talk, in milliseconds. */
export const SUMMARY_EVERY = 15_000;
/** As many waiting messages are read out one by one; more become a summary. */
const SINGLY = 3;
/** From here on (messages a millisecond) many talk: one every two seconds is more than can be listened to. */
const MANY = 1 / 2_000;
/** How long a voice takes, in milliseconds: for anything, and for each character. */
const PER_WORDS = 1_000;
const PER_CHARACTER = 60;
/** No silence is longer, in milliseconds: what seems so is a clock that was set back. */
const LONGEST_QUIET = 20_000;
/** What is longer is cut, in characters: nobody can skip what is read out. */
export const LONGEST = 200;
/** Mentions read out at once within `SUMMARY_EVERY`: whoever writes a name over and over gets no more of anybody's ear. */
export const MENTIONS = 3;

/** Who listens, and to whom. */
export interface Ears {
  /** User id of the host. */
  readonly owner: string | undefined;
  /** The reader's own name. */
  readonly name: string;
}

/** The words that are not anybody's own. */
export interface AnnouncerWords {
  readonly host: string;
  readonly summary: (count: number, name: string, text: string) => string;
}

export class Announcer {
  readonly #clock: Clock;
  readonly #say: (words: string) => void;
  readonly #words: () => AnnouncerWords;
  #owner: string | undefined;
  #name = '';
  #isMentioned = mentionOf('');
  /** When mentions were read out. */
  #mentions: number[] = [];
  /** What waits: the first few in full, of the others how many and which came last. */
  #waiting: TextMessage[] = [];
  #count = 0;
  #last: TextMessage | undefined;
  #since = 0;
  /** What came while paused and would have been said at once. */
  #urgent: TextMessage | undefined;
  #isPaused = false;
  /** Until then the voice is busy, or owes silence. */
  #quietUntil = -Infinity;
  #cancel: (() => void) | undefined;

  /** @param words - Asked whenever something is said: the language may have changed. */
  constructor(clock: Clock, say: (words: string) => void, words: () => AnnouncerWords) {
    this.#clock = clock;
    this.#say = say;
    this.#words = words;
  }

  know({ owner, name }: Ears): void {
    this.#owner = owner;
    if (name === this.#name) return;
    this.#name = name;
    this.#isMentioned = mentionOf(name);
  }

  /** Somebody else said something. */
  hear(message: TextMessage): void {
    if (this.#isUrgent(message)) {
      if (this.#isPaused) this.#urgent = message;
      else return this.#speak(this.#quote(message));
    }
    if (this.#count++ === 0) this.#since = this.#clock.now();
    if (this.#count <= SINGLY) this.#waiting.push(message);
    this.#last = message;
    this.#schedule();
  }

  /** Says nothing until resumed; what comes is counted. What waited already is dropped: the reader has stopped at it. */
  pause(): void {
    this.stop();
    this.#isPaused = true;
  }

  /** Goes on with what came meanwhile: the last that was meant for the reader, then how much there was. */
  resume(): void {
    if (!this.#isPaused) return;
    const urgent = this.#urgent;
    this.#isPaused = false;
    this.#quietUntil = -Infinity;
    this.#urgent = undefined;
    if (urgent) this.#speak(this.#quote(urgent));
    if (this.#count > 1) this.#summarize();
    else if (this.#last && !urgent) this.#speak(this.#quote(this.#last));
    this.#forget();
  }

  /** Forgets what waits: another room, or nobody is there any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = this.#urgent = undefined;
    this.#forget();
  }

  #forget(): void {
    [this.#waiting, this.#count, this.#last] = [[], 0, undefined];
  }

  #isUrgent(message: TextMessage): boolean {
    if (message.from.id === this.#owner) return true;
    if (!this.#isMentioned(message.text)) return false;
    const now = this.#clock.now();
    this.#mentions = this.#mentions.filter((at) => Math.abs(now - at) < SUMMARY_EVERY);
    return this.#mentions.length < MENTIONS && this.#mentions.push(now) > 0;
  }

  #schedule(): void {
    if (!this.#isPaused) this.#cancel ??= this.#clock.after(this.#quiet, () => this.#takeTurn());
  }

  /** Milliseconds of silence left. */
  get #quiet(): number {
    const left = this.#quietUntil - this.#clock.now();
    return left > 0 && left <= LONGEST_QUIET ? left : 0;
  }

  #takeTurn(): void {
    this.#cancel = undefined;
    // Not while something is being said that could not wait.
    if (this.#quiet === 0) this.#speakWaiting();
    if (this.#count > 0) this.#schedule();
  }

  #speakWaiting(): void {
    if (this.#count > SINGLY) return this.#summarize();
    const first = this.#waiting.shift();
    this.#count--;
    if (first) this.#speak(this.#quote(first));
  }

  #summarize(): void {
    const now = this.#clock.now();
    const { from, text } = this.#last!;
    this.#speak(this.#words().summary(this.#count, from.name, cut(text)));
    const isMany = this.#count > Math.max(0, now - this.#since) * MANY;
    if (isMany) this.#quietUntil = Math.max(this.#quietUntil, now + SUMMARY_EVERY);
    this.#forget();
  }

  #quote({ from, text }: TextMessage): string {
    const name = from.id === this.#owner ? `${this.#words().host} ${from.name}` : from.name;
    return `${name}: ${cut(text)}`;
  }

  #speak(words: string): void {
    this.#say(words);
    const done = this.#clock.now() + PER_WORDS + words.length * PER_CHARACTER;
    this.#quietUntil = this.#quiet > 0 ? Math.max(this.#quietUntil, done) : done;
  }
}

function cut(text: string): string {
  // A character has two units at most.
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
