// What the emulator has to say: commands it does not know (once each), and every frame to whoever wants to look.
import type { PartName } from './fault-types.js';

export interface TracedFrame {
  readonly part: PartName;
  /** As seen from the client. */
  readonly direction: 'sent' | 'received';
  readonly user: string | undefined;
  readonly frame: unknown;
}

/** An HTTP request, or a socket that is opened. */
export interface SeenRequest {
  /** As the client knows it, from the Host header; with a port where it gave one. */
  readonly host: string;
  /** `GET`, `POST` …; a socket is `SOCKET`. */
  readonly method: string;
  readonly path: string;
  /** Whether somebody here knows what it is. */
  readonly known: boolean;
}

export interface JournalOptions {
  /** Where warnings go; default `console.warn`. */
  readonly warn?: (line: string) => void;
  /** Is shown every frame. */
  readonly trace?: (frame: TracedFrame) => void;
  /** Is shown every request and every opening of a socket, but for the faults' own. */
  readonly requests?: (request: SeenRequest) => void;
}

export class Journal {
  readonly #options: JournalOptions;
  readonly #unknown = new Set<string>();

  constructor(options: JournalOptions = {}) {
    this.#options = options;
  }

  /** Each as `<half>: <command>` or `http: <method> <path>`, in the order in which they came. After an SDK update: what to look at. */
  get unknownCommands(): readonly string[] {
    return [...this.#unknown];
  }

  unknownCommand(part: PartName, command: string): void {
    const answer =
      part === 'chat' ? 'answered with an empty success' : 'not answered, as the number of its reply is unknown';
    this.#onFirst(`${part}: ${command}`, `unknown command, ${answer}`);
  }

  request(request: SeenRequest): void {
    if (!request.known) this.#onFirst(`http: ${request.method} ${request.path}`, 'unknown path, answered with 404');
    this.#options.requests?.(request);
  }

  #onFirst(name: string, remark: string): void {
    if (this.#unknown.has(name)) return;
    this.#unknown.add(name);
    this.warn(`${remark}: ${name}`);
  }

  warn(line: string): void {
    (this.#options.warn ?? console.warn)(`emulator: ${line}`);
  }

  trace(frame: TracedFrame): void {
    this.#options.trace?.(frame);
  }
}
