// Receiving: a page asks for news of its group, and is answered when there is some or the hold time is over.
import type { Clock, Random } from '../../src/core/support/clock.js';
import type { Group } from './group.js';
import type { Delivered } from './group-log.js';
import type { Session } from './sessions.js';

/** One session's place in one group, as handed out on joining. */
interface Seat {
  readonly key: string;
  readonly session: Session;
  /** Stays here after the dismissal, so that a late poll sees the notice. */
  readonly group: Group;
  /** Everything before this place was missed while away. */
  lostBefore: number;
  /** Answers the poll that is waiting now. */
  answer: (() => void) | undefined;
}

export interface PollAnswer {
  readonly Key: string;
  readonly NextSeq: number;
  readonly RspMsgList: readonly object[];
  readonly NextBroadcastSeq: number;
}

export class LongPolls {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #holdMs: number;
  readonly #seats = new Map<string, Seat>();

  constructor(clock: Clock, random: Random, holdMs: number) {
    this.#clock = clock;
    this.#random = random;
    this.#holdMs = holdMs;
  }

  /** A seat for a session that has just joined; its earlier seat in the group is gone. The key's look is invented. */
  seat(session: Session, group: Group): string {
    this.unseat(session, group);
    const secret = Math.floor(this.#random() * Number.MAX_SAFE_INTEGER);
    const key = `poll-${session.instanceId}-${secret.toString(36)}`;
    this.#seats.set(key, { key, session, group, lostBefore: 0, answer: undefined });
    return key;
  }

  /** Left: an open poll is answered, later ones find no seat. Without `group`: wherever the session sits. */
  unseat(session: Session, group?: Group): void {
    for (const seat of this.#of(session)) {
      if (group && seat.group !== group) continue;
      this.#seats.delete(seat.key);
      seat.answer?.();
    }
  }

  /** What the session's groups have delivered so far is lost to it, but for the news that one of them is gone. */
  loseMissed(session: Session): void {
    for (const seat of this.#of(session)) seat.lostBefore = seat.group.log.next;
  }

  /** Waits for news from place `start` on. Undefined when the session has no seat under that key. */
  poll(session: Session, key: string, start: number): Promise<PollAnswer> | undefined {
    const seat = this.#seats.get(key);
    if (seat?.session !== session) return undefined;
    // A page polls once at a time: the earlier poll belongs to a socket that is gone.
    seat.answer?.();
    return new Promise((resolve) => {
      const { log } = seat.group;
      const finish = () => {
        stopListening();
        cancel();
        if (seat.answer === finish) seat.answer = undefined;
        resolve(answerOf(seat, start));
      };
      const stopListening = log.listen(() => {
        if (newsFor(seat, start).length === 0) return;
        stopListening();
        // Not before the answer to whoever caused the news, and together with what else they cause.
        setImmediate(finish);
      });
      const cancel = this.#clock.after(this.#holdMs, finish);
      seat.answer = finish;
      if (newsFor(seat, start).length > 0) finish();
    });
  }

  /** Answers the session's open polls, so that its page asks again. */
  interrupt(session: Session): void {
    for (const { answer } of this.#of(session)) answer?.();
  }

  /** Answers all open polls, so that nothing waits any more. */
  close(): void {
    for (const { answer } of [...this.#seats.values()]) answer?.();
  }

  #of(session: Session): readonly Seat[] {
    return [...this.#seats.values()].filter((seat) => seat.session === session);
  }
}

function answerOf(seat: Seat, start: number): PollAnswer {
  const { key, group } = seat;
  const RspMsgList = newsFor(seat, start).map(({ wire }) => wire);
  return { Key: key, NextSeq: group.log.next, RspMsgList, NextBroadcastSeq: 0 };
}

function newsFor(seat: Seat, start: number): readonly Delivered[] {
  const { session, group, lostBefore } = seat;
  return group.log.entries.filter(
    ({ place, kind, notTo, only, except }) =>
      place >= start &&
      (place >= lostBefore || kind === 'dismissed') &&
      notTo !== session &&
      (only === undefined || only === session.userId) &&
      except !== session.userId,
  );
}
