// One stay on a stage, from entering to leaving, on an instance of the SDK of its own: whatever state that gets into, the next stay is not harmed.
import { RoomError, type RoomErrorCode } from '../../../errors/room-error.js';
import type { HostView } from '../../../media/host-view.js';
import type { StageRole } from '../../../ports/av-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import type { StageId } from '../../../protocol/commands.js';
import { within } from '../../../support/clock.js';
import { Downlink } from './downlink.js';
import { entryOptions } from './entry.js';
import { stageError, vendorCodes } from './errors.js';
import type { SdkLoader } from './loader.js';
import type { SdkError, Trtc } from './sdk.js';
import { Sound } from './sound.js';
import { HARMLESS, REMOVALS } from './stage-errors.js';
import { Uplink } from './uplink.js';

/** How long entering may take, in milliseconds. The SDK alone would go on for ever when it can not reach the service. */
export const ENTER_LIMIT = 8_000;
/** How long saying goodbye may take, in milliseconds. */
export const LEAVE_LIMIT = 2_000;
/** Three connections in a row came to nothing. */
const FIREWALL = 5501;

export interface VisitSetup {
  readonly context: ProviderContext;
  readonly loader: SdkLoader;
  readonly stage: StageId;
  readonly role: StageRole;
  readonly host: string;
  /** 0–1 */
  readonly volume: number;
  readonly view: HostView;
  readonly lost: (code: RoomErrorCode) => void;
  readonly blocked: (resume: () => Promise<void>) => void;
}

export class Visit {
  readonly #setup: VisitSetup;
  readonly #end = new AbortController();
  #trtc: Trtc | undefined;
  #entered = false;
  #signalling = false;
  #sound: Sound | undefined;
  /** Only of an anchor who has entered. */
  #uplink: Uplink | undefined;

  constructor(setup: VisitSetup) {
    this.#setup = setup;
  }

  get uplink(): Uplink | undefined {
    return this.#entered ? this.#uplink : undefined;
  }

  setVolume(volume: number): void {
    this.#sound?.setVolume(volume);
  }

  /** Codes: those of `AvPort.enter`. */
  async open(): Promise<void> {
    try {
      this.#checkStays();
      await untilAborted(this.#enter(), this.#end.signal);
    } catch (error) {
      throw stageError(error, this.#setup.role);
    }
    this.#entered = true;
  }

  /** Frees everything, also what is still being entered. Safe to call twice. Never rejects. */
  async close(): Promise<void> {
    this.#end.abort();
    const trtc = this.#trtc;
    this.#trtc = undefined;
    this.#uplink?.close();
    if (!trtc) return;
    trtc.off('*');
    // Destroying is the only thing that ends an entering which hangs; whoever is in has to go out first.
    if (!this.#entered && destroy(trtc)) return;
    await within(this.#setup.context.clock, LEAVE_LIMIT, trtc.exitRoom(), tooLong).catch(() => undefined);
    destroy(trtc);
  }

  async #enter(): Promise<void> {
    const { context, loader, stage, role } = this.#setup;
    const [make, credentials] = await Promise.all([loader.makerFor(role), context.credentials()]);
    this.#checkStays();
    const options = entryOptions(stage, role, credentials, context.settings);
    const trtc = make();
    this.#trtc = trtc;
    this.#listen(trtc);
    await within(context.clock, ENTER_LIMIT, trtc.enterRoom(options), tooLong);
  }

  #checkStays(): void {
    if (this.#end.signal.aborted) throw left();
  }

  #listen(trtc: Trtc): void {
    const { context, role, host, view, volume, blocked } = this.#setup;
    const { clock, random } = context;
    trtc.on('error', (error) => this.#failed(error));
    trtc.on('kicked-out', ({ reason }) => this.#lost(REMOVALS[reason]));
    trtc.on('connection-state-changed', ({ state }) => (this.#signalling = state === 'CONNECTED'));
    if (role === 'audience') {
      const lost = ({ code }: RoomError) => this.#lost(code);
      this.#sound = new Sound(trtc, host, volume, { blocked });
      new Downlink(trtc, { host, view, clock, random, end: this.#end.signal, lost });
      return;
    }
    this.#uplink = new Uplink(trtc, clock);
    trtc.on('publish-state-changed', ({ reason, error }) =>
      reason === 'error' && error ? this.#failed(error) : undefined,
    );
  }

  #failed(error: SdkError): void {
    const codes = vendorCodes(error);
    // While signalling is cut the SDK tries for ever, and what is on the screen may go on. With signalling, media can not get through.
    const waits = codes.includes(FIREWALL) && !this.#signalling;
    if (!waits && !codes.some((code) => HARMLESS.has(code))) this.#lost(stageError(error, this.#setup.role).code);
  }

  #lost(code: RoomErrorCode): void {
    // Whoever is still entering is told by that.
    if (this.#entered && !this.#end.signal.aborted) this.#setup.lost(code);
  }
}

/** Whether it could be: not while on the stage. */
function destroy(trtc: Trtc): boolean {
  try {
    trtc.destroy();
    return true;
  } catch {
    return false;
  }
}

function left(): RoomError {
  return new RoomError('cancelled', 'The stage was left while it was being entered.');
}

function tooLong(): RoomError {
  return new RoomError('stage-unavailable', 'The stage service did not answer in time: try again.');
}

/** The outcome of `work`, or a rejection with `cancelled` as soon as `signal` aborts. */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(left());
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
