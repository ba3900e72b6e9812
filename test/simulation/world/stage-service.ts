// The audio/video service: who is on which stage, who publishes, and who sees it.
import type { RoomErrorCode, StageId } from '../../../src/core/index.js';
import type { SimAv } from './sim-av.js';
import type { World } from './world.js';

/** A page that is gone without a word is noticed after this long, in milliseconds. */
const LOST_AFTER = 30_000;

export class Stage {
  readonly inside = new Set<SimAv>();
  publisher: SimAv | undefined;
}

export class StageService {
  readonly #world: World;
  readonly #stages = new Map<string, Stage>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Everybody who is on a stage. */
  get everybody(): SimAv[] {
    return [...this.#stages.values()].flatMap(({ inside }) => [...inside]);
  }

  /** Who publishes, and where. */
  get publishing(): { readonly key: string; readonly av: SimAv } | undefined {
    for (const [key, { publisher }] of this.#stages) if (publisher) return { key, av: publisher };
    return undefined;
  }

  at(id: StageId): Stage {
    const key = keyOf(id);
    let stage = this.#stages.get(key);
    if (!stage) this.#stages.set(key, (stage = new Stage()));
    return stage;
  }

  /** The same person again on the same stage: the first is sent off it. */
  take(av: SimAv, id: StageId): Stage {
    const stage = this.at(id);
    for (const other of stage.inside) if (other !== av && other.user === av.user) this.lose(other, 'kicked');
    stage.inside.add(av);
    return stage;
  }

  leave(av: SimAv): void {
    for (const stage of this.#stages.values()) {
      if (!stage.inside.delete(av) || stage.publisher !== av) continue;
      stage.publisher = undefined;
      this.#world.say(() => `   the picture of ${av.page.name} is gone`);
      this.#world.rules.pictureChanged();
      for (const other of stage.inside) other.pictureGone();
    }
  }

  publish(av: SimAv, id: StageId): void {
    const stage = this.at(id);
    stage.publisher = av;
    this.#world.rules.published(av);
    this.#world.rules.pictureChanged();
    for (const other of stage.inside) if (other !== av) other.pictureComes(av.user);
  }

  /** The service loses somebody for good. */
  lose(av: SimAv, code: RoomErrorCode): void {
    this.leave(av);
    av.lost(code);
  }

  /** Somebody's page is gone without a word. */
  vanish(av: SimAv): void {
    this.#world.time.after(this.#world.dice.between(1_000, LOST_AFTER), () => this.leave(av));
  }
}

/** A number and a string of the same digits are two stages. */
export function keyOf(id: StageId): string {
  return JSON.stringify(id);
}
