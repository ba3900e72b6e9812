// One room from its creation to its dismissal: owner, profile, members, what was said. Another room of the same name is another show.
import type { Command, Person, Priority, Receipt, RoomProfile } from '../../../src/core/index.js';
import { parseRecord } from '../../../src/core/room/record.js';
import { Budget } from './budget.js';
import type { Line } from './line.js';
import { keyOf } from './stage-service.js';
import type { World } from './world.js';

/** So many of the last messages a newcomer gets, where history is on. */
const HISTORY = 20;

export interface Said {
  readonly from: Person;
  readonly command: Command;
  readonly id: string;
  readonly at: number;
  readonly seq: number;
}

export class Show {
  readonly number: number;
  readonly owner: string;
  readonly members = new Set<Line>();
  record = '';
  /** Key of the stage that the record announces. */
  announcedStage: string | undefined;
  /** Whether the record is older than one before it: a write that took longer than the page waited for it. */
  isOverwritten = false;
  /** The record before this one. */
  before: string | undefined;
  readonly #world: World;
  readonly #budget: Budget;
  readonly #receipts = new Map<string, Receipt>();
  /** What the owner announced, oldest first. */
  readonly announced: Said[] = [];
  #history: Said[] = [];
  #seq = 0;
  #newestAt = 0;

  constructor(world: World, number: number, owner: string) {
    this.#world = world;
    this.number = number;
    this.owner = owner;
    this.#budget = new Budget(world);
  }

  profile(record = this.record): RoomProfile {
    return { owner: this.owner, record, members: this.members.size };
  }

  join(line: Line): RoomProfile {
    line.hasJoined = true;
    if (!this.members.has(line)) {
      this.members.add(line);
      this.tellComings('joined', line);
    }
    if (this.#world.hasHistory) {
      for (const said of this.#history) {
        if (said.from.id === line.user) continue;
        this.#world.tally.add('message replayed at join');
        line.deliver({ type: 'command', ...said });
      }
    }
    return this.profile();
  }

  write(record: string, by: Line): void {
    const earlier = parseRecord(this.record);
    const { at = 0 } = parseRecord(record) ?? {};
    this.isOverwritten = earlier !== undefined && at < Math.max(earlier.at, this.#newestAt);
    this.#newestAt = Math.max(at, this.#newestAt);
    if (this.isOverwritten) this.#world.tally.add('older record written over a newer one');
    this.before = this.record;
    this.record = record;
    const { phase, stage } = parseRecord(record) ?? {};
    this.announcedStage = phase === 'live' ? keyOf(stage!) : undefined;
    this.#world.rules.written(this);
    for (const member of this.members) if (member !== by) member.deliver({ type: 'profile-changed', record });
  }

  /** Any member may say anything. Whoever says it is not told of it. The same id is the same message. */
  say(from: Person, command: Command, id: string, priority: Priority, by?: Line): Receipt {
    const key = `${from.id}/${id}`;
    const earlier = this.#receipts.get(key);
    if (earlier) return earlier;
    const receipt = { at: this.#world.time.now, seq: ++this.#seq };
    this.#receipts.set(key, receipt);
    this.#world.rules.said(key, command, receipt.seq);
    this.#budget.take(priority, () => {
      const said = { from, command, id, ...receipt };
      if (from.id === this.owner && command.type !== 'text') this.announced.push(said);
      this.#history.push(said);
      if (this.#history.length > HISTORY) this.#history.shift();
      for (const member of this.members)
        if (member !== by && member.user !== from.id) member.deliver({ type: 'command', ...said });
    });
    return receipt;
  }

  tellComings(type: 'joined' | 'left', line: Line): void {
    const { dice, time } = this.#world;
    const person = { id: line.user, name: line.page.name };
    const id = `${type}${this.number}-${++this.#seq}`;
    for (const member of this.members) if (member !== line) member.deliver({ type, person, id, at: time.now });
    if (!dice.chance(0.3)) return;
    for (const member of this.members) member.deliver({ type: 'members', count: this.members.size });
  }

  /** What was written counts no more, and everybody hears of it, if they can be reached. */
  close(): void {
    const members = [...this.members];
    this.members.clear();
    this.#world.rules.closed(this);
    for (const member of members) member.deliver({ type: 'dismissed' });
  }
}
