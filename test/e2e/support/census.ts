// Counts what a page holds on to: connections, channels, tracks, timers, listeners. What is removed must count nothing.
import type { BrowserContext, Page } from 'playwright';

export interface Census {
  readonly connections: number;
  readonly channels: number;
  readonly timers: number;
  readonly listeners: number;
  readonly observers: number;
  readonly locks: number;
}

declare global {
  interface Window {
    census: () => Omit<Census, 'locks'>;
  }
}

/** From now on every new page of `context` can be asked by {@link censusOf}. */
export async function takeCensus(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const connections = new Set<RTCPeerConnection>();
    const channels = new Set<BroadcastChannel>();
    const timers = new Set<number>();
    const listeners = new Set<string>();
    let observers = 0;

    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(config?: RTCConfiguration) {
        super(config);
        connections.add(this);
      }
    };
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        channels.delete(this);
        super.close();
      }
    };

    const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: stopRepeat } = window;
    window.setTimeout = ((run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
      const id = start(() => {
        timers.delete(id);
        run(...args);
      }, ms);
      timers.add(id);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => {
      timers.delete(id as number);
      stop(id);
    };
    window.setInterval = ((run: () => void, ms?: number) => {
      const id = repeat(run, ms);
      timers.add(id);
      return id;
    }) as typeof setInterval;
    window.clearInterval = (id) => {
      timers.delete(id as number);
      stopRepeat(id);
    };

    const names = new WeakMap<object, number>();
    let next = 0;
    const nameOf = (listener: object) => names.get(listener) ?? (names.set(listener, ++next), next);
    for (const target of [window, document, navigator.mediaDevices]) {
      const { addEventListener: add, removeEventListener: remove } = target as EventTarget;
      const key = (type: string, listener: object) =>
        `${Object.prototype.toString.call(target)} ${type} ${nameOf(listener)}`;
      target.addEventListener = function (type: string, listener: EventListener, options?: AddEventListenerOptions) {
        if (listener) listeners.add(key(type, listener));
        const signal = typeof options === 'object' ? options.signal : undefined;
        signal?.addEventListener('abort', () => listeners.delete(key(type, listener)));
        add.call(target, type, listener, options);
      };
      target.removeEventListener = function (type: string, listener: EventListener, options?: EventListenerOptions) {
        if (listener) listeners.delete(key(type, listener));
        remove.call(target, type, listener, options);
      };
    }
    for (const kind of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver'] as const) {
      const Native = window[kind] as typeof MutationObserver;
      (window as unknown as Record<string, unknown>)[kind] = class extends Native {
        #counted = false;
        override observe(...args: Parameters<MutationObserver['observe']>): void {
          if (!this.#counted) observers++;
          this.#counted = true;
          super.observe(...args);
        }
        override disconnect(): void {
          if (this.#counted) observers--;
          this.#counted = false;
          super.disconnect();
        }
      };
    }

    window.census = () => ({
      connections: [...connections].filter(({ connectionState }) => connectionState !== 'closed').length,
      channels: channels.size,
      timers: timers.size,
      listeners: listeners.size,
      observers,
    });
  });
}

/** What the page holds on to now. Locks are the browser's: those of other pages count, too. */
export function censusOf(page: Page): Promise<Census> {
  return page.evaluate(async () => ({
    ...window.census(),
    locks: ((await navigator.locks.query()).held ?? []).length,
  }));
}
