// Time, chance and motion stand still on a page that has its picture taken. Imported before everything else.

/** Any moment will do, as long as it is always the same: a Saturday evening, UTC. */
const NOW = Date.UTC(2026, 8, 12, 18, 30);
/** Timers up to this many milliseconds are how a page comes to its state; longer ones would lead it out of it again. */
const SHORT = 500;

globalThis.Date = class extends Date {
  constructor(...from: ConstructorParameters<DateConstructor> | []) {
    // The constructor has many shapes; without arguments it asks for the time.
    super(...((from.length === 0 ? [NOW] : from) as [number]));
  }
  static override now(): number {
    return NOW;
  }
} as DateConstructor;
performance.now = () => 0;
Math.random = () => 0.5;

const setTimer = globalThis.setTimeout;
globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
  ms > SHORT ? 0 : setTimer(run, ms, ...rest)) as typeof setTimeout;
globalThis.setInterval = (() => 0) as unknown as typeof setInterval;

/** What moves towards its place is there; what goes on for ever is as it begins. */
export function finishMotion(root: Document | ShadowRoot = document): void {
  for (const element of root.querySelectorAll('*')) {
    for (const animation of element.getAnimations({ subtree: true })) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
      else animation.finish();
    }
    if (element.shadowRoot) finishMotion(element.shadowRoot);
  }
}
