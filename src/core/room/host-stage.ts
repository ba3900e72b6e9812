// The host's place on the stage: capture, enter, publish, leave, each bounded in time. What the room is told of it is host-voice's.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { MediaChoice } from '../ports/av-port.js';
import type { StageId } from '../protocol/commands.js';
import { LIMIT, type RoomScope } from './scope.js';
import { enterStage } from './stage-entry.js';

export class HostStage {
  readonly #scope: RoomScope;
  #choice: MediaChoice = { camera: true, microphone: true };
  #choosing: Promise<void> | undefined;
  #isOn = false;
  #isOnAir = false;

  constructor(scope: RoomScope) {
    this.#scope = scope;
  }

  /** Whether this page is on the stage, or entering it, whatever the state says. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether what this page captures is on its way, whatever the state says. */
  get isOnAir(): boolean {
    return this.#isOnAir;
  }

  /** The stage that is announced, or that will be. */
  get id(): StageId {
    const { state, setup } = this.#scope;
    return (state.phase === 'live' ? state.stageId : undefined) ?? setup.stage ?? setup.room;
  }

  choose(choice: MediaChoice): Promise<void> {
    this.#choice = choice;
    const choosing = this.#capture(choice).finally(() => {
      if (this.#choosing === choosing) this.#choosing = undefined;
    });
    this.#choosing = choosing;
    return choosing;
  }

  /** Captures if nothing was chosen yet, or waits for what was; fails when there is nothing to show. */
  async requireMedia(signal?: AbortSignal): Promise<void> {
    if (!this.#scope.state.media) {
      const given = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      await Promise.race([this.#choosing ?? this.choose(this.#choice), given]);
      if (signal?.aborted) {
        // A prompt that nobody answers is not waited for a second time.
        this.#choosing = undefined;
        throw cancelled();
      }
    }
    const { media } = this.#scope.state;
    if (media?.camera || media?.microphone) return;
    const nothing = 'There is nothing to show: switch on the camera or the microphone first.';
    throw media?.cameraError ?? media?.microphoneError ?? new RoomError('media-missing', nothing);
  }

  async #capture(choice: MediaChoice): Promise<void> {
    const { av } = this.#scope.connected;
    const media = await this.#scope.bounded(LIMIT.capture, 'Capturing', av.capture(choice));
    // Whoever checks the camera means to go live: what that needs is loaded by then.
    if (this.#scope.staying) void av.preload();
    if (this.#scope.staying && this.#scope.ports?.av === av) this.#scope.apply({ type: 'media-changed', media });
  }

  /** Leaves what may be left of an earlier visit: to be done before it is looked at whether the stage is wanted. */
  async clear(): Promise<void> {
    if (this.#isOn) await this.leave();
  }

  /** A failure leaves no trace. `mayPublish` is asked when inside: whether what there is to show goes out at once. */
  async enter(mayPublish: () => boolean, signal?: AbortSignal): Promise<void> {
    this.#scope.requireStay();
    this.#scope.apply({ type: 'stage-entering' });
    try {
      this.#isOn = true;
      await enterStage(this.#scope, { stage: this.id, role: 'anchor', host: this.#scope.self.id }, signal);
      if (signal?.aborted) throw cancelled();
      this.#scope.requireStay();
      if (mayPublish()) await this.publish();
    } catch (error) {
      await this.leave();
      throw asRoomError(error);
    }
  }

  /** Before {@link publish}, while people are told when: nothing is on its way yet. Never rejects. */
  async prepare(): Promise<void> {
    await this.#scope.ports?.av.prepare();
  }

  async publish(): Promise<void> {
    await this.#scope.bounded(LIMIT.stage, 'Publishing', this.#scope.connected.av.publish(), 'stage-unavailable');
    this.#isOnAir = this.#isOn;
  }

  /** The picture is on its way, unless the stage was lost or withdrawn meanwhile. Codes: not-joined, wrong-phase. */
  shown(): void {
    this.#scope.requireStay();
    if (!this.#isOn || this.#scope.state.phase !== 'live')
      throw new RoomError('wrong-phase', 'The stage was left before the picture was there.');
    this.#scope.apply({ type: 'picture-shown' });
  }

  /** Never rejects. */
  async leave(): Promise<void> {
    const av = this.#scope.ports?.av;
    this.#isOn = false;
    this.#isOnAir = false;
    if (av) await this.#scope.attempt('Leaving the stage', () => av.leave());
    this.#scope.apply({ type: 'stage-left' });
  }
}

export function cancelled(): RoomError {
  return new RoomError('cancelled', 'Going live was cancelled.');
}
