// A page's port to the simulated stage.
import {
  Signals,
  RoomError,
  type AvPort,
  type AvSignal,
  type Capture,
  type Credentials,
  type Device,
  type MediaChoice,
  type RoomErrorCode,
  type StageId,
  type StageRole,
} from '../../../src/core/index.js';
import type { Page } from './page.js';
import { request } from './request.js';
import type { World } from './world.js';

interface Place {
  readonly stage: StageId;
  readonly role: StageRole;
  readonly host: string;
}

export class SimAv implements AvPort {
  closed = false;
  /** Where it is, or is on its way to. */
  place: Place | undefined;
  isInside = false;
  /** Whether the picture comes. */
  isWatching = false;
  readonly page: Page;
  readonly #world: World;
  readonly #credentials: () => Promise<Credentials>;
  readonly #signals = new Signals<AvSignal>();
  #leavingSince: number | undefined;
  #cancelEntering: (() => void) | undefined;

  constructor(world: World, page: Page, credentials: () => Promise<Credentials>) {
    this.#world = world;
    this.page = page;
    this.#credentials = credentials;
  }

  get user(): string {
    return this.page.user;
  }

  async preload(): Promise<void> {}

  async devices(): Promise<readonly Device[]> {
    return [];
  }

  capture({ camera, microphone }: MediaChoice): Promise<Capture> {
    return this.#ask('capture', () => ({ camera, microphone }));
  }

  preview(): () => void {
    return () => undefined;
  }

  async enter(stage: StageId, role: StageRole, host: string): Promise<void> {
    this.#world.rules.entering(this, { stage, role, host }, this.#leavingSince);
    const place = { stage, role, host };
    this.place = place;
    const { userSig = '0' } = await this.#credentials();
    if (this.place !== place) throw new RoomError('cancelled', 'Simulated: left before it was entered.');
    const entering = this.#ask('enter', () => {
      // A page that is gone does not come in any more.
      if (this.place !== place || this.closed || this.page.dead) return;
      if (!this.#world.chat.isValid(this.user, Number(userSig)))
        throw new RoomError('credentials-rejected', 'Simulated.');
      this.isInside = true;
      const { publisher } = this.#world.stages.take(this, stage);
      this.#world.rules.entered(this);
      if (role === 'audience' && publisher?.user === host) this.pictureComes(host);
      if (this.#world.strikes('astray', 'stage lost')) {
        this.#world.time.after(this.#world.dice.between(0, 8_000), () => {
          if (this.place === place) this.#world.stages.lose(this, 'stage-lost');
        });
      }
    });
    await Promise.race([entering, this.#cancelled()]).catch((error: unknown) => {
      if (this.place === place && !this.isInside) this.place = undefined;
      throw error;
    });
  }

  async prepare(): Promise<void> {}

  publish(): Promise<void> {
    const { place } = this;
    return this.#ask('publish', () => {
      // Late, and the stage was left meanwhile: what it was meant for is gone.
      if (this.place !== place) throw new RoomError('stage-unavailable', 'Simulated: left meanwhile.');
      if (!this.isInside || place?.role !== 'anchor') throw new RoomError('stage-unavailable', 'Simulated: not there.');
      this.#world.stages.publish(this, place.stage);
    });
  }

  async unpublish(): Promise<void> {}

  attach(): () => void {
    this.page.attached++;
    return () => this.page.attached--;
  }

  setVolume(): void {}

  async leave(): Promise<void> {
    this.#goAway();
    const since = this.#world.time.now;
    this.#leavingSince = since;
    try {
      await this.#ask('leave', () => undefined);
    } finally {
      if (this.#leavingSince === since) this.#leavingSince = undefined;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.#goAway();
    this.closed = true;
    this.page.portClosed(this);
  }

  listen(listener: (signal: AvSignal) => void): () => void {
    return this.#signals.listen(listener);
  }

  /** The host's picture is on its way to this page. */
  pictureComes(host: string): void {
    const { place } = this;
    if (place?.role !== 'audience' || place.host !== host) return;
    if (this.#world.strikes('blind', 'picture never came')) return;
    this.isWatching = true;
    this.#later(() => {
      if (this.place !== place || !this.isWatching) return;
      this.#tell({ type: 'host-video', on: true });
      this.#tell({ type: 'host-audio', on: true });
      if (this.#world.strikes('mute', 'sound held back'))
        this.#tell({ type: 'autoplay-blocked', resume: () => this.#resume() });
      this.#tell({ type: 'first-frame' });
    });
  }

  pictureGone(): void {
    const { place } = this;
    if (place?.role !== 'audience') return;
    this.isWatching = false;
    this.#later(() => {
      if (this.place !== place || this.isWatching) return;
      this.#tell({ type: 'host-audio', on: false });
      this.#tell({ type: 'host-video', on: false });
    });
  }

  /** The service sent this page off the stage. */
  lost(code: RoomErrorCode): void {
    this.isInside = false;
    this.isWatching = false;
    this.#world.say(() => `   ${this.page.name} is lost by the stage (${code})`);
    this.#later(() => {
      if (this.place && !this.isInside) this.#tell({ type: 'lost', code });
    });
  }

  /** A device stops by itself. */
  unplug(): void {
    this.#tell({ type: 'capture-lost', kind: 'camera', reason: 'missing' });
  }

  #resume(): Promise<void> {
    return this.#ask('resume', () => undefined);
  }

  #cancelled(): Promise<never> {
    return new Promise((_, reject) => {
      this.#cancelEntering = () => reject(new RoomError('cancelled', 'Simulated: left before it was entered.'));
    });
  }

  #goAway(): void {
    this.place = undefined;
    this.isInside = false;
    this.isWatching = false;
    this.#world.stages.leave(this);
    this.#cancelEntering?.();
    this.#cancelEntering = undefined;
  }

  #later(run: () => void): void {
    this.#world.time.after(this.#world.dice.between(20, 250), run, this.page);
  }

  #tell(signal: AvSignal): void {
    if (!this.closed) this.#signals.emit(signal);
  }

  #ask<T>(name: string, work: () => T): Promise<T> {
    return request(this.#world, this.page, {
      name,
      lostAs: 'stage-unavailable',
      work,
      arrived: () => !this.closed,
    });
  }
}
