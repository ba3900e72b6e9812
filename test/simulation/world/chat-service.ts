// The chat service with the rules of facts/tencent.md: logins, one room, its profile, and who gets to hear what.
import { RoomError, type Command, type Priority, type Receipt, type RoomProfile } from '../../../src/core/index.js';
import type { Line } from './line.js';
import { Show } from './show.js';
import type { World } from './world.js';

/** How long a dismissed room can't be created again, in milliseconds. */
const BLOCKED_FOR = 3_000;
/** So many reads are let through in so many milliseconds; the rest is told to come later (2996). */
const READS = { most: 6, within: 5_000 };

export class ChatService {
  /** The room, while it exists. */
  show: Show | undefined;
  /** Every show there ever was, the newest last. */
  readonly shows: Show[] = [];
  readonly banned = new Set<string>();
  readonly muted = new Set<string>();
  readonly lines = new Map<string, Line>();
  readonly #world: World;
  #validFrom = new Map<string, number>();
  #tokens = 0;
  #blockedUntil = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** A new proof of who somebody is. */
  token(): number {
    return ++this.#tokens;
  }

  isValid(user: string, token: number): boolean {
    return token >= (this.#validFrom.get(user) ?? 0);
  }

  /** Nothing that was given out so far is good any more. */
  expire(user: string): void {
    this.#validFrom.set(user, this.#tokens + 1);
    const line = this.lines.get(user);
    if (!line) return;
    this.#forget(line);
    line.end({ type: 'credentials-expired' });
  }

  login(line: Line): void {
    if (!this.isValid(line.user, line.token)) throw new RoomError('credentials-rejected', 'Simulated: expired.');
    const first = this.lines.get(line.user);
    if (first && first !== line) {
      if (first.isOpen) this.#world.tally.add('second login');
      this.#forget(first);
      first.kick('kicked');
    }
    this.lines.set(line.user, line);
  }

  logout(line: Line): void {
    this.#forget(line);
    line.isOpen = false;
    if (this.lines.get(line.user) === line) this.lines.delete(line.user);
  }

  open(line: Line): RoomProfile {
    check(line);
    if (!this.show) {
      if (this.#world.time.now < this.#blockedUntil) {
        this.#world.tally.add('create blocked after dismissal');
        throw new RoomError('busy', 'Simulated: the id is still in use.');
      }
      this.show = new Show(this.#world, this.shows.length, line.user);
      this.shows.push(this.show);
      this.#world.rules.opened(this.show);
    }
    if (this.show.owner !== line.user) throw new RoomError('room-taken', 'Simulated: somebody else’s.');
    return this.show.join(line);
  }

  join(line: Line): RoomProfile {
    check(line);
    if (this.banned.has(line.user)) throw new RoomError('banned', 'Simulated: banned.');
    return this.#existing.join(line);
  }

  /** After an outage. */
  rejoin(line: Line): void {
    if (this.show && !this.banned.has(line.user)) this.show.members.add(line);
  }

  read(line: Line): RoomProfile {
    check(line);
    if (!line.hasJoined) throw new RoomError('not-joined', 'Simulated: not a member.');
    const { now } = this.#world.time;
    while (line.readsAt[0] !== undefined && line.readsAt[0] < now - READS.within) line.readsAt.shift();
    if (line.readsAt.length >= READS.most || this.#world.strikes('busy', 'read refused')) {
      throw new RoomError('busy', 'Simulated: 2996.');
    }
    line.readsAt.push(now);
    const show = this.#existing;
    const isStale = show.before !== undefined && this.#world.strikes('stale', 'stale read');
    return show.profile(isStale ? show.before : undefined);
  }

  write(line: Line, record: string): void {
    const show = this.#joined(line);
    if (show.owner !== line.user) throw new RoomError('not-owner', 'Simulated: not the owner.');
    show.write(record, line);
  }

  send(line: Line, command: Command, id: string, priority: Priority): Receipt {
    const show = this.#joined(line);
    if (this.muted.has(line.user)) throw new RoomError('muted', 'Simulated: muted.');
    return show.say({ id: line.user, name: line.page.name }, command, id, priority, line);
  }

  leave(line: Line): void {
    line.hasJoined = false;
    this.#forget(line);
  }

  dismiss(line: Line): void {
    if (!this.show) return;
    if (this.#joined(line).owner !== line.user) throw new RoomError('not-owner', 'Simulated: not the owner.');
    this.close();
  }

  /** The room is gone for good. */
  close(): void {
    const show = this.show;
    if (!show) return;
    this.show = undefined;
    this.#blockedUntil = this.#world.time.now + BLOCKED_FOR;
    show.close();
  }

  /** The service sends somebody away. */
  remove(user: string, code: 'kicked' | 'banned'): void {
    const line = this.lines.get(user);
    if (code === 'banned') this.banned.add(user);
    if (!line) return;
    this.#forget(line);
    line.kick(code);
  }

  /** Drops somebody from the room without a word: the account joined another room elsewhere. */
  drop(user: string): void {
    const line = this.lines.get(user);
    if (line) this.#forget(line);
  }

  get #existing(): Show {
    if (!this.show) throw new RoomError('room-not-found', 'Simulated: 10010.');
    return this.show;
  }

  #joined(line: Line): Show {
    check(line);
    if (!this.show?.members.has(line)) throw new RoomError('not-joined', 'Simulated: not a member.');
    return this.show;
  }

  #forget(line: Line): void {
    if (this.show?.members.has(line)) this.#world.say(() => `   ${line.page.name} is not in the room any more`);
    if (this.show?.members.delete(line)) this.show.tellComings('left', line);
  }
}

function check(line: Line): void {
  if (!line.isOpen) throw new RoomError('not-joined', 'Simulated: not logged in.');
}
