// One stay in one chat room, from joining to leaving: hears, speaks, and holds all that has to be freed.
import type { Person } from '../../chat/message.js';
import type { ImSignal, Receipt, RoomProfile } from '../../ports/im-port.js';
import type { ProviderContext } from '../../ports/provider.js';
import type { Codec, Wire } from '../../protocol/codec.js';
import type { Cancel } from '../../support/clock.js';
import { nameOf } from './names.js';
import { Presence } from './presence.js';
import { notFound, notJoined, notOwner } from './refusals.js';
import { parseRoomMessage, type RoomMessage } from './room-message.js';
import { RoomStore, type Group } from './room-store.js';

/** How often a member looks who is still there, in milliseconds: how long a killed tab is missed by nobody. */
export const LOOK_EVERY = 2_000;

export interface MembershipSetup {
  readonly room: string;
  readonly person: Person;
  readonly context: ProviderContext;
  readonly codec: Codec;
  readonly signal: (signal: ImSignal) => void;
}

export class Membership {
  readonly room: string;
  readonly #setup: MembershipSetup;
  readonly #store: RoomStore;
  readonly #presence: Presence;
  readonly #channel: BroadcastChannel;
  #group: Group | undefined;
  /** The largest order number seen: what is said after a message comes after it. */
  #seen = 0;
  #cancelLook: Cancel | undefined;
  #unwatch: (() => void) | undefined;
  #leaving: Promise<void> | undefined;

  constructor(setup: MembershipSetup) {
    this.room = setup.room;
    this.#setup = setup;
    this.#store = new RoomStore(setup.room);
    this.#presence = new Presence(setup.room, setup.person);
    this.#channel = new BroadcastChannel(nameOf('chat', setup.room));
  }

  /** Whether it is over: left, kicked, or the room dismissed. */
  get over(): boolean {
    return this.#leaving !== undefined;
  }

  async join(): Promise<RoomProfile> {
    this.#channel.onmessage = ({ data }) => this.#hear(parseRoomMessage(data));
    await this.#presence.take(() => this.#end({ type: 'kicked', code: 'kicked' }));
    await this.#presence.look();
    // Read last: from here to the caller nothing can come between, so no change is missed or told twice.
    this.#group = this.#store.read();
    if (!this.#group) throw notFound(this.room);
    this.#unwatch = this.#store.watch(() => this.#lookAtGroup());
    this.#post({ kind: 'people' });
    this.#lookLater();
    return profileOf(this.#group, this.#presence.count);
  }

  async read(): Promise<RoomProfile> {
    const group = this.#store.read();
    if (!group || group.id !== this.#group?.id) throw notFound(this.room);
    return profileOf(group, this.#presence.count);
  }

  async writeRecord(record: string): Promise<void> {
    await this.#store.locked(() => {
      const group = this.#store.read();
      if (!group) throw notFound(this.room);
      if (group.owner !== this.#setup.person.id) throw notOwner();
      this.#group = { ...group, record };
      this.#store.write(this.#group);
    });
  }

  async send(wire: Wire, id: string): Promise<Receipt> {
    return this.#store.locked(() => {
      if (this.over || !this.#store.read()) throw notJoined();
      const at = this.#setup.context.clock.now();
      const seq = this.#store.nextSeq(this.#seen);
      this.#seen = seq;
      this.#post({ kind: 'command', from: this.#setup.person, id, wire, at, seq });
      return { at, seq };
    });
  }

  /** Frees everything. From the call on there is no signal. */
  leave(): Promise<void> {
    return (this.#leaving ??= this.#free());
  }

  async #free(): Promise<void> {
    this.#cancelLook?.();
    this.#unwatch?.();
    this.#channel.onmessage = null;
    await this.#presence.release().catch(() => undefined);
    this.#post({ kind: 'people' });
    this.#channel.close();
  }

  #end(signal: ImSignal): void {
    if (this.over) return;
    void this.leave();
    this.#setup.signal(signal);
  }

  #hear(message: RoomMessage | undefined): void {
    if (!message || !this.#group || this.over) return;
    if (message.kind === 'people') return void this.#lookAtPeople();
    const { from, id, wire, at, seq } = message;
    this.#seen = Math.max(this.#seen, seq);
    const command = this.#setup.codec.decode(wire);
    if (!command || from.id === this.#setup.person.id) return;
    this.#setup.signal({ type: 'command', from, command, id, at, seq });
  }

  #lookLater(): void {
    this.#cancelLook = this.#setup.context.clock.after(LOOK_EVERY, () => {
      this.#lookLater();
      this.#lookAtGroup();
      void this.#lookAtPeople();
    });
  }

  #lookAtGroup(): void {
    const before = this.#group;
    if (!before || this.over) return;
    const group = this.#stored();
    // Refused is no answer: the browser took the storage away while we were here, and may give it back.
    if (group === 'refused') return;
    if (group?.id !== before.id) return this.#end({ type: 'dismissed' });
    this.#group = group;
    if (group.record !== before.record) this.#setup.signal({ type: 'profile-changed', record: group.record });
  }

  #stored(): Group | 'refused' | undefined {
    try {
      return this.#store.read();
    } catch {
      return 'refused';
    }
  }

  async #lookAtPeople(): Promise<void> {
    // A page that is going gets no answer any more.
    const comings = await this.#presence.look().catch(() => undefined);
    if (!comings) return;
    this.#tell('joined', comings.joined);
    this.#tell('left', comings.left);
    if (comings.recount && !this.over) this.#setup.signal({ type: 'members', count: this.#presence.count });
  }

  #tell(type: 'joined' | 'left', people: readonly Person[]): void {
    const { context, signal } = this.#setup;
    for (const person of people) {
      if (!this.over) signal({ type, person, id: context.ids(), at: context.clock.now() });
    }
  }

  #post(message: RoomMessage): void {
    this.#channel.postMessage(message);
  }
}

function profileOf({ owner, ownerName, record }: Group, members: number): RoomProfile {
  return { owner, ownerName, record, members };
}
