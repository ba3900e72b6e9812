// All rooms: one comes into being with the first who enters and goes with the last who leaves.
import type { PartContext } from '../support/part.js';
import type { Impairments } from './impairments.js';
import type { StageOptions } from './options.js';
import type { Peer } from './peer.js';
import type { RoomName } from './rights.js';
import { Room } from './room.js';

const FIRST_TINY_ID = 144_115_198_000_000_000n;

export class Rooms {
  readonly #context: PartContext;
  readonly #options: StageOptions;
  readonly #impairments: Impairments;
  readonly #rooms = new Map<string, Room>();
  readonly #tinyIds = new Map<string, string>();

  constructor(context: PartContext, options: StageOptions, impairments: Impairments) {
    this.#context = context;
    this.#options = options;
    this.#impairments = impairments;
  }

  find(name: RoomName): Room | undefined {
    return this.#rooms.get(keyOf(name));
  }

  open(name: RoomName): Room {
    const key = keyOf(name);
    const known = this.#rooms.get(key);
    if (known) return known;
    const emptied = () => void this.#rooms.delete(key);
    const room = new Room(name, this.#context, this.#options, { impairments: this.#impairments, emptied });
    this.#rooms.set(key, room);
    return room;
  }

  get all(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Wherever the user is. */
  peersOf(user: string): readonly Peer[] {
    return this.all.flatMap((room) => room.peer(user) ?? []);
  }

  /** The service's own number for a user: always the same. */
  tinyIdOf(user: string): string {
    const known = this.#tinyIds.get(user);
    if (known !== undefined) return known;
    const tinyId = String(FIRST_TINY_ID + BigInt(this.#tinyIds.size + 1));
    this.#tinyIds.set(user, tinyId);
    return tinyId;
  }

  close(): void {
    for (const room of this.all) room.close();
  }
}

function keyOf({ kind, id }: RoomName): string {
  return `${kind} ${id}`;
}
