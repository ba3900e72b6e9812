// Between record and stage something came apart: the host was reloaded, lost the stage, or the record was changed from elsewhere.
// Brings the two together again.
import { asRoomError, RoomError } from '../errors/room-error.js';
import { backoff } from '../support/backoff.js';
import { pause } from '../support/clock.js';
import type { HostStage } from './host-stage.js';
import type { HostTurns } from './host-turns.js';
import type { HostVoice } from './host-voice.js';
import { LIMIT, type RoomScope } from './scope.js';
import { canResume, isHost } from './selectors.js';
import type { Session } from './session.js';

const RETRY = { first: 500, longest: 4_000 };
const ATTEMPTS = 3;

export interface HostReturnParts {
  readonly session: Session;
  readonly stage: HostStage;
  readonly voice: HostVoice;
  readonly turns: HostTurns;
}

export class HostReturn {
  readonly #scope: RoomScope;
  readonly #parts: HostReturnParts;
  #isLooking = false;

  constructor(scope: RoomScope, parts: HostReturnParts) {
    this.#scope = scope;
    this.#parts = parts;
  }

  /** Call after anything changed: when the record was withdrawn from elsewhere, nobody stays on air; who is on air knows it. */
  update(): void {
    const { stage, turns } = this.#parts;
    const { state } = this.#scope;
    // A late read took the show for withdrawn while it was being declared again.
    if (stage.isOnAir && state.phase === 'live' && state.stage === 'empty')
      this.#scope.apply({ type: 'picture-shown' });
    const isUnwanted = () => stage.isOn && this.#scope.state.phase !== 'live';
    if (!isUnwanted() || this.#isLooking) return;
    this.#isLooking = true;
    void turns
      .take(async () => (isUnwanted() ? stage.leave() : undefined))
      .catch(() => undefined)
      .finally(() => (this.#isLooking = false));
  }

  /** A write of ours came through late, over a newer one: what we declared last is declared again. */
  declareAgain(): void {
    const { stage, turns, voice } = this.#parts;
    const declare = async () => {
      const { state } = this.#scope;
      if (!isHost(state)) return;
      if (state.phase === 'waiting') await voice.declare({ phase: 'waiting' });
      if (state.phase === 'live' && stage.isOn)
        await voice.declare({ phase: 'live', stage: stage.id }, { again: true });
    };
    if (isHost(this.#scope.state)) void turns.take(declare).catch(() => undefined);
  }

  /** Back on the stage that the record still announces, in the same run. To be done in a turn. */
  async resume(): Promise<void> {
    const { session, voice } = this.#parts;
    const read = this.#scope.bounded(LIMIT.chat, 'Reading the record', this.#scope.connected.im.readProfile());
    session.opened(await read);
    this.#scope.requireStay();
    if (!canResume(this.#scope.state)) throw withdrawn();
    await this.#enter();
    await this.#insist();
    const { run, changedAt } = this.#scope.state;
    voice.tellLater({ type: 'host-back', run, at: Math.floor(changedAt / 1000) });
  }

  /** The service lost us while live: come back. To be done in a turn. Gives back whether that is given up. */
  async recover(): Promise<boolean> {
    const { clock, random } = this.#scope.setup;
    const isWanted = () => this.#scope.ports !== undefined && this.#scope.state.phase === 'live';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (!isWanted()) return false;
      await this.#parts.stage.leave();
      if (!isWanted()) return false;
      const error = await this.#enter().then(() => undefined, asRoomError);
      if (!error && this.#parts.voice.isInDoubt) await this.#insist();
      if (!error || !isWanted()) return false;
      this.#scope.apply({ type: 'stage-failed', error });
      await pause(clock, backoff(RETRY, attempt, random));
    }
    return isWanted();
  }

  /** Somebody may have seen this run withdrawn: what is declared later counts. Unwritten, the record says live all the same. */
  async #insist(): Promise<void> {
    const { stage, voice } = this.#parts;
    const declaring = () => voice.declare({ phase: 'live', stage: stage.id }, { again: true });
    await this.#scope.attempt('Writing the record', declaring);
  }

  async #enter(): Promise<void> {
    const { stage } = this.#parts;
    const isLive = () => this.#scope.state.phase === 'live';
    await stage.requireMedia();
    await stage.clear();
    if (!isLive()) throw withdrawn();
    await stage.enter(isLive);
    if (!isLive()) await stage.leave();
    stage.shown();
  }
}

function withdrawn(): RoomError {
  return new RoomError('wrong-phase', 'There is no stage to come back to.');
}
