// Ports that do what a script says: the fixture of stories and of tests. Works in Node; pictures only where there is a DOM.
import {
  RoomError,
  Signals,
  type AvPort,
  type AvSignal,
  type Capture,
  type Command,
  type Credentials,
  type Device,
  type ImPort,
  type ImSignal,
  type MediaChoice,
  type Ports,
  type Provider,
  type Receipt,
  type RoomProfile,
  type SendOptions,
  type StageId,
  type StageRole,
} from '../../src/core/index.js';

/** A room as the service would hold it, with everything that was asked of it, and what should fail. */
export class ScriptedIm implements ImPort {
  readonly signals = new Signals<ImSignal>();
  /** Every call, in order: `['send', command, options]`. */
  readonly calls: [name: string, ...args: unknown[]][] = [];
  /** Tells each call by its name, after it was done. */
  readonly asked = new Signals<string>();
  /** The room on the service; undefined: it does not exist. */
  profile: RoomProfile | undefined;
  /** What the next calls of a name do instead: throw the error, or wait for the promise. */
  readonly failures = new Map<string, (RoomError | Promise<never>)[]>();
  closed = false;
  #user = '';
  #seq = 0;

  constructor(profile?: RoomProfile) {
    this.profile = profile;
  }

  /** The next call of `name` fails with `failure` (or hangs on it). May be planned several times. */
  failNext(name: keyof ImPort, failure: RoomError | Promise<never>): void {
    this.failures.set(name, [...(this.failures.get(name) ?? []), failure]);
  }

  /** Somebody says something. */
  hear(from: string, command: Command, extra: { id?: string; at?: number; seq?: number; name?: string } = {}): void {
    const { id = `m${++this.#seq}`, at = Date.now(), seq = ++this.#seq, name = from } = extra;
    this.signals.emit({ type: 'command', from: { id: from, name }, command, id, at, seq });
  }

  async connect(credentials: Credentials): Promise<void> {
    this.#user = credentials.userId;
    await this.#called('connect', credentials);
  }

  async openRoom(room: string): Promise<RoomProfile> {
    await this.#called('openRoom', room);
    this.profile ??= { owner: this.#user, record: '', members: 1 };
    if (this.profile.owner !== this.#user) throw new RoomError('room-taken', 'Scripted: the room is somebody else’s.');
    return this.profile;
  }

  async joinRoom(room: string): Promise<RoomProfile> {
    await this.#called('joinRoom', room);
    return this.#existing();
  }

  async readProfile(): Promise<RoomProfile> {
    await this.#called('readProfile');
    return this.#existing();
  }

  async writeRecord(record: string): Promise<void> {
    await this.#called('writeRecord', record);
    this.profile = { ...this.#existing(), record };
  }

  async send(command: Command, options: SendOptions): Promise<Receipt> {
    await this.#called('send', command, options);
    return { at: Date.now(), seq: ++this.#seq };
  }

  async leaveRoom(): Promise<void> {
    await this.#called('leaveRoom');
  }

  async dismissRoom(): Promise<void> {
    await this.#called('dismissRoom');
    this.profile = undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.#called('close');
  }

  listen(listener: (signal: ImSignal) => void): () => void {
    return this.signals.listen(listener);
  }

  #existing(): RoomProfile {
    if (!this.profile) throw new RoomError('room-not-found', 'Scripted: there is no such room.');
    return this.profile;
  }

  async #called(name: string, ...args: unknown[]): Promise<void> {
    this.calls.push([name, ...args]);
    const failure = this.failures.get(name)?.shift();
    if (failure instanceof RoomError) throw failure;
    await failure;
    this.asked.emit(name);
  }
}

/** A stage whose picture comes and goes when the script says so. */
export class ScriptedAv implements AvPort {
  readonly signals = new Signals<AvSignal>();
  readonly calls: [name: string, ...args: unknown[]][] = [];
  readonly asked = new Signals<string>();
  readonly failures = new Map<string, (RoomError | Promise<never>)[]>();
  /** What `capture` gives; both devices, as chosen, unless set. */
  captured: Capture | undefined;
  /** Puts a picture into an attached element; nothing in Node. */
  picture: (element: HTMLElement) => () => void = () => () => undefined;
  closed = false;
  readonly #attached = new Map<HTMLElement, () => void>();
  #showing = false;

  failNext(name: keyof AvPort, failure: RoomError | Promise<never>): void {
    this.failures.set(name, [...(this.failures.get(name) ?? []), failure]);
  }

  /** The host's picture and sound come, and the first frame is on the screen. */
  play(): void {
    this.#showing = true;
    for (const element of this.#attached.keys()) this.#show(element);
    this.signals.emit({ type: 'host-video', on: true });
    this.signals.emit({ type: 'host-audio', on: true });
    this.signals.emit({ type: 'first-frame' });
  }

  /** The host's picture stops coming, and the sound unless `audio` stays. */
  stop({ audio = false }: { audio?: boolean } = {}): void {
    this.signals.emit({ type: 'host-audio', on: audio });
    this.signals.emit({ type: 'host-video', on: false });
  }

  async preload(): Promise<void> {
    await this.#called('preload');
  }

  async devices(): Promise<readonly Device[]> {
    await this.#called('devices');
    return [
      { id: 'camera-1', kind: 'camera', label: 'Studio camera' },
      { id: 'camera-2', kind: 'camera', label: 'Laptop camera' },
      { id: 'microphone-1', kind: 'microphone', label: 'Desk microphone' },
    ];
  }

  async capture(choice: MediaChoice): Promise<Capture> {
    await this.#called('capture', choice);
    return this.captured ?? { camera: choice.camera, microphone: choice.microphone };
  }

  preview(element: HTMLElement): () => void {
    return this.picture(element);
  }

  async enter(stage: StageId, role: StageRole, host: string): Promise<void> {
    await this.#called('enter', stage, role, host);
  }

  async prepare(): Promise<void> {
    await this.#called('prepare');
  }

  async publish(): Promise<void> {
    await this.#called('publish');
  }

  async unpublish(): Promise<void> {
    await this.#called('unpublish');
  }

  attach(element: HTMLElement): () => void {
    this.#attached.set(element, () => undefined);
    if (this.#showing) this.#show(element);
    return () => {
      this.#attached.get(element)?.();
      this.#attached.delete(element);
    };
  }

  setVolume(volume: number): void {
    this.calls.push(['setVolume', volume]);
  }

  async leave(): Promise<void> {
    this.#showing = false;
    await this.#called('leave');
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.#called('close');
  }

  listen(listener: (signal: AvSignal) => void): () => void {
    return this.signals.listen(listener);
  }

  #show(element: HTMLElement): void {
    this.#attached.get(element)?.();
    this.#attached.set(element, this.picture(element));
  }

  async #called(name: string, ...args: unknown[]): Promise<void> {
    this.calls.push([name, ...args]);
    const failure = this.failures.get(name)?.shift();
    if (failure instanceof RoomError) throw failure;
    await failure;
    this.asked.emit(name);
  }
}

/** A provider that always hands out these ports. */
export function scriptedProvider(im: ImPort, av: AvPort, audience = Infinity): Provider {
  return (): Ports => ({ im, av, capabilities: { audience } });
}
