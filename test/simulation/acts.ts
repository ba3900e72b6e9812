// What can happen in a schedule: what people click, what strangers try, and what goes wrong. One table, one line each.
import { isHost, type RoomIntent, type TextMessage } from '../../src/core/index.js';
import { HOST_ACTS } from './acts-host.js';
import { STRANGER_ACTS } from './acts-stranger.js';
import { TROUBLE_ACTS } from './acts-trouble.js';
import { Page } from './world/page.js';
import type { World } from './world/world.js';

export interface Act {
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  /** What happens, in words; `n` is the step's number. */
  readonly words: (n: number) => string;
  /** Does it to `page`, the one the step names. */
  readonly run: (world: World, page: Page, n: number) => void;
}

const intent = (weight: number, wanted: RoomIntent): Act => ({
  weight,
  words: () => `wants ${wanted.type}`,
  run: (_, page) => page.want(wanted),
});

const ofText = (weight: number, type: 'retry-text' | 'delete-text'): Act => ({
  weight,
  words: () => `wants ${type} of the first text that failed`,
  run(_, page) {
    const failed = page.controller.state.timeline.find(
      (message): message is TextMessage => message.kind === 'text' && message.delivery === 'failed',
    );
    if (failed) page.want({ type, id: failed.id });
  },
});

/** What anybody does. */
const PERSON_ACTS: Record<string, Act> = {
  text: {
    weight: 10,
    words: (n) => `sends ${1 + (n % 3)} texts`,
    run(world, page, n) {
      for (let i = 0; i <= n % 3; i++) page.want({ type: 'send-text', text: `text ${world.dice.below(1e6)}` });
    },
  },
  retryText: ofText(3, 'retry-text'),
  deleteText: ofText(1, 'delete-text'),
  leave: intent(2, { type: 'leave' }),
  enter: intent(4, { type: 'enter' }),
  retryStage: intent(2, { type: 'retry-stage' }),
  allowSound: intent(1, { type: 'allow-sound' }),
  lookAway: {
    weight: 1,
    words: () => 'shows no stage any more',
    run(_, page) {
      if (!page.isIdle) return;
      page.detachStage?.();
      page.detachStage = undefined;
    },
  },
  look: {
    weight: 2,
    words: () => 'shows the stage',
    run(_, page) {
      if (page.isIdle && !page.isHost) page.attachStage();
    },
  },
  moveElement: {
    weight: 1,
    words: () => 'moves the stage in the page',
    run(_, page) {
      if (!page.isIdle || !page.detachStage) return;
      page.detachStage();
      page.detachStage = undefined;
      page.attachStage();
    },
  },
  hide: {
    weight: 2,
    words: (n) => `is hidden for ${5 + (n % 60)} s`,
    run(world, page, n) {
      if (page.isIdle) page.controller.setVisible(false);
      world.time.after((5 + (n % 60)) * 1000, () => page.controller.setVisible(true), page);
    },
  },
  secondTab: {
    weight: 2,
    words: () => 'opens a second tab',
    run(world, page) {
      const tabs = world.pages.filter((other) => other.user === page.user).length;
      if (tabs < 4) world.pages.push(new Page(world, { ...page.options, tab: tabs }));
    },
  },
  reload: {
    weight: 3,
    words: () => 'crashes and is loaded again',
    run(world, page) {
      world.tally.add(isHost(page.controller.state) ? 'host crashed' : 'viewer crashed');
      const tabs = world.pages.filter((other) => other.user === page.user).length;
      if (tabs >= 6) return;
      page.crash();
      world.pages.push(new Page(world, { ...page.options, tab: tabs }));
    },
  },
};

export const ACTS: Readonly<Record<string, Act>> = { ...HOST_ACTS, ...PERSON_ACTS, ...STRANGER_ACTS, ...TROUBLE_ACTS };
