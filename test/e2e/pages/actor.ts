// A page with one element, as an integrator would paste it; what a test needs of it hangs on `window.actor`.
import '../../../src/components/index.js';
import { createRoom, RoomError, type Provider, type RoomController } from '../../../src/core/index.js';
import { localProvider } from '../../../src/core/providers/local/index.js';
import { deafProvider } from './deaf-provider.js';
import { allVideos, watchVideo } from './video.js';

const query = new URLSearchParams(location.search);
const tag = query.get('element');

/** Makes `<bigcast-…>` with the attributes of the address. `deaf` is no attribute of ours: it takes the deaf provider. */
function paste(name: string, attributes: Iterable<[string, string]>): HTMLElement {
  const element = document.createElement(`bigcast-${name}`);
  if (query.has('deaf')) Object.assign(element, { provider: deafProvider });
  for (const [key, value] of attributes) element.setAttribute(key, value);
  document.getElementById('place')!.append(element);
  return element;
}

const attributes = [...query].filter(([key]) => key !== 'element' && key !== 'deaf');
if (tag) paste(tag, attributes);

/** Calls a method and tells its outcome as text: `ok`, or the code of the typed error. */
async function call(method: string, ...args: unknown[]): Promise<string> {
  const element = document.querySelector<HTMLElement>('#place > *')!;
  try {
    await (element as unknown as Record<string, (...args: unknown[]) => Promise<void>>)[method]!(...args);
    return 'ok';
  } catch (error) {
    return error instanceof RoomError ? error.code : `untyped: ${String(error)}`;
  }
}

/** The vendor's SDKs as they are, for those who go past the kit. */
const vendor = { chat: () => import('@tencentcloud/chat'), stage: () => import('trtc-sdk-v5') };

export const actor = { paste, call, allVideos, watchVideo, createRoom, localProvider, vendor };
declare global {
  interface Window {
    actor: typeof actor;
    /** Kept by tests between two steps. */
    kept: {
      room?: RoomController;
      provider?: Provider;
      element?: Element | undefined;
      followed?: { stages: string[]; errors: string[] };
      life?: string[];
    };
  }
}
window.actor = actor;
window.kept = {};
