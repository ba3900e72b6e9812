// A page's port to the simulated chat service.
import {
  Signals,
  RoomError,
  type Command,
  type Credentials,
  type ImPort,
  type ImSignal,
  type Receipt,
  type RoomProfile,
  type SendOptions,
} from '../../../src/core/index.js';
import { Line } from './line.js';
import type { Page } from './page.js';
import { request } from './request.js';
import { HOST, type World } from './world.js';

export class SimIm implements ImPort {
  closed = false;
  line: Line | undefined;
  listeners = 0;
  readonly #world: World;
  readonly #page: Page;
  readonly #signals = new Signals<ImSignal>();

  constructor(world: World, page: Page) {
    this.#world = world;
    this.#page = page;
  }

  hear(signal: ImSignal): void {
    if (!this.closed) this.#signals.emit(signal);
  }

  connect({ userId, userSig = '0' }: Credentials): Promise<void> {
    const line = new Line(this.#world, this.#page, userId, Number(userSig), this);
    return this.#ask('connect', () => {
      if (this.closed) return;
      this.#world.chat.login(line);
      if (this.line && this.line !== line) this.#world.chat.logout(this.line);
      this.#world.chat.lines.set(userId, line);
      this.line = line;
    });
  }

  openRoom(): Promise<RoomProfile> {
    return this.#askProfile('openRoom', () => this.#world.chat.open(this.#joining));
  }

  joinRoom(): Promise<RoomProfile> {
    return this.#askProfile('joinRoom', () => this.#world.chat.join(this.#joining));
  }

  readProfile(): Promise<RoomProfile> {
    return this.#askProfile('readProfile', () => this.#world.chat.read(this.#joining));
  }

  writeRecord(record: string): Promise<void> {
    if (this.#page.user === HOST) this.#world.rules.declaring(this.#page, record);
    return this.#ask('writeRecord', () => this.#world.chat.write(this.#joining, record));
  }

  send(command: Command, { id, priority }: SendOptions): Promise<Receipt> {
    if (this.#page.user === HOST) this.#world.rules.announcing(this.#page, command);
    this.#world.rules.sending(this.#page, command, id);
    return this.#ask('send', () => this.#world.chat.send(this.#joining, command, id, priority));
  }

  leaveRoom(): Promise<void> {
    return this.#ask('leaveRoom', () => this.line && this.#world.chat.leave(this.line));
  }

  dismissRoom(): Promise<void> {
    return this.#ask('dismissRoom', () => this.#world.chat.dismiss(this.#joining));
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.#page.portClosed(this);
    const { line } = this;
    this.line = undefined;
    if (line) this.#world.time.after(20, () => this.#world.chat.logout(line));
  }

  listen(listener: (signal: ImSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  get #joining(): Line {
    if (!this.line) throw new RoomError('not-joined', 'Simulated: not logged in.');
    return this.line;
  }

  #askProfile(name: string, work: () => RoomProfile): Promise<RoomProfile> {
    const askedAt = this.#world.time.now;
    let show = this.#world.chat.show;
    return this.#ask(
      name,
      () => {
        const profile = work();
        show = this.#world.chat.show;
        return profile;
      },
      (profile) => this.#world.rules.read(this.#page, { profile, show, askedAt }),
    );
  }

  #ask<T>(name: string, work: () => T, told?: (value: T) => void): Promise<T> {
    return request(this.#world, this.#page, {
      name,
      work,
      isUp: () => this.line?.isUp ?? true,
      arrived: (value) => {
        if (this.closed) return false;
        told?.(value);
        return true;
      },
    });
  }
}
