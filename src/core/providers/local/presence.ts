// Who is in a chat room: whoever holds a lock that carries their name. A killed tab lets go of it, so nobody has to say goodbye.
import type { Person } from '../../chat/message.js';
import { holdLock, type HeldLock } from './held-lock.js';
import { nameOf, partsOf } from './names.js';
import { parsePerson } from './room-message.js';

/** Longer avatars (a data: address) are not carried in a lock's name. */
const MAX_AVATAR = 1024;

/** Who came and who went since the last look, not counting this person. */
export interface Comings {
  readonly joined: readonly Person[];
  readonly left: readonly Person[];
  /** Whether there are more or fewer people than before. */
  readonly recount: boolean;
}

export class Presence {
  readonly #room: string;
  readonly #self: Person;
  #locks: readonly HeldLock[] = [];
  #people: ReadonlyMap<string, Person> = new Map();

  constructor(room: string, self: Person) {
    this.#room = room;
    this.#self = self;
  }

  /** How many people there were at the last look, this person included. */
  get count(): number {
    return this.#people.size;
  }

  /**
   * Shows this person in the room, in one place only.
   *
   * @param kicked - Called when they came in elsewhere.
   */
  async take(kicked: () => void): Promise<void> {
    const { id, name, avatar } = this.#self;
    const shown = avatar !== undefined && avatar.length <= MAX_AVATAR ? avatar : undefined;
    // First the card, which several may hold: a person who moves from one tab to another is never seen to leave.
    const card = await holdLock(nameOf('member', this.#room, id, name, shown), { mode: 'shared' });
    this.#locks = [card];
    this.#locks = [card, await holdLock(nameOf('login', this.#room, id), { steal: true }, kicked)];
  }

  async release(): Promise<void> {
    await Promise.all(this.#locks.map((lock) => lock.release()));
    // The browser answers in order: with this answer it has freed the locks, and others who ask now get the truth.
    await navigator.locks.query();
  }

  /** Looks who holds a card now. */
  async look(): Promise<Comings> {
    const people = await this.#ask();
    const before = this.#people;
    this.#people = people;
    return {
      joined: this.#others(people, before),
      left: this.#others(before, people),
      recount: people.size !== before.size,
    };
  }

  async #ask(): Promise<ReadonlyMap<string, Person>> {
    const { held = [] } = await navigator.locks.query();
    const people = new Map<string, Person>();
    for (const { name: lock } of held) {
      const [room, id, name, avatar] = partsOf('member', lock) ?? [];
      const person = room === this.#room ? parsePerson({ id, name, avatar }) : undefined;
      if (person) people.set(person.id, person);
    }
    return people;
  }

  #others(people: ReadonlyMap<string, Person>, known: ReadonlyMap<string, Person>): readonly Person[] {
    return [...people.values()].filter(({ id }) => !known.has(id) && id !== this.#self.id);
  }
}
