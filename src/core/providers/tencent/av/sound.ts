// The host's sound, which the SDK plays by itself: how loud it is, and what to do when the browser does not let it play.
import { RoomError } from '../../../errors/room-error.js';
import type { Trtc } from './sdk.js';

export interface SoundHooks {
  /** The browser plays nothing until `resume` is called from a click or a key. */
  readonly blocked: (resume: () => Promise<void>) => void;
}

export class Sound {
  readonly #trtc: Trtc;
  readonly #host: string;
  readonly #hooks: SoundHooks;
  #volume: number;
  #plays = false;
  #resume: (() => Promise<void>) | undefined;
  #told = false;

  constructor(trtc: Trtc, host: string, volume: number, hooks: SoundHooks) {
    this.#trtc = trtc;
    this.#host = host;
    this.#hooks = hooks;
    this.#volume = volume;
    trtc.on('autoplay-failed', ({ userId, resume }) => (userId === host ? this.#refused(resume) : undefined));
    trtc.on('audio-play-state-changed', ({ userId, state }) => {
      if (userId === host) this.#plays = state === 'PLAYING';
    });
    trtc.setRemoteAudioVolume(host, percent(volume));
    // Of all people on the stage only the host is heard; said before entering, it holds from the first moment on.
    void trtc.muteRemoteAudio(host, false).catch(() => undefined);
  }

  /** 0–1 */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#trtc.setRemoteAudioVolume(this.#host, percent(volume));
    this.#tell();
  }

  #refused(resume: () => Promise<void>): void {
    this.#plays = false;
    this.#resume = resume;
    this.#tell();
  }

  /** Silence that was asked for needs no permission. */
  #tell(): void {
    if (this.#told || !this.#resume || this.#plays || this.#volume === 0) return;
    this.#told = true;
    this.#hooks.blocked(() => this.#unblock());
  }

  async #unblock(): Promise<void> {
    // The SDK's own promise tells nothing: it resolves when the browser refuses, too.
    await this.#resume?.();
    if (!this.#plays)
      throw new RoomError('wrong-phase', 'The browser plays sound only after a click or a key: call resume from one.');
  }
}

function percent(volume: number): number {
  return Math.round(volume * 100);
}
