// One page's line to the others on a stage: speaks, hears, shows that it lives, and notices when another page is gone.
import { RoomError } from '../../errors/room-error.js';
import type { StageId } from '../../protocol/commands.js';
import { holdLock, lockFreed, type HeldLock } from './held-lock.js';
import { nameOf } from './names.js';
import { parseStageMessage, type StageMessage, type StageWord } from './stage-message.js';

export interface LineSetup {
  readonly room: string;
  readonly stage: StageId;
  /** This page's id on the stage. */
  readonly id: string;
  readonly hear: (message: StageMessage) => void;
  /** The browser froze the page and thawed it again: nobody knows it any more. */
  readonly thawed: () => void;
}

export class StageLine {
  readonly #setup: LineSetup;
  /** Ends every wait and every listener of this line. */
  readonly #end = new AbortController();
  #channel: BroadcastChannel | undefined;
  #alive: Promise<HeldLock> | undefined;

  constructor(setup: LineSetup) {
    this.#setup = setup;
  }

  async open(): Promise<void> {
    const { room, stage, id } = this.#setup;
    // The sign of life comes before the first word, or who hears it would find nobody alive.
    this.#alive = holdLock(this.#aliveName(id));
    await this.#alive;
    if (this.#end.signal.aborted) throw new RoomError('cancelled', 'The stage was left while it was being entered.');
    this.#channel = new BroadcastChannel(nameOf('stage', room, stage));
    this.#channel.onmessage = ({ data }) => this.#hear(parseStageMessage(data));
    this.#followPage();
  }

  /** Says something to everybody, or to one page. */
  say(word: StageWord, to?: string): void {
    const message: StageMessage = { ...word, from: this.#setup.id, ...(to !== undefined && { to }) };
    this.#channel?.postMessage(message);
  }

  /** Calls `gone` when the other page has left, was closed or has crashed. */
  async watch(id: string, gone: () => void): Promise<void> {
    if (await lockFreed(this.#aliveName(id), this.#end.signal)) gone();
  }

  /** Says goodbye and frees everything. Safe to call twice. */
  async close(): Promise<void> {
    this.say({ kind: 'bye' });
    this.#end.abort();
    this.#channel?.close();
    this.#channel = undefined;
    const alive = await this.#alive?.catch(() => undefined);
    await alive?.release();
  }

  #hear(message: StageMessage | undefined): void {
    const forMe = message && (message.to === undefined || message.to === this.#setup.id);
    if (forMe && !this.#end.signal.aborted) this.#setup.hear(message);
  }

  #followPage(): void {
    const { signal } = this.#end;
    // The lock would tell as well, but only once the page is torn down.
    window.addEventListener('pagehide', () => this.say({ kind: 'bye' }), { signal });
    window.addEventListener('pageshow', ({ persisted }) => (persisted ? this.#setup.thawed() : undefined), { signal });
  }

  #aliveName(id: string): string {
    return nameOf('alive', this.#setup.room, id);
  }
}
