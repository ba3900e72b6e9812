// ImPort over the unmodified SDK @tencentcloud/chat: a room is an AVChatRoom, the record its introduction.
import { MAX_TEXT_BYTES } from '../../../chat/message.js';
import { RoomError, type RoomErrorCode } from '../../../errors/room-error.js';
import type { Credentials } from '../../../ports/credentials.js';
import type { ImPort, ImSignal, Receipt, RoomProfile, SendOptions } from '../../../ports/im-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import { createCodec, type Codec } from '../../../protocol/codec.js';
import type { Command } from '../../../protocol/commands.js';
import { within } from '../../../support/clock.js';
import { Signals } from '../../../support/signals.js';
import { byteLength } from '../../../support/text.js';
import { countPeople, createGroup, isAllMuted, nameOf, profileOf, readGroup, writeRecord } from './group.js';
import { loggedOut, proofIn, type Login, type LoginUser } from './login.js';
import type { Logins } from './logins.js';
import { changesCount, newMessage, roomOf, signalsOf } from './messages.js';
import type { SdkGroup, SdkMessage } from './sdk.js';

/** How long each half of a goodbye (leaving, logging out) may take, in milliseconds; what is left of it goes on behind the scenes. */
const GOODBYE_LIMIT = 1000;

/** How long coming in waits for the owner's name, in milliseconds; later, it comes with the next read. */
const NAME_LIMIT = 500;

export class TencentIm implements ImPort {
  readonly #context: ProviderContext;
  readonly #logins: Logins;
  readonly #codec: Codec;
  readonly #signals = new Signals<ImSignal>();
  readonly #user: LoginUser;
  #login: Login | undefined;
  /** The room this port is in, or is coming into. */
  #room: string | undefined;
  #isJoined = false;
  /** Its own dismissal is no news. */
  #isDismissing = false;
  #count: number | undefined;
  /** The group's profile has no name of its owner, and she may not say anything for long: asked for until it is answered. */
  #ownerName: { readonly id: string; readonly name: string } | undefined;
  #closed = false;

  constructor(context: ProviderContext, logins: Logins) {
    this.#context = context;
    this.#logins = logins;
    this.#codec = createCodec(context.settings.enterAction);
    this.#user = {
      messages: (messages) => this.#hear(messages),
      link: (link) => this.#emit({ type: 'link', link }),
      thrownOut: (code) => this.#thrownOut(code),
      dismissed: () => this.#dismissed(),
      expired: () => {
        this.#forget();
        this.#emit({ type: 'credentials-expired' });
      },
    };
  }

  async connect(credentials: Credentials): Promise<void> {
    if (this.#closed) throw loggedOut();
    const proof = proofIn(credentials);
    const appId = this.#context.settings.sdkAppId ?? credentials.sdkAppId;
    if (appId === undefined) {
      throw new RoomError('invalid-sdk-app-id', 'No SDKAppID: give sdk-app-id="…", or let the credentials have one.');
    }
    const login = this.#logins.of(appId, this.#context);
    if (this.#login && this.#login !== login) await this.#login.release(this.#user);
    this.#login = login;
    await login.enter(this.#user, proof);
  }

  async openRoom(room: string): Promise<RoomProfile> {
    const login = this.#connected();
    await login.resume();
    await createGroup(login, room);
    return this.#join(login, room);
  }

  async joinRoom(room: string): Promise<RoomProfile> {
    return this.#join(this.#connected(), room);
  }

  async readProfile(): Promise<RoomProfile> {
    const { login, room } = this.#joined();
    const group = await readGroup(login, room);
    void this.#recount();
    return this.#profileOf(login, group);
  }

  async writeRecord(record: string): Promise<void> {
    const { login, room } = this.#joined();
    await writeRecord(login, room, record);
  }

  async send(command: Command, options: SendOptions): Promise<Receipt> {
    const { login, room } = this.#joined();
    if (command.type === 'text' && byteLength(command.text) > MAX_TEXT_BYTES) {
      throw new RoomError('message-refused', `The message is longer than ${MAX_TEXT_BYTES} bytes: shorten it.`);
    }
    const say = async () => {
      const { data } = await login.call('send', (chat) =>
        chat.sendMessage(newMessage(chat, room, { codec: this.#codec, command, options })),
      );
      return { at: data.message.time * 1000, seq: data.message.sequence };
    };
    try {
      return await say();
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      // The service has one code for one who is muted and for a room in which all are.
      if (error.code === 'muted' && (await isAllMuted(login, room))) {
        throw new RoomError('room-muted', error.message, error.cause);
      }
      if (error.code !== 'not-joined' || !this.#isJoined) throw error;
      // The service took us out without a word, as after an outage.
      await login.seat.takeAgain();
      return say();
    }
  }

  async leaveRoom(): Promise<void> {
    this.#forget();
    await this.#login?.seat.leave(this.#user);
  }

  async dismissRoom(): Promise<void> {
    const login = this.#connected();
    this.#isDismissing = true;
    try {
      await login.seat.dismiss(this.#user, this.#context.room);
      this.#forget();
    } finally {
      this.#isDismissing = false;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#forget();
    const login = this.#login;
    if (!login) return;
    // Nobody could act on a goodbye that fails.
    await this.#briefly(login.seat.leave(this.#user));
    await this.#briefly(login.release(this.#user));
  }

  listen(listener: (signal: ImSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  async #join(login: Login, room: string): Promise<RoomProfile> {
    const isNew = this.#room !== room;
    // Before it is joined, as the history comes ahead of the answer.
    this.#room = room;
    if (isNew) this.#isJoined = false;
    try {
      const group = await login.seat.join(this.#user, room);
      const profile = await this.#profileOf(login, group);
      if (this.#closed || this.#room !== room)
        throw new RoomError('cancelled', 'The room was left before it was joined.');
      this.#isJoined = true;
      void this.#recount();
      return profile;
    } catch (error) {
      if (isNew && this.#room === room) this.#forget();
      throw error;
    }
  }

  async #profileOf(login: Login, group: SdkGroup): Promise<RoomProfile> {
    const { ownerID } = group;
    if (ownerID !== login.userId && ownerID !== this.#ownerName?.id) {
      const asked = nameOf(login, ownerID).then((name) => {
        if (name !== undefined) this.#ownerName = { id: ownerID, name };
      });
      const late = () => new RoomError('timeout', 'Reading the name of the owner took too long.');
      await within(this.#context.clock, NAME_LIMIT, asked, late).catch(() => undefined);
    }
    return profileOf(group, ownerID === this.#ownerName?.id ? this.#ownerName.name : '');
  }

  #hear(messages: readonly SdkMessage[]): void {
    const room = this.#room;
    const self = this.#login?.userId;
    if (room === undefined || self === undefined) return;
    const heard = messages.filter((message) => roomOf(message) === room);
    for (const message of heard) {
      for (const signal of signalsOf(message, { room, self, codec: this.#codec })) this.#take(signal);
    }
    if (heard.some(changesCount)) void this.#recount();
  }

  #take(signal: ImSignal): void {
    if (signal.type === 'dismissed') return this.#dismissed();
    if (signal.type === 'kicked') return this.#thrownOut(signal.code);
    if (this.#room !== undefined) this.#emit(signal);
  }

  #dismissed(): void {
    if (this.#isDismissing || this.#room === undefined) return;
    this.#login?.seat.forget(this.#user);
    this.#forget();
    this.#emit({ type: 'dismissed' });
  }

  #thrownOut(code: RoomErrorCode): void {
    this.#login?.seat.forget(this.#user);
    this.#forget();
    this.#emit({ type: 'kicked', code });
  }

  async #recount(): Promise<void> {
    const room = this.#room;
    if (!this.#login || room === undefined || !this.#isJoined) return;
    const count = await countPeople(this.#login, room);
    if (count === undefined || count === this.#count || this.#room !== room || !this.#isJoined) return;
    this.#count = count;
    this.#emit({ type: 'members', count });
  }

  #forget(): void {
    this.#room = undefined;
    this.#isJoined = false;
    this.#count = undefined;
  }

  #emit(signal: ImSignal): void {
    if (!this.#closed) this.#signals.emit(signal);
  }

  #connected(): Login {
    if (!this.#login || this.#closed) throw loggedOut();
    return this.#login;
  }

  #joined(): { readonly login: Login; readonly room: string } {
    const login = this.#login;
    const room = this.#room;
    if (!login || room === undefined || !this.#isJoined || this.#closed) {
      throw new RoomError('not-joined', 'This page is not in the chat room: join it first.');
    }
    return { login, room };
  }

  async #briefly(work: Promise<unknown>): Promise<void> {
    const late = () => new RoomError('timeout', 'The goodbye took too long.');
    await within(this.#context.clock, GOODBYE_LIMIT, work, late).catch(() => undefined);
  }
}
