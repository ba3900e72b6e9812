// ImPort without a server: the "service" is this browser's storage, locks and channels.
// It cannot vouch for senders: any script of the same origin can speak in anybody's name.
import { MAX_TEXT_BYTES, type Person } from '../../chat/message.js';
import { RoomError } from '../../errors/room-error.js';
import type { Credentials } from '../../ports/credentials.js';
import type { ImPort, ImSignal, Receipt, RoomProfile, SendOptions } from '../../ports/im-port.js';
import type { ProviderContext } from '../../ports/provider.js';
import { createCodec, type Codec } from '../../protocol/codec.js';
import type { Command } from '../../protocol/commands.js';
import { Signals } from '../../support/signals.js';
import { byteLength } from '../../support/text.js';
import { Membership } from './membership.js';
import { notFound, notJoined, notOwner, taken } from './refusals.js';
import { checkBrowser, RoomStore, unavailable } from './room-store.js';

/** Most bytes of a record, as the real service allows. */
const MAX_RECORD_BYTES = 240;

export class LocalIm implements ImPort {
  readonly #context: ProviderContext;
  readonly #codec: Codec;
  readonly #signals = new Signals<ImSignal>();
  #person: Person | undefined;
  #membership: Membership | undefined;
  #closed = false;
  /** The end of the queue: joining and leaving happen one after the other, in the order they were asked for. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: ProviderContext) {
    this.#context = context;
    this.#codec = createCodec(context.settings.enterAction);
  }

  async connect({ userId, name, avatar }: Credentials): Promise<void> {
    checkBrowser();
    this.#person = { id: userId, name: name || userId, ...(avatar !== undefined && { avatar }) };
  }

  openRoom(room: string): Promise<RoomProfile> {
    return this.#inTurn(async () => {
      const self = this.#self();
      const store = new RoomStore(room);
      await store.locked(() => {
        const group = store.read();
        if (group && group.owner !== self.id) throw taken(room);
        const { id, record } = group ?? { id: this.#context.ids(), record: '' };
        store.write({ id, owner: self.id, ownerName: self.name, record });
      });
      return this.#join(room, self);
    });
  }

  joinRoom(room: string): Promise<RoomProfile> {
    return this.#inTurn(async () => {
      const self = this.#self();
      // Asked before coming in, so that waiting for a room to open is not seen as coming and going.
      if (!new RoomStore(room).read()) throw notFound(room);
      return this.#join(room, self);
    });
  }

  async readProfile(): Promise<RoomProfile> {
    return this.#joined().read();
  }

  async writeRecord(record: string): Promise<void> {
    const bytes = byteLength(record);
    if (bytes > MAX_RECORD_BYTES) {
      throw new RoomError('internal', `The record has ${bytes} bytes; the service takes ${MAX_RECORD_BYTES} at most.`);
    }
    await this.#joined().writeRecord(record);
  }

  async send(command: Command, { id }: SendOptions): Promise<Receipt> {
    const membership = this.#joined();
    if (command.type === 'text' && byteLength(command.text) > MAX_TEXT_BYTES) {
      throw new RoomError('message-refused', `The message is longer than ${MAX_TEXT_BYTES} bytes: shorten it.`);
    }
    return membership.send(this.#codec.encode(command), id);
  }

  leaveRoom(): Promise<void> {
    return this.#inTurn(() => this.#leave());
  }

  dismissRoom(): Promise<void> {
    return this.#inTurn(async () => {
      const self = this.#self();
      const store = new RoomStore(this.#membership?.room ?? this.#context.room);
      await store.locked(() => {
        const group = store.read();
        if (!group) return;
        if (group.owner !== self.id) throw notOwner();
        // Out before it is gone: the owner is not told of what the owner did.
        void this.#membership?.leave();
        store.remove();
      });
      await this.#leave();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Nothing can be done about a browser that fails while a page goes, and nobody could act on it.
    await this.leaveRoom().catch(() => undefined);
  }

  listen(listener: (signal: ImSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  async #join(room: string, person: Person): Promise<RoomProfile> {
    const current = this.#membership;
    if (current && !current.over && current.room === room) return current.read();
    await this.#leave();
    const signal = (heard: ImSignal) => (this.#closed ? undefined : this.#signals.emit(heard));
    const membership = new Membership({ room, person, context: this.#context, codec: this.#codec, signal });
    this.#membership = membership;
    try {
      return await membership.join();
    } catch (error) {
      await this.#leave();
      throw error;
    }
  }

  async #leave(): Promise<void> {
    const membership = this.#membership;
    await membership?.leave();
    if (this.#membership === membership) this.#membership = undefined;
  }

  #joined(): Membership {
    if (!this.#membership || this.#membership.over || this.#closed) throw notJoined();
    return this.#membership;
  }

  #self(): Person {
    if (!this.#person || this.#closed) throw notJoined();
    return this.#person;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      throw unavailable(error);
    }
  }
}
