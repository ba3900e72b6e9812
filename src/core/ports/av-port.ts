// What the kit needs of an audio/video service, in our words. Rejects with a RoomError and nothing else.
import type { RoomError, RoomErrorCode } from '../errors/room-error.js';
import type { StageId } from '../protocol/commands.js';

/** What the host sends: devices, or a stream of the page's own. */
export interface MediaChoice {
  /** Whether the picture is wanted. */
  readonly camera: boolean;
  /** Whether the sound is wanted. */
  readonly microphone: boolean;
  /** Which camera; the browser's default when absent. */
  readonly cameraId?: string;
  /** Which microphone; the browser's default when absent. */
  readonly microphoneId?: string;
  /** The page's own media instead of devices; `camera` and `microphone` still switch its picture and sound. */
  readonly source?: MediaStream;
}

/**
 * What is really being captured after a {@link MediaChoice} was tried; each side has its own error.
 * `camera: true` beside a `cameraError`: the new one was refused, the one before goes on.
 */
export interface Capture {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly cameraError?: RoomError;
  readonly microphoneError?: RoomError;
}

export interface Device {
  readonly id: string;
  readonly kind: 'camera' | 'microphone';
  /** The device's name; empty until the person has allowed its use. */
  readonly label: string;
}

/** Enters as the one who publishes, or as one of those who watch. */
export type StageRole = 'anchor' | 'audience';

export type AvSignal =
  /** The host's picture comes or has stopped coming. */
  | { readonly type: 'host-video'; readonly on: boolean }
  /** The host's sound comes or has stopped coming. */
  | { readonly type: 'host-audio'; readonly on: boolean }
  /** The first frame since the picture came is on the screen. */
  | { readonly type: 'first-frame' }
  /** The browser plays without sound until `resume` is called from a click or a key. */
  | { readonly type: 'autoplay-blocked'; readonly resume: () => Promise<void> } // rejects with wrong-phase if it still may not
  /** The stage was lost for good (removed, or the service gave up): leave and enter again. */
  | { readonly type: 'lost'; readonly code: RoomErrorCode }
  /** A device came or went: ask `devices` again. */
  | { readonly type: 'devices-changed' }
  /** A captured device stopped by itself: `missing` when it was unplugged, `denied` when its permission was taken back. */
  | {
      readonly type: 'capture-lost';
      readonly kind: 'camera' | 'microphone';
      readonly reason: 'missing' | 'denied';
    };

export interface AvPort {
  /** Loads what entering needs, ahead of time. Optional to call; never rejects. */
  preload(): Promise<void>;
  devices(): Promise<readonly Device[]>;
  /** Makes what is captured match the choice, published or not. A refused device is told in the result, not thrown. */
  capture(choice: MediaChoice): Promise<Capture>;
  /** Shows what is captured, silent and mirrored as in a mirror for a camera, until the returned function is called. */
  preview(element: HTMLElement): () => void;
  /**
   * Enters the stage. `host` is whose picture and sound an audience takes; for the anchor it is their own user id.
   * Codes: stage-unavailable, unsupported-browser, storage-unavailable, credentials-rejected, app-id-rejected, service-disabled, banned,
   * busy; cancelled when it is left before it was entered.
   */
  enter(stage: StageId, role: StageRole, host: string): Promise<void>;
  /** Opens the way for what is captured, so that publishing is quicker: nobody sees or hears any of it. Optional to call; never rejects. */
  prepare(): Promise<void>;
  /** Sends what is captured, from now on; resolves when it is on its way, as far as the service tells. Only as anchor. Codes: stage-unavailable. */
  publish(): Promise<void>;
  /** Stops sending, stays on the stage. */
  unpublish(): Promise<void>;
  /** Shows the host's picture in `element` (which the port fills) until the returned function is called. May be called before entering. */
  attach(element: HTMLElement): () => void;
  /** How loud the host is for this person: 0–1; 0 is silence. */
  setVolume(volume: number): void;
  /** Leaves the stage; not being on one is success. Capture goes on. */
  leave(): Promise<void>;
  /** Leaves, ends capture and frees everything. No signal comes after it. Never rejects. */
  close(): Promise<void>;
  listen(listener: (signal: AvSignal) => void): () => void;
}
