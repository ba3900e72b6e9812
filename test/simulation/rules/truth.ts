// What the owner really said, and what each page has seen of it. Nobody else's word may move anybody.
import type { Command, ImSignal, RoomState } from '../../../src/core/index.js';
import { parseRecord } from '../../../src/core/room/record.js';
import type { Page } from '../world/page.js';
import type { Show } from '../world/show.js';
import { keyOf } from '../world/stage-service.js';
import { HOST } from '../world/world.js';

export class Truth {
  /** Whether a write ever came through after a newer one. */
  wasOverwritten = false;
  /** Whether a show was ever closed by its owner. */
  hasClosed = false;
  shows = 0;
  #hasEnded = false;
  readonly #declared = new Set<string>();
  /** Stages that were announced, with the newest run of each. */
  readonly #stages = new Map<string, number>();
  readonly #seen = new Map<Page, number>();

  declare(text: string): void {
    const record = parseRecord(text);
    if (record) this.#note(record.phase, record.run, record.stage);
  }

  announce(command: Command): void {
    if (command.type === 'enter') this.#note('live', command.run ?? 0, command.stage);
    if (command.type === 'exit') this.#note('ended', command.run ?? 0);
    if (command.type === 'host-left') this.#note('waiting', command.run ?? 0);
  }

  /** The newest run that `page` was told of by somebody who may tell. */
  seenBy(page: Page): number {
    return this.#seen.get(page) ?? 0;
  }

  hear(page: Page, signal: ImSignal): void {
    if (signal.type === 'profile-changed') this.#see(page, parseRecord(signal.record)?.run);
    if (signal.type === 'command' && signal.from.id === HOST && signal.command.type !== 'text') {
      this.#see(page, signal.command.run);
    }
  }

  read(page: Page, record: string): void {
    this.#see(page, parseRecord(record)?.run);
  }

  /** Another show of the same name began anew, as far as this page knows: what was seen before counts no more. */
  forget(page: Page): void {
    this.#seen.delete(page);
  }

  opened(show: Show): void {
    this.shows = show.number + 1;
  }

  /** Why `page` may not have gone from `before` to `state`; undefined if it may. */
  objection(page: Page, state: RoomState, before: RoomState): string | undefined {
    if (state.run < before.run) {
      if (this.shows < 2 && !this.wasOverwritten) return `its run fell from ${before.run} to ${state.run}`;
      this.forget(page);
    }
    const hasMoved = state.phase !== before.phase || state.run !== before.run || state.stageId !== before.stageId;
    return hasMoved && !this.#isTrue(state, before) ? `nobody who may said ${phrase(state)}` : undefined;
  }

  /** Why a viewer may not enter `stage`; undefined if it may. */
  objectionToEntering(page: Page, stage: string, host: string): string | undefined {
    if (host !== HOST) return `takes the picture of ${host}, who is not the owner`;
    const run = this.#stages.get(stage);
    if (run === undefined) return `enters the stage ${stage} that the owner never announced`;
    const seen = this.seenBy(page);
    return run < seen ? `enters the stage ${stage} of run ${run} although it has seen run ${seen}` : undefined;
  }

  #isTrue({ phase, run, stageId }: RoomState, before: RoomState): boolean {
    if (phase === 'live') return this.#declared.has(`live:${run}:${keyOf(stageId!)}`);
    if (phase === 'ended') return this.hasClosed || this.#hasEnded;
    if (phase !== 'waiting') return true;
    // A room without a record waits from the moment it was created.
    const isFresh = run === before.run && (before.phase === 'unknown' || before.phase === 'not-open');
    return isFresh || this.#declared.has(`waiting:${run}`);
  }

  #note(phase: string, run: number, stage?: string | number): void {
    if (phase === 'ended') this.#hasEnded = true;
    if (stage === undefined) return void this.#declared.add(`${phase}:${run}`);
    const key = keyOf(stage);
    this.#declared.add(`${phase}:${run}:${key}`);
    this.#stages.set(key, Math.max(run, this.#stages.get(key) ?? 0));
  }

  #see(page: Page, run: number | undefined): void {
    if (run !== undefined) this.#seen.set(page, Math.max(run, this.seenBy(page)));
  }
}

function phrase({ phase, run, stageId }: RoomState): string {
  return phase === 'live' ? `live, run ${run}, on ${JSON.stringify(stageId)}` : `${phase}, run ${run}`;
}
