// One kind of what the anchor sends, picture or sound: which track the SDK has, and the one step that brings it nearer to the wanted one.

export interface LineCalls {
  readonly start: (track: MediaStreamTrack, mute: { readonly mute?: true }) => Promise<unknown>;
  readonly replace: (track: MediaStreamTrack) => Promise<unknown>;
  readonly unmute: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** What the SDK has of a track: muted, a copy of it, since muting switches a track off, and the host goes on seeing the original. */
interface Sent {
  readonly track: MediaStreamTrack;
  readonly copy: MediaStreamTrack | undefined;
}

export class UplinkLine {
  readonly #calls: LineCalls;
  #sent: Sent | undefined;
  #isClosed = false;

  constructor(calls: LineCalls) {
    this.#calls = calls;
  }

  /** Undefined when everything is as wanted. Rejects with the SDK's error; then the SDK has what it had. */
  step(track: MediaStreamTrack | null, hushed: boolean): Promise<void> | undefined {
    const before = this.#sent;
    const isAloud = before !== undefined && !before.copy;
    const isAsWanted = (before?.track ?? null) === track && (!before || isAloud || hushed);
    if (isAsWanted) return undefined;
    return this.#take(before, track && { track, copy: hushed && !isAloud ? track.clone() : undefined });
  }

  /** Nothing is captured for this line any more. */
  close(): void {
    this.#isClosed = true;
    this.#sent?.copy?.stop();
  }

  async #take(before: Sent | undefined, next: Sent | null): Promise<void> {
    try {
      await this.#tell(before, next);
    } catch (error) {
      next?.copy?.stop();
      throw error;
    }
    before?.copy?.stop();
    if (this.#isClosed) next?.copy?.stop();
    this.#sent = next ?? undefined;
  }

  async #tell(before: Sent | undefined, next: Sent | null): Promise<void> {
    const { start, replace, unmute, stop } = this.#calls;
    if (!next) return void (await stop());
    const sent = next.copy ?? next.track;
    if (!before) return void (await start(sent, next.copy ? { mute: true } : {}));
    // First this: the SDK would switch a track off that it gets while muted, and the preview with it.
    if (before.copy && !next.copy) await unmute();
    await replace(sent);
  }
}
