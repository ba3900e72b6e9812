// A second page inside the test's page: a document of its own, so that its end is a real end for locks, channels and connections.
import type { Ports } from '../../src/core/ports/provider.js';

export interface OtherPage {
  /** Makes ports that live and die with the page. */
  ports(room: string): Ports;
  readonly window: Window & typeof globalThis;
  /** Ends the page as a killed tab ends: nothing in it gets to say goodbye. */
  crash(): void;
}

type PageWindow = OtherPage['window'];

/** @param provider - Address of the module and the name of the provider in it. */
export async function openOtherPage(provider: { readonly module: string; readonly name: string }): Promise<OtherPage> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow as PageWindow;
  // Registered first, so it keeps every later listener from noticing: crashed pages notice nothing.
  page.addEventListener('pagehide', (event) => event.stopImmediatePropagation());
  const makePorts = await load(page, provider);
  return { ports: makePorts, window: page, crash: () => frame.remove() };
}

function load(page: PageWindow, { module, name }: { module: string; name: string }): Promise<(room: string) => Ports> {
  return new Promise((resolve, reject) => {
    Object.assign(page, { loaded: resolve, failed: reject });
    const script = page.document.createElement('script');
    script.type = 'module';
    // Imported by the page's own script, so that the code runs with the page's own browser objects.
    script.textContent = `
      try {
        const provider = (await import(${JSON.stringify(module)}))[${JSON.stringify(name)}];
        const { systemClock } = await import(${JSON.stringify(clockModule)});
        loaded((room) => provider({ room, clock: systemClock, random: Math.random, ids: () => crypto.randomUUID() }));
      } catch (error) { failed(error); }`;
    page.document.body.append(script);
  });
}

const clockModule = new URL('../../src/core/support/clock.ts', import.meta.url).href;
