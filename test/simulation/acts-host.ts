// What a host does: mostly the sensible next step, at times whatever comes to mind.
import { canResume, isHost, isOpen } from '../../src/core/index.js';
import type { Act } from './acts.js';
import type { Page } from './world/page.js';
import { HOST, type World } from './world/world.js';

const COUNTDOWNS = [0, 3, 3, 10];

/** The host's newest page that runs. */
function hostPage({ pages }: World): Page | undefined {
  return pages.filter(({ user, isIdle }) => user === HOST && isIdle).at(-1);
}

function goLive(page: Page, n: number): void {
  page.want({ type: 'go-live', countdown: COUNTDOWNS[n % COUNTDOWNS.length] });
}

/** What somebody who wants a show to happen would click now. */
function nextStep(page: Page, n: number): void {
  const { state } = page.controller;
  if (state.link === 'offline' || state.link === 'kicked') return page.want({ type: 'enter' });
  if (!isHost(state) || !isOpen(state)) return page.want({ type: 'open' });
  if (canResume(state)) return page.want({ type: 'resume' });
  if (state.phase === 'waiting') return goLive(page, n);
  return page.want({ type: n % 4 === 0 ? 'end' : 'step-off' });
}

const byHost = (weight: number, words: Act['words'], run: (page: Page, n: number) => void): Act => ({
  weight,
  words: (n) => `(the host) ${words(n)}`,
  run(world, _, n) {
    const page = hostPage(world);
    if (page) run(page, n);
  },
});

export const HOST_ACTS: Record<string, Act> = {
  next: byHost(24, () => 'takes the next step', nextStep),
  open: byHost(
    3,
    () => 'opens the room',
    (page) => page.want({ type: 'open' }),
  ),
  goLive: byHost(4, (n) => `goes live, countdown ${COUNTDOWNS[n % COUNTDOWNS.length]}`, goLive),
  cancel: byHost(
    3,
    () => 'cancels going live',
    (page) => page.want({ type: 'cancel-go-live' }),
  ),
  stepOff: byHost(
    3,
    () => 'steps off',
    (page) => page.want({ type: 'step-off' }),
  ),
  resume: byHost(
    2,
    () => 'resumes',
    (page) => page.want({ type: 'resume' }),
  ),
  end: byHost(
    2,
    () => 'ends the show',
    (page) => page.want({ type: 'end' }),
  ),
  hostLeaves: byHost(
    1,
    () => 'leaves',
    (page) => page.want({ type: 'leave' }),
  ),
  media: byHost(
    2,
    (n) => `wants ${n % 2 ? 'camera and microphone' : 'no media'}`,
    (page, n) => {
      page.want({ type: 'choose-media', media: { camera: n % 2 === 1, microphone: n % 2 === 1 } });
    },
  ),
  captureLost: byHost(
    1,
    () => 'has the camera unplugged',
    (page) => page.av?.unplug(),
  ),
};
