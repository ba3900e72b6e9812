// One outgoing stream under the subscriber's SSRC: numbers and times stay without a gap when its source changes.
import type { RtpHeader } from 'werift';
import { ahead, next, timestamp } from './sequence.js';
import type { MediaPacket } from './uplink.js';

interface Source {
  readonly ssrc: number;
  /** The first number of it that was let through; older ones belong to nobody here. */
  readonly first: number;
  readonly sequenceShift: number;
  readonly timeShift: number;
}

export class OutStream {
  readonly ssrc: number;
  readonly rtxSsrc: number;
  readonly #ticksPerMs: number;
  #source: Source | undefined;
  #last: { readonly sequence: number; readonly time: number; readonly at: number } | undefined;
  #again: number;

  /** @param first - A random number from which retransmissions are counted. */
  constructor(ssrc: number, rtxSsrc: number, ticksPerMs: number, first: number) {
    this.ssrc = ssrc;
    this.rtxSsrc = rtxSsrc;
    this.#ticksPerMs = ticksPerMs;
    this.#again = first & 0xffff;
  }

  /** Whether packets of this source go out. */
  carries(ssrc: number): boolean {
    return this.#source?.ssrc === ssrc;
  }

  /** From here on, packets of this one's source go out, and no others. */
  switchTo({ header }: MediaPacket, now: number): void {
    const { ssrc, sequenceNumber: first } = header;
    const last = this.#last;
    const time = last && last.time + Math.max(1, now - last.at) * this.#ticksPerMs;
    this.#source = {
      ssrc,
      first,
      sequenceShift: last ? next(last.sequence, 1 - first) : 0,
      timeShift: time === undefined ? 0 : timestamp(time - header.timestamp),
    };
  }

  /** How the packet goes out; undefined when it is not for here. */
  rename({ header }: MediaPacket, now: number): Pick<RtpHeader, 'sequenceNumber' | 'timestamp' | 'ssrc'> | undefined {
    const source = this.#source;
    if (source?.ssrc !== header.ssrc || ahead(header.sequenceNumber, source.first) < 0) return undefined;
    const sequenceNumber = next(header.sequenceNumber, source.sequenceShift);
    const time = timestamp(header.timestamp + source.timeShift);
    if (!this.#last || ahead(sequenceNumber, this.#last.sequence) > 0) {
      this.#last = { sequence: sequenceNumber, time, at: now };
    }
    return { sequenceNumber, timestamp: time, ssrc: this.ssrc };
  }

  /** The source's own number of a packet that went out. */
  originalOf(sequence: number): number {
    return next(sequence, -(this.#source?.sequenceShift ?? 0));
  }

  /** The source's time, as it goes out. */
  timeOf(time: number): number {
    return timestamp(time + (this.#source?.timeShift ?? 0));
  }

  nextAgain(): number {
    this.#again = next(this.#again);
    return this.#again;
  }
}
