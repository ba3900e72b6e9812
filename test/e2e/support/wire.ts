// Meddling with what pages tell each other: a tap on BroadcastChannel, put in before the page's own scripts.
import type { BrowserContext } from 'playwright';

declare global {
  interface Window {
    wire: {
      /** Every message this page posted: channel and data. */
      readonly posted: { readonly channel: string; readonly data: unknown }[];
      /** Whether a message is swallowed on its way out. */
      drop: (channel: string, data: unknown) => boolean;
    };
  }
}

/** From now on every new page of `context` keeps what it posts in `window.wire`. */
export async function tapWire(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const post = BroadcastChannel.prototype.postMessage;
    window.wire = { posted: [], drop: () => false };
    BroadcastChannel.prototype.postMessage = function (data: unknown) {
      if (window.wire.drop(this.name, data)) return;
      window.wire.posted.push({ channel: this.name, data });
      post.call(this, data);
    };
  });
}
