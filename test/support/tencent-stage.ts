// One emulated stage service and the people on it, for tests of the Tencent provider's stage half.
import { vi } from 'vitest';
import type { AvPort, AvSignal } from '../../src/core/ports/av-port.js';
import type { Credentials } from '../../src/core/ports/credentials.js';
import type { ProviderContext } from '../../src/core/ports/provider.js';
import type { StageId } from '../../src/core/protocol/commands.js';
import { createTencentAv } from '../../src/core/providers/tencent/av/index.js';
import { systemClock, type Cancel, type Clock } from '../../src/core/support/clock.js';
import type { PlainOptions } from './emulator-host.js';
import { startEmulatorWorld } from './emulator-world.js';
import { trackConnections } from './local-world.js';
import { movingStream, type MovingStreamOptions } from './moving-stream.js';
import { place } from './picture.js';
import { PATIENCE, Recorder } from './recorder.js';
import { stageContext } from './tencent-av-world.js';

/** Time that can be made to pass faster, so that a limit of seconds is met in a moment. */
export class HastyClock implements Clock {
  /** How many times as fast. */
  speed = 20;

  now(): number {
    return systemClock.now();
  }

  after(ms: number, run: () => void): Cancel {
    return systemClock.after(ms / this.speed, run);
  }
}

export interface PersonOptions {
  readonly credentials?: Partial<Credentials>;
  readonly context?: Partial<ProviderContext>;
  readonly stage?: StageId;
}

export type TencentStage = Awaited<ReturnType<typeof openTencentStage>>;

export async function openTencentStage(options: PlainOptions['stage'] = {}) {
  const emulator = await startEmulatorWorld({ stage: options });
  const connections = trackConnections();
  const made: AvPort[] = [];
  const ends: (() => void)[] = [];

  const port = (userId: string, { credentials, context }: PersonOptions = {}) => {
    const av = createTencentAv({ ...stageContext(emulator, userId, credentials), ...context });
    made.push(av);
    return av;
  };
  const source = (media?: MovingStreamOptions) => {
    const { stream, stop } = movingStream(media);
    ends.push(stop);
    return stream;
  };
  return {
    emulator,
    connections,
    port,
    source,
    /** A host whose picture and sound are on the stage. */
    async onAir({ stage = 'premiere', ...person }: PersonOptions = {}, media?: MovingStreamOptions) {
      const av = port('ana', person);
      await av.capture({ camera: true, microphone: media?.audio ?? true, source: source(media) });
      await av.enter(stage, 'anchor', 'ana');
      await av.publish();
      return av;
    },
    /** Somebody who is about to watch the host. */
    visitor(userId = 'bea', { stage = 'premiere', ...person }: PersonOptions = {}) {
      const av = port(userId, person);
      const heard = new Recorder<AvSignal>(av);
      const element = place();
      av.attach(element);
      return { av, heard, element, enter: () => av.enter(stage, 'audience', 'ana') };
    },
    /** Somebody who watches the host already, or waits to. */
    async viewer(userId?: string, person?: PersonOptions) {
      const visitor = this.visitor(userId, person);
      await visitor.enter();
      return visitor;
    },
    open: () => connections.all.filter(({ signalingState }) => signalingState !== 'closed'),
    /** Resolves when the service has `count` open sockets. */
    async sockets(count: number): Promise<void> {
      await vi.waitFor(async () => {
        const { stage } = await emulator.connections();
        if (stage !== count) throw new Error(`${stage} sockets are open.`);
      }, PATIENCE);
    },
    async close(): Promise<void> {
      await Promise.all(made.map((av) => av.close()));
      for (const end of ends) end();
      connections.stop();
      document.body.replaceChildren();
      await emulator.close();
    },
  };
}

/** Keeps to which hosts this page's scripts talk from now on. */
export function watchHosts(): ReadonlySet<string> {
  const hosts = new Set<string>();
  const add = (url: unknown) => void hosts.add(new URL(String(url), location.href).hostname);
  const { fetch, WebSocket } = window;
  vi.spyOn(window, 'fetch').mockImplementation((input, init) => {
    add(input instanceof Request ? input.url : input);
    return fetch(input, init);
  });
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        add(url);
        super(url, protocols);
      }
    },
  );
  const { open } = XMLHttpRequest.prototype;
  vi.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation(function (
    this: XMLHttpRequest,
    ...[method, url]: Parameters<typeof open>
  ) {
    add(url);
    open.call(this, method, url, true);
  });
  vi.spyOn(navigator, 'sendBeacon').mockImplementation((url) => (add(url), true));
  return hosts;
}
