// The host's place on the stage: capture, enter, publish, leave, each bounded in time. What the room is told of it is host-voice's.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { MediaChoice } from '../ports/av-port.js';
import type { StageId } from '../protocol/commands.js';
import { LIMIT, type RoomScope } from './scope.js';

export class HostStage {
  readonly #scope: RoomScope;
  #choice: MediaChoice = { camera: true, microphone: true };

  constructor(scope: RoomScope) {
    this.#scope = scope;
  }

  /** The stage that is announced, or that will be. */
  get id(): StageId {
    const { state, setup } = this.#scope;
    return (state.phase === 'live' ? state.stageId : undefined) ?? setup.stage ?? setup.room;
  }

  async choose(choice: MediaChoice): Promise<void> {
    this.#choice = choice;
    const { av } = this.#scope.connected;
    const media = await av.capture(choice);
    if (this.#scope.ports?.av === av) this.#scope.apply({ type: 'media-changed', media });
  }

  /** Captures if nothing was chosen yet; fails when there is nothing to show. */
  async requireMedia(): Promise<void> {
    if (!this.#scope.state.media) await this.choose(this.#choice);
    const { media } = this.#scope.state;
    if (media?.camera || media?.microphone) return;
    const nothing = 'There is nothing to show: switch on the camera or the microphone first.';
    throw media?.cameraError ?? media?.microphoneError ?? new RoomError('media-missing', nothing);
  }

  /** Before anything is announced; a failure leaves no trace. */
  async enter(publish: boolean, signal?: AbortSignal): Promise<void> {
    const { av } = this.#scope.connected;
    this.#scope.apply({ type: 'stage-entering' });
    try {
      const entering = av.enter(this.id, 'anchor', this.#scope.setup.person.id);
      await this.#scope.bounded(LIMIT.stage, 'Entering the stage', entering, 'stage-unavailable');
      if (signal?.aborted) throw cancelled();
      if (publish) await this.publish();
    } catch (error) {
      await this.leave();
      throw asRoomError(error);
    }
  }

  publish(): Promise<void> {
    return this.#scope.bounded(LIMIT.stage, 'Publishing', this.#scope.connected.av.publish(), 'stage-unavailable');
  }

  /** Never rejects. */
  async leave(): Promise<void> {
    const av = this.#scope.ports?.av;
    if (av) await this.#scope.attempt('Leaving the stage', () => av.leave());
    this.#scope.apply({ type: 'stage-left' });
  }
}

export function cancelled(): RoomError {
  return new RoomError('cancelled', 'Going live was cancelled.');
}
