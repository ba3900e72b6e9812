// The host's steps: open, go live, step off, end, resume. Every step is bounded in time; what was announced and cannot be kept is withdrawn.
import { asRoomError, RoomError } from '../errors/room-error.js';
import type { AvSignal, MediaChoice } from '../ports/av-port.js';
import { pause } from '../support/clock.js';
import { HostReturn } from './host-return.js';
import { cancelled, HostStage } from './host-stage.js';
import { HostTurns } from './host-turns.js';
import { HostVoice } from './host-voice.js';
import { MAX_COUNTDOWN } from './intents.js';
import { LIMIT, type RoomScope } from './scope.js';
import { canResume, isHost, isOpen } from './selectors.js';
import type { Session } from './session.js';

/** How soon a host reads the record whose writing seemed to fail, in milliseconds: it may have come through. */
const DOUBT = 1_000;

export class HostFlow {
  readonly #scope: RoomScope;
  readonly #session: Session;
  readonly #stage: HostStage;
  readonly #voice: HostVoice;
  readonly #turns: HostTurns;
  readonly #return: HostReturn;
  /** Present while going live; aborting it cancels. */
  #going: AbortController | undefined;

  constructor(scope: RoomScope, session: Session) {
    this.#scope = scope;
    this.#session = session;
    this.#stage = new HostStage(scope);
    this.#voice = new HostVoice(scope, () => session.reconcile(DOUBT));
    this.#turns = new HostTurns(scope);
    this.#return = new HostReturn(scope, { session, stage: this.#stage, voice: this.#voice, turns: this.#turns });
  }

  /** Call after anything changed. */
  update(): void {
    this.#return.update();
  }

  /** Call when a record was read that is older than what this host declared. */
  outdated(): void {
    this.#return.declareAgain();
  }

  /** Creates the room or takes it up again. Codes: room-taken, wrong-phase, not-joined. */
  open(): Promise<void> {
    return this.#turns.take(async () => {
      const { state, setup } = this.#scope;
      if (isHost(state) && isOpen(state)) return;
      const { im } = this.#scope.connected;
      const profile = await this.#scope.bounded(LIMIT.chat, 'Opening the room', im.openRoom(setup.room));
      // Who is leaving meanwhile declares nothing: what was read would not count, and a live show would be overwritten.
      this.#scope.requireStay();
      this.#scope.apply({ type: 'room-opened' });
      this.#session.opened(profile);
      await this.#declareWaiting();
    });
  }

  /** Captures what is chosen; a device that refuses is told in the state. */
  chooseMedia(choice: MediaChoice): Promise<void> {
    return this.#stage.choose(choice);
  }

  /**
   * Opens the stage, announces it and publishes after `countdown` seconds.
   * Codes: not-owner, wrong-phase, media-missing and the devices' codes, stage-unavailable, cancelled.
   */
  goLive(countdown = 0): Promise<void> {
    if (this.#going) return Promise.reject(new RoomError('wrong-phase', 'Going live is already under way.'));
    const going = new AbortController();
    this.#going = going;
    return this.#turns
      .take(() => this.#rise(clampCountdown(countdown), going.signal))
      .finally(() => {
        if (this.#going === going) this.#going = undefined;
      });
  }

  /** Takes back a go-live that has not reached zero. */
  cancel(): void {
    if (!this.#going) throw new RoomError('wrong-phase', 'There is no countdown to cancel.');
    this.#going.abort();
  }

  /** Back on the stage that the record still announces: same run. */
  resume(): Promise<void> {
    return this.#turns.take(() => this.#return.resume());
  }

  /** Back to chat; the room stays open. All steps are tried whatever becomes of the others. */
  async stepOff(): Promise<void> {
    const wasGoing = this.#going;
    wasGoing?.abort();
    await this.#turns.take(async () => {
      this.#requireHost();
      // Cancelling the countdown was all there was to do.
      if (wasGoing && this.#scope.state.phase === 'waiting') return;
      if (this.#scope.state.phase !== 'live') throw new RoomError('wrong-phase', 'The room is not live.');
      const error = await this.#withdraw();
      if (error) throw error;
    });
  }

  /** Ends the show for everybody and closes the room. Fails only when neither the record nor the closing got through. */
  async end(): Promise<void> {
    this.#going?.abort();
    await this.#turns.take(async () => {
      this.#requireHost();
      const { im } = this.#scope.connected;
      const { run } = this.#scope.state;
      const unwritten = await this.#scope.attempt('Writing the record', () => this.#voice.declare({ phase: 'ended' }));
      // Unwritten, only the closing of the room ends it, and says so by itself.
      if (!unwritten)
        await this.#scope.attempt('Announcing the end', () => this.#voice.tell('exit', { run, at: this.#now() }));
      const undismissed = await this.#scope.attempt('Closing the room', () => im.dismissRoom());
      await this.#stage.leave();
      if (unwritten && undismissed) throw undismissed;
      this.#scope.apply({ type: 'dismissed' });
    });
    this.#session.ended();
  }

  /** A host who goes says so, if there is a stage to leave. Never rejects. */
  async leave(): Promise<void> {
    this.#going?.abort();
    await this.#scope.attempt('Finishing what was begun', () => this.#turns.idle);
    const { state, ports } = this.#scope;
    const isOnStage = isHost(state) && state.phase === 'live' && !canResume(state);
    // Whoever took over in another tab goes on with the stage: it is not ours to withdraw.
    if (ports && isOnStage && state.link === 'online') await this.#withdraw();
    else if (state.stage !== 'empty' && isHost(state)) await this.#stage.leave();
  }

  hear(signal: AvSignal): void {
    const { media } = this.#scope.state;
    if (signal.type === 'lost') void this.#recover();
    if (signal.type === 'capture-lost' && media) {
      const why = signal.reason === 'denied' ? 'its permission was taken back' : 'it was unplugged';
      const error = new RoomError(`${signal.kind}-${signal.reason}`, `The ${signal.kind} stopped: ${why}.`);
      this.#scope.apply({
        type: 'media-changed',
        media: { ...media, [signal.kind]: false, [`${signal.kind}Error`]: error },
      });
    }
  }

  async #rise(countdown: number, signal: AbortSignal): Promise<void> {
    this.#requireHost();
    this.#requireWaiting();
    // What is still coming in may yet fail, and take the ports with it.
    if (this.#scope.state.link !== 'online')
      throw new RoomError('not-joined', 'This page is still coming into the room.');
    if (signal.aborted) throw cancelled();
    await this.#stage.requireMedia(signal);
    await this.#stage.clear();
    this.#requireWaiting();
    await this.#stage.enter(() => countdown === 0, signal);
    if (this.#scope.state.phase !== 'waiting') await this.#stage.leave();
    // Another tab ended the show, or went live: what stands there is not ours to withdraw.
    this.#requireWaiting();
    try {
      await this.#declareLive(countdown, signal);
    } catch (error) {
      await this.#withdraw();
      // Unwritten, the room is live still, but nobody counts any more.
      if (this.#scope.state.countdown) this.#scope.apply({ type: 'countdown-ended' });
      throw asRoomError(error);
    }
  }

  /** Steps 2 and 3, and the countdown between the announcement and the picture. */
  async #declareLive(countdown: number, signal: AbortSignal): Promise<void> {
    const { clock } = this.#scope.setup;
    const stage = this.#stage.id;
    const { run, at } = await this.#voice.declare({ phase: 'live', stage });
    if (this.#scope.state.phase !== 'live') throw new RoomError('wrong-phase', 'The show ended meanwhile.');
    const length = countdown * 1000;
    const zeroAt = clock.now() + length;
    this.#voice.tellLater({ type: 'enter', stage, run, at }, zeroAt);
    if (length > 0) {
      this.#scope.apply({ type: 'countdown-started', endsAt: zeroAt, length });
      void this.#stage.prepare();
      await pause(clock, length, signal);
      if (signal.aborted) throw cancelled();
      await this.#stage.publish();
    }
    this.#stage.shown();
  }

  /** Takes the announcement back: record, message, stage, each tried whatever becomes of the others. Gives back why the record still stands. */
  async #withdraw(): Promise<RoomError | undefined> {
    // Over is over: a room that ended while its stage was announced does not wait for another.
    const phase = this.#scope.state.phase === 'ended' ? 'ended' : 'waiting';
    const error = await this.#scope.attempt('Writing the record', () => this.#voice.declare({ phase }));
    const { run } = this.#scope.state;
    // Unwritten, the record still says live, and everybody keeps to it: a message that says otherwise would lock people out of this run.
    if (!error && phase === 'waiting')
      await this.#scope.attempt('Announcing', () => this.#voice.tell('host-left', { run, at: this.#now() }));
    await this.#stage.leave();
    return error;
  }

  /** The service lost us while live: come back, or say that we are gone. */
  #recover(): Promise<void> {
    return this.#turns.take(async () => {
      if (await this.#return.recover()) await this.#withdraw();
    });
  }

  /** A new room needs its first record; a planned start that changed needs a new one. */
  async #declareWaiting(): Promise<void> {
    const { state, setup } = this.#scope;
    const isReplanned = setup.startsAt !== undefined && setup.startsAt !== state.startsAt;
    const isUndeclared = state.changedAt === 0 || state.phase === 'ended';
    if (state.phase === 'live' || (!isUndeclared && !isReplanned)) return;
    if (state.phase === 'ended') this.#scope.apply({ type: 'room-opened' });
    await this.#voice.declare({ phase: 'waiting' });
  }

  #requireWaiting(): void {
    if (this.#scope.state.phase === 'waiting') return;
    throw new RoomError('wrong-phase', 'Only a room that waits can go live.');
  }

  #requireHost(): void {
    if (isHost(this.#scope.state)) return;
    throw new RoomError('not-owner', 'Only the owner of the room can do this: open the room first.');
  }

  /** Seconds since 1970, not before what was declared last. */
  #now(): number {
    return Math.max(Math.floor(this.#scope.setup.clock.now() / 1000), Math.floor(this.#scope.state.changedAt / 1000));
  }
}

function clampCountdown(seconds: number): number {
  return Number.isFinite(seconds) ? Math.min(MAX_COUNTDOWN, Math.max(0, seconds)) : 0;
}
