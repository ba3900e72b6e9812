// A second page inside the test's page: a document of its own, so that its end is a real end for locks, channels and connections.
import type { Ports, ProviderContext } from '../../src/core/ports/provider.js';

export interface OtherPage {
  /** Makes ports that live and die with the page; without credentials in `context`, nobody's. */
  readonly ports: MakePorts;
  readonly window: Window & typeof globalThis;
  /** Ends the page as a killed tab ends: nothing in it gets to say goodbye. */
  crash(): void;
}

type MakePorts = (room: string, context?: Partial<ProviderContext>) => Ports;
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

function load(page: PageWindow, { module, name }: { module: string; name: string }): Promise<MakePorts> {
  return new Promise((resolve, reject) => {
    // What Vitest makes of every import() calls this; its own page has it.
    const runner = { wrapDynamicImport: (load: () => unknown) => load() };
    Object.assign(page, { loaded: resolve, failed: reject, __vitest_browser_runner__: runner });
    const script = page.document.createElement('script');
    script.type = 'module';
    // Imported by the page's own script, so that the code runs with the page's own browser objects.
    script.textContent = `
      try {
        const provider = (await import(${JSON.stringify(module)}))[${JSON.stringify(name)}];
        const { systemClock } = await import(${JSON.stringify(clockModule)});
        const context = {
          settings: {},
          credentials: () => Promise.resolve({ userId: 'nobody' }),
          clock: systemClock,
          random: Math.random,
          ids: () => crypto.randomUUID(),
        };
        loaded((room, more) => provider({ ...context, room, ...more }));
      } catch (error) { failed(error); }`;
    page.document.body.append(script);
  });
}

const clockModule = new URL('../../src/core/support/clock.ts', import.meta.url).href;
