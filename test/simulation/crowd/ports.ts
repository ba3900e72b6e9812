// Ports that only count: what a crowd's viewers get instead of services.
import { Signals, type AvPort, type AvSignal, type ImPort, type ImSignal } from '../../../src/core/index.js';
import type { Crowd } from './crowd.js';

export class CrowdIm implements ImPort {
  readonly signals = new Signals<ImSignal>();
  readonly #crowd: Crowd;

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
  }

  connect = () => this.#crowd.ask(() => undefined);
  openRoom = () => this.#crowd.ask(() => this.#crowd.profile());
  joinRoom = () => this.#crowd.ask(() => this.#crowd.profile());
  readProfile = () => {
    this.#crowd.countRead();
    return this.#crowd.ask(() => this.#crowd.profile());
  };
  writeRecord = async () => undefined;
  send = async () => ({ at: 0 });
  leaveRoom = async () => undefined;
  dismissRoom = async () => undefined;
  close = async () => undefined;
  listen = (listener: (signal: ImSignal) => void) => this.signals.listen(listener);
}

export class CrowdAv implements AvPort {
  readonly #signals = new Signals<AvSignal>();
  readonly #crowd: Crowd;
  readonly #number: number;
  #isInside = false;

  constructor(crowd: Crowd, number: number) {
    this.#crowd = crowd;
    this.#number = number;
  }

  async enter(): Promise<void> {
    this.#crowd.countEntry();
    await this.#crowd.ask(() => undefined, 'stage-unavailable');
    this.#isInside = true;
    if (!this.#crowd.isOnAir) return;
    this.#crowd.later(this.#crowd.untilPicture, () => {
      if (!this.#isInside) return;
      this.#signals.emit({ type: 'first-frame' });
      this.#crowd.sees(this.#number);
    });
  }

  /** The host's picture stops coming. */
  stop(): void {
    if (this.#isInside) this.#crowd.later(300, () => this.#signals.emit({ type: 'host-video', on: false }));
  }

  preload = async () => undefined;
  devices = async () => [];
  capture = async () => ({ camera: false, microphone: false });
  preview = () => () => undefined;
  prepare = async () => undefined;
  publish = async () => undefined;
  unpublish = async () => undefined;
  attach = () => () => undefined;
  setVolume = () => undefined;
  leave = async () => {
    this.#isInside = false;
  };
  close = async () => undefined;
  listen = (listener: (signal: AvSignal) => void) => this.#signals.listen(listener);
}
