// Who is heard when one person says far more than the others: everybody, a little; so that nobody is flooded off the screen.
import type { TextMessage } from './message.js';

/** What anybody may say at once, in messages: fewer than a screen has rows. */
export const BURST = 5;
/** And what they may go on to say, in messages a second: more than anybody types for long. */
export const REFILL = 1;
/** How long it is counted who talks how much, in milliseconds; longer than a credit takes to be whole again. */
const WINDOW = 10_000;

interface Voice {
  /** Messages in this window. */
  said: number;
  /** Messages they may say now, whatever the others do. */
  credit: number;
  /** When they spoke last, by the service's clock: what comes late, all at once, was not said all at once. */
  at: number;
}

export class FairShare {
  readonly #voices = new Map<string, Voice>();
  #since = -Infinity;

  /** How many people are remembered. */
  get size(): number {
    return this.#voices.size;
  }

  /**
   * What of `texts` is to be heard, in the same order. Whoever says no more than twice what most others do is heard in
   * full: a crowd may be as loud as it likes. Whoever says more is heard within their credit.
   *
   * @param now - Milliseconds since 1970.
   * @param exempt - User id of the one who is always heard.
   */
  admit(texts: readonly TextMessage[], now: number, exempt?: string): readonly TextMessage[] {
    if (now < this.#since || now - this.#since >= WINDOW) this.#beginWindow(now);
    const judged = texts.filter(({ from }) => from.id !== exempt);
    for (const text of judged) this.#voiceOf(text).said++;
    const modest = 2 * this.#usual();
    const heard = new Set(judged.filter((text) => this.#isHeard(text, modest)));
    return texts.filter((text) => text.from.id === exempt || heard.has(text));
  }

  #isHeard(text: TextMessage, modest: number): boolean {
    const voice = this.#voiceOf(text);
    voice.credit = Math.min(BURST, voice.credit + (Math.max(0, text.at - voice.at) / 1000) * REFILL);
    voice.at = text.at;
    const isHeard = voice.said <= modest || voice.credit >= 1;
    if (isHeard) voice.credit = Math.max(0, voice.credit - 1);
    return isHeard;
  }

  /** Who said nothing for a window is forgotten: as many are remembered as spoke of late. */
  #beginWindow(now: number): void {
    this.#since = now;
    for (const [id, voice] of this.#voices) {
      if (voice.said === 0) this.#voices.delete(id);
      voice.said = 0;
    }
  }

  #voiceOf({ from: { id }, at }: TextMessage): Voice {
    const voice = this.#voices.get(id) ?? { said: 0, credit: BURST, at };
    this.#voices.set(id, voice);
    return voice;
  }

  /** What most people said in this window, the loudest one left aside: the lower middle of the counts. */
  #usual(): number {
    const counts = [...this.#voices.values()].map(({ said }) => said).filter((said) => said > 0);
    counts.sort((a, b) => a - b);
    return counts[Math.floor((counts.length - 2) / 2)] ?? 0;
  }
}
