// A viewer's way to the stage and back: enter when the room is live, show the first frame, survive what fails on the way.
import { asRoomError, isPassing, RoomError, type RoomErrorCode } from '../errors/room-error.js';
import type { AvPort, AvSignal } from '../ports/av-port.js';
import type { StageId } from '../protocol/commands.js';
import { backoff } from '../support/backoff.js';
import { pause } from '../support/clock.js';
import { LIMIT, type RoomScope } from './scope.js';
import { isHost } from './selectors.js';
import type { RoomState } from './room-state.js';
import { entrySpread, readSpread } from './spread.js';
import { enterStage } from './stage-entry.js';
import type { Surfaces } from './surfaces.js';

/** The part of a countdown over which viewers spread their entering. */
export const COUNTDOWN_SHARE = 0.8;
/** How long a viewer at the stage waits for a picture, in milliseconds, before it says that the host is away. */
export const PICTURE_GRACE = 4_000;
const STAGE_RETRY = { first: 1_000, longest: 30_000 };
const STAGE_ATTEMPTS = 10;

interface Visit {
  readonly key: string;
  readonly stage: StageId;
  readonly host: string;
  /** The port by which it is made: new ports, new visit. */
  readonly av: AvPort;
  readonly stop: AbortController;
}

export class ViewerFlow {
  readonly #scope: RoomScope;
  readonly #surfaces: Surfaces;
  readonly #reconcile: (delay: number) => void;
  #visit: Visit | undefined;
  /** Done when the last stage was left: nobody is on two stages. */
  #gone: Promise<unknown> = Promise.resolve();
  #retryNow: AbortController | undefined;
  #lose: ((error: RoomError) => void) | undefined;
  #resumeSound: (() => Promise<void>) | undefined;
  #announced: string | undefined;
  #preloaded: AvPort | undefined;

  constructor(scope: RoomScope, surfaces: Surfaces, reconcile: (delay: number) => void) {
    this.#scope = scope;
    this.#surfaces = surfaces;
    this.#reconcile = reconcile;
  }

  /** Compares where this viewer is with where the state says to be. Call after anything changed. */
  update(): void {
    const { state } = this.#scope;
    const key = this.#target(state);
    if (key !== undefined && key !== this.#announced) this.#scope.setup.mark?.('enter-received');
    this.#announced = key;
    const canWatch =
      this.#surfaces.wantsStage && this.#scope.staying && !this.#scope.closing && this.#scope.ports !== undefined;
    if (canWatch && state.phase === 'waiting') this.#preload();
    const wanted = canWatch ? key : undefined;
    if (wanted === this.#visit?.key && (!this.#visit || this.#visit.av === this.#scope.ports?.av)) return;
    this.#leave();
    if (wanted !== undefined)
      this.#begin({
        key: wanted,
        stage: state.stageId!,
        host: state.owner!,
        av: this.#scope.connected.av,
        stop: new AbortController(),
      });
  }

  /** Leaves the stage, if on one. */
  async leave(): Promise<void> {
    this.#leave();
    await this.#gone;
  }

  retry(): void {
    const visit = this.#visit;
    if (this.#retryNow) return this.#retryNow.abort();
    // The attempts are used up: begin anew.
    if (visit && this.#scope.state.stage === 'failed') {
      visit.stop.abort();
      this.#visit = undefined;
      this.update();
    }
  }

  async allowSound(): Promise<void> {
    const resume = this.#resumeSound;
    if (resume) await this.#scope.bounded(LIMIT.stage, 'Allowing sound', resume());
    this.#scope.apply({ type: 'sound-unblocked' });
  }

  /** Takes what the stage told, as long as this viewer is on one. */
  hear(signal: AvSignal): void {
    if (!this.#visit) return;
    switch (signal.type) {
      case 'first-frame':
        return this.#pictureShown();
      case 'host-video':
        return signal.on ? undefined : this.#pictureStopped();
      case 'host-audio':
        return this.#scope.apply({ type: 'host-audio-changed', on: signal.on });
      case 'autoplay-blocked':
        this.#resumeSound = signal.resume;
        return this.#scope.apply({ type: 'sound-blocked' });
      case 'lost':
        return this.#lose?.(new RoomError(lostFor(signal.code), 'The connection to the stage was lost.'));
    }
  }

  #pictureShown(): void {
    this.#scope.setup.mark?.('first-frame');
    this.#scope.apply({ type: 'picture-shown' });
  }

  #pictureStopped(): void {
    this.#scope.apply({ type: 'picture-stopped' });
    // Perhaps the host left and the message was lost; a crowd asks spread out.
    this.#reconcile(this.#scope.setup.random() * (1000 + readSpread(this.#scope.state.members)));
  }

  /** What this viewer should be on: changes with each go-live, even on the same stage. */
  #target(state: RoomState): string | undefined {
    if (state.phase !== 'live' || state.stageId === undefined || state.owner === undefined || isHost(state))
      return undefined;
    return JSON.stringify([state.run, state.stageId, state.owner]);
  }

  /** While people wait there is time to load what the swap needs. */
  #preload(): void {
    const av = this.#scope.ports?.av;
    if (!av || av === this.#preloaded || isHost(this.#scope.state)) return;
    this.#preloaded = av;
    void av.preload();
  }

  #begin(visit: Visit): void {
    this.#visit = visit;
    void this.#stay(visit, visit.stop.signal);
  }

  #leave(): void {
    const visit = this.#visit;
    if (!visit) return;
    this.#visit = undefined;
    visit.stop.abort();
    this.#resumeSound = undefined;
    this.#leaveStage();
    if (this.#scope.state.stage !== 'empty') this.#scope.apply({ type: 'stage-left' });
  }

  #leaveStage(): void {
    const av = this.#scope.ports?.av;
    if (av) this.#gone = this.#gone.then(() => this.#scope.attempt('Leaving the stage', () => av.leave()));
  }

  async #stay(visit: Visit, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#scope.setup;
    const wait = this.#spread();
    // No wait is no task of its own either: the page would render before it.
    if (wait > 0) await pause(clock, wait, signal);
    for (let attempt = 1; attempt <= STAGE_ATTEMPTS && !signal.aborted; attempt++) {
      const error = await this.#enterUntilLost(visit, signal);
      if (signal.aborted) return;
      this.#leaveStage();
      this.#scope.apply({ type: 'stage-failed', error });
      if (!isPassing(error) || attempt === STAGE_ATTEMPTS) return;
      await this.#waitForRetry(backoff(STAGE_RETRY, attempt, random), signal);
    }
  }

  /** Enters and stays; resolves with why that ended, unless `signal` ended it. */
  async #enterUntilLost({ stage, host }: Visit, signal: AbortSignal): Promise<RoomError> {
    await this.#gone;
    const lost = new Promise<RoomError>((resolve) => (this.#lose = resolve));
    if (signal.aborted) return new RoomError('cancelled', 'The stage was left.');
    this.#scope.apply({ type: 'stage-entering' });
    try {
      await enterStage(this.#scope, { stage, role: 'audience', host }, signal);
    } catch (error) {
      return asRoomError(error);
    }
    if (!signal.aborted) {
      this.#scope.setup.mark?.('stage-entered');
      void this.#expectPicture(signal);
    }
    return lost;
  }

  /** Nobody looks at "opening the stage" for ever: without a picture in time, the host is away. */
  async #expectPicture(signal: AbortSignal): Promise<void> {
    const { clock } = this.#scope.setup;
    const { countdown } = this.#scope.state;
    const untilZero = countdown ? Math.max(0, countdown.endsAt - clock.now()) : 0;
    await pause(clock, untilZero + PICTURE_GRACE, signal);
    if (!signal.aborted && this.#scope.state.stage === 'entering') this.#pictureStopped();
  }

  async #waitForRetry(ms: number, signal: AbortSignal): Promise<void> {
    const wait = new AbortController();
    const stop = () => wait.abort();
    signal.addEventListener('abort', stop);
    this.#retryNow = wait;
    await pause(this.#scope.setup.clock, ms, wait.signal);
    signal.removeEventListener('abort', stop);
    if (this.#retryNow === wait) this.#retryNow = undefined;
  }

  /** How long this viewer waits before it enters, in milliseconds. */
  #spread(): number {
    const { members, countdown } = this.#scope.state;
    const share = countdown ? Math.max(0, countdown.endsAt - this.#scope.setup.clock.now()) * COUNTDOWN_SHARE : 0;
    return this.#scope.setup.random() * Math.max(share, entrySpread(members));
  }
}

/** A login that ran out on the stage is no reason to give up: entering again takes fresh credentials. */
function lostFor(code: RoomErrorCode): RoomErrorCode {
  return code === 'credentials-rejected' ? 'stage-lost' : code;
}
