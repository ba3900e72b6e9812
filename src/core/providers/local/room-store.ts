// The groups: who owns a room and what the owner wrote, in localStorage, changed only under a lock.
import { RoomError } from '../../errors/room-error.js';
import { nameOf } from './names.js';

/** What is kept of a chat room. */
export interface Group {
  /** Tells a group from a later one of the same name: who was in the first is not in the second. */
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly record: string;
}

/** Throws when this browser (or its settings) lacks what the provider stands on. */
export function checkBrowser(): void {
  try {
    const probe = nameOf('probe');
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    new BroadcastChannel(probe).close();
  } catch (cause) {
    throw unavailable(cause);
  }
  if (typeof navigator.locks?.request !== 'function') throw unavailable();
}

/** `error` itself when it is ours, else one that says that the browser's storage failed. */
export function unavailable(error?: unknown): RoomError {
  if (error instanceof RoomError) return error;
  const message =
    'The local provider needs localStorage, BroadcastChannel and Web Locks, and one of them is missing or refused: ' +
    'serve the page from https:// or localhost, and allow it to store data.';
  return new RoomError('storage-unavailable', message, error);
}

export class RoomStore {
  readonly #key: string;
  // A key of its own: localStorage reaches other processes late, and a counter must never write an old record back.
  readonly #seqKey: string;
  readonly #lock: string;

  constructor(room: string) {
    this.#key = nameOf('room', room);
    this.#seqKey = nameOf('seq', room);
    this.#lock = nameOf('store', room);
  }

  /** The group; undefined when there is none, or nothing that can be read as one. */
  read(): Group | undefined {
    return parseGroup(guarded(() => localStorage.getItem(this.#key)));
  }

  /** Runs `work` while no other page changes this room. Rejects with a RoomError and nothing else. */
  async locked<T>(work: () => T): Promise<T> {
    try {
      return await navigator.locks.request(this.#lock, () => work());
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Call under the lock. */
  write(group: Group): void {
    guarded(() => localStorage.setItem(this.#key, JSON.stringify(group)));
    this.#announce();
  }

  /** Call under the lock. */
  remove(): void {
    guarded(() => {
      localStorage.removeItem(this.#key);
      localStorage.removeItem(this.#seqKey);
    });
    this.#announce();
  }

  /** The next order number, larger than `seen`. Call under the lock. */
  nextSeq(seen: number): number {
    const stored = Number(guarded(() => localStorage.getItem(this.#seqKey)));
    const next = Math.max(Number.isSafeInteger(stored) ? stored : 0, seen) + 1;
    guarded(() => localStorage.setItem(this.#seqKey, String(next)));
    return next;
  }

  /**
   * Calls `changed` when the group may have changed, until the returned function is called.
   * It is only told to look: what a page may claim to have written does not matter, what is stored does.
   */
  watch(changed: () => void): () => void {
    // Pages of other processes see a write when the storage event comes, this page's other ports at once.
    const stored = ({ key }: StorageEvent) => (key === this.#key || key === null ? changed() : undefined);
    const channel = new BroadcastChannel(this.#lock);
    channel.onmessage = changed;
    window.addEventListener('storage', stored);
    return () => {
      channel.close();
      window.removeEventListener('storage', stored);
    };
  }

  #announce(): void {
    const channel = new BroadcastChannel(this.#lock);
    channel.postMessage(null);
    channel.close();
  }
}

function guarded<T>(access: () => T): T {
  try {
    return access();
  } catch (cause) {
    throw unavailable(cause);
  }
}

function parseGroup(text: string | null): Group | undefined {
  try {
    const { id, owner, ownerName, record } = JSON.parse(text ?? '') as Record<keyof Group, unknown>;
    const isGroup = [id, owner, ownerName, record].every((value) => typeof value === 'string') && owner !== '';
    return isGroup ? ({ id, owner, ownerName, record } as Group) : undefined;
  } catch {
    return undefined;
  }
}
