// What only the browser's own tools can do to a page: cut the network, slow the processor, freeze it, count what it holds.
import type { CDPSession, Page } from 'playwright';

/** What a page's process holds, after everything that can be freed was. Nodes that are in no document count, too. */
export interface Held {
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  /** The heap of scripts, in megabytes. */
  readonly heap: number;
}

/** A page's line to the browser's tools. It ends with the page. */
export class Devtools {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Devtools> {
    return new Devtools(await page.context().newCDPSession(page));
  }

  /** Also tells the page so: `navigator.onLine` and its events. Sockets that are open, those of workers and WebRTC go on. */
  async setOffline(offline: boolean): Promise<void> {
    await this.#session.send('Network.enable');
    await this.#session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  /** So many times slower from now on; 1 = as fast as the machine. */
  async slowDown(times: number): Promise<void> {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  /** As a phone does with a tab in the background: no timer, no task, no event, until it is `active` again. */
  async setLifecycle(state: 'frozen' | 'active'): Promise<void> {
    await this.#session.send('Page.setWebLifecycleState', { state });
  }

  /** What a person sets behind the padlock of the address bar, for this page's origin. */
  async setPermission(name: 'camera' | 'microphone', setting: 'granted' | 'denied'): Promise<void> {
    await this.#session.send('Browser.setPermission', { permission: { name }, setting });
  }

  async held(): Promise<Held> {
    await this.#session.send('Performance.enable');
    await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return {
      listeners: of('JSEventListeners'),
      nodes: of('Nodes'),
      documents: of('Documents'),
      heap: of('JSHeapUsedSize') / 2 ** 20,
    };
  }
}
