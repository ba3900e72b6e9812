// What the emulator has to say: commands it does not know (once each), and every frame to whoever wants to look.
import type { PartName } from './fault-types.js';

export interface TracedFrame {
  readonly part: PartName;
  /** As seen from the client. */
  readonly direction: 'sent' | 'received';
  readonly user: string | undefined;
  readonly frame: unknown;
}

export interface JournalOptions {
  /** Where warnings go; default `console.warn`. */
  readonly warn?: (line: string) => void;
  /** Is shown every frame. */
  readonly trace?: (frame: TracedFrame) => void;
}

export class Journal {
  readonly #options: JournalOptions;
  readonly #unknown = new Set<string>();

  constructor(options: JournalOptions = {}) {
    this.#options = options;
  }

  /** Each as `<half>: <command>`, in the order in which they came. After an SDK update: what to look at. */
  get unknownCommands(): readonly string[] {
    return [...this.#unknown];
  }

  unknownCommand(part: PartName, command: string): void {
    const name = `${part}: ${command}`;
    if (this.#unknown.has(name)) return;
    this.#unknown.add(name);
    this.warn(`unknown command, answered with an empty success: ${name}`);
  }

  warn(line: string): void {
    (this.#options.warn ?? console.warn)(`emulator: ${line}`);
  }

  trace(frame: TracedFrame): void {
    this.#options.trace?.(frame);
  }
}
