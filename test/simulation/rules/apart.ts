// The picture and the announcement of it belong together: how long they may be apart.
import { canResume, isHost, MAX_COUNTDOWN } from '../../../src/core/index.js';
import type { Page } from '../world/page.js';
import type { World } from '../world/world.js';

/**
 * Longest time in milliseconds that a host's page which runs and is connected may publish what the record does not announce.
 * Usually seconds; a host whose own withdrawal was reported as failed learns of it by a read, a second later, or every ten
 * seconds and the read (15 s) while that fails; before and after it the steps under way and leaving (12 s + 4 s).
 */
const PICTURE_ALONE = 130_000;
/** … or announce what it doesn't publish, beyond the countdown: three attempts to get back on the stage, each bounded, with their pauses. */
const WORD_ALONE = MAX_COUNTDOWN * 1000 + 150_000;

type Side = 'together' | 'picture alone' | 'word alone';

export class Apart {
  #side: Side = 'together';
  #since = 0;

  /** Call whenever either side changed, and after each step. */
  look(world: World): string | undefined {
    const side = this.#sideOf(world);
    if (side !== this.#side || !isSomebodyToBlame(world, side) || world.chat.show?.isOverwritten) {
      this.#side = side;
      this.#since = world.time.now;
    }
    const lasted = world.time.now - this.#since;
    const bound = side === 'picture alone' ? PICTURE_ALONE : WORD_ALONE;
    if (side === 'together' || lasted <= bound) return undefined;
    return `${side} for ${Math.round(lasted / 1000)} s, ${bound / 1000} s is the most`;
  }

  #sideOf({ chat, stages }: World): Side {
    const announced = chat.show?.announcedStage;
    const published = stages.publishing?.key;
    if (announced === published) return 'together';
    return published === undefined ? 'word alone' : 'picture alone';
  }
}

/** A page that is gone, frozen or cut off can't do anything; one that offers to resume has left it to a person. */
function isSomebodyToBlame({ pages, stages, weather }: World, side: Side): boolean {
  // Where hardly any request gets through, nothing can be promised.
  if (weather.fail + weather.deaf + weather.hang + weather.slow > 0.5) return false;
  if (side === 'picture alone') return stages.publishing !== undefined && canAct(stages.publishing.av.page);
  return pages.some((page) => canAct(page) && isHost(page.controller.state) && !canResume(page.controller.state));
}

function canAct(page: Page): boolean {
  const { im } = page;
  return page.isIdle && im?.line?.isOpen === true && im.line.isUp && page.controller.state.link === 'online';
}
