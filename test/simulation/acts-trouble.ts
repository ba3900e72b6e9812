// What goes wrong: networks, tabs, services, credentials. The weather does the rest.
import type { Act } from './acts.js';
import type { Page } from './world/page.js';
import type { Fate } from './world/request.js';
import { WEATHERS, weatherOf } from './world/weather.js';
import { HOST, type World } from './world/world.js';

/** A frozen page loses its connection after this long, in milliseconds. */
const CONNECTION_HELD = 20_000;

const CALLS: readonly (readonly [call: string, fates: readonly Fate[]])[] = [
  ['connect', ['fail', 'hang', 'deaf', 'credentials-rejected', 'service-disabled']],
  ['joinRoom', ['fail', 'hang', 'deaf']],
  ['openRoom', ['fail', 'hang', 'deaf', 'room-taken']],
  ['readProfile', ['fail', 'hang', 'deaf', 'busy']],
  ['writeRecord', ['fail', 'hang', 'deaf', 'busy']],
  ['send', ['fail', 'hang', 'deaf', 'muted', 'message-refused']],
  ['leaveRoom', ['fail', 'hang', 'deaf']],
  ['dismissRoom', ['fail', 'hang', 'deaf']],
  ['enter', ['fail', 'hang', 'deaf', 'busy', 'credentials-rejected', 'banned']],
  ['publish', ['fail', 'hang', 'deaf']],
  ['leave', ['fail', 'hang', 'deaf']],
  ['capture', ['hang', 'camera-denied']],
];

function planOf(n: number): readonly [call: string, fate: Fate] {
  const [call, fates] = CALLS[n % CALLS.length]!;
  return [call, fates[Math.floor(n / CALLS.length) % fates.length]!];
}

const atPage = (
  weight: number,
  words: Act['words'],
  fault: string,
  run: (world: World, page: Page, n: number) => void,
): Act => ({
  weight,
  words,
  run(world, page, n) {
    if (page.dead) return;
    world.tally.add(fault);
    run(world, page, n);
  },
});

function freeze(world: World, page: Page, ms: number): void {
  if (page.frozen) return;
  page.frozen = true;
  if (ms > CONNECTION_HELD) page.im?.line?.cut(ms);
  world.time.after(ms, () => {
    if (!page.frozen) return;
    world.rules.pictureChanged(); // nobody could act until now
    world.time.thaw(page);
  });
}

export const TROUBLE_ACTS: Record<string, Act> = {
  cut: atPage(
    5,
    (n) => `has no network for ${1 + (n % 90)} s`,
    'network gone',
    (_, page, n) => page.im?.line?.cut((1 + (n % 90)) * 1000),
  ),
  freeze: atPage(
    4,
    (n) => `is frozen for ${1 + (n % 120)} s`,
    'tab frozen',
    (world, page, n) => freeze(world, page, (1 + (n % 120)) * 1000),
  ),
  kick: atPage(
    1,
    () => 'is kicked by the service',
    'kicked',
    (world, page) => world.chat.remove(page.user, 'kicked'),
  ),
  ban: atPage(
    1,
    () => 'is banned',
    'banned',
    (world, page) => page.user !== HOST && world.chat.remove(page.user, 'banned'),
  ),
  mute: atPage(
    1,
    () => 'is muted',
    'muted',
    (world, page) => world.chat.muted.add(page.user),
  ),
  drop: atPage(
    1,
    () => 'is dropped from the room without a word',
    'membership lost',
    (world, page) => page.user !== HOST && world.chat.drop(page.user),
  ),
  expire: atPage(
    3,
    () => 'has credentials that are not good any more',
    'credentials expired',
    (world, page) => {
      if (page.options.hasCredentials) world.chat.expire(page.user);
    },
  ),
  stageLost: atPage(
    3,
    () => 'is lost by the stage',
    'stage lost',
    (world, page) => {
      if (page.av?.isInside) world.stages.lose(page.av, 'stage-lost');
    },
  ),
  stageKick: atPage(
    1,
    () => 'is banned from the stage',
    'stage banned',
    (world, page) => {
      if (page.av?.isInside) world.stages.lose(page.av, 'banned');
    },
  ),
  pictureOff: atPage(
    2,
    (n) => `sees no picture for ${1 + (n % 20)} s`,
    'picture interrupted',
    (world, page, n) => {
      const { av } = page;
      if (!av?.isWatching) return;
      const { place } = av;
      av.pictureGone();
      world.time.after((1 + (n % 20)) * 1000, () => {
        const { publisher } = place ? world.stages.at(place.stage) : {};
        if (publisher && av.isInside && av.place === place) av.pictureComes(publisher.user);
      });
    },
  ),
  plan: atPage(
    10,
    (n) => `will have the next ${planOf(n)[0]} end as ${planOf(n)[1]}`,
    'request planned to fail',
    (_, page, n) => {
      const [call, fate] = planOf(n);
      page.plans.set(call, [...(page.plans.get(call) ?? []), fate]);
    },
  ),
  weather: {
    weight: 4,
    words: (n) => `(the weather) turns: ${WEATHERS[n % WEATHERS.length]} ${Math.floor(n / WEATHERS.length) % 4}`,
    run(world, _, n) {
      const kind = WEATHERS[n % WEATHERS.length]!;
      world.weather[kind] = weatherOf([Math.floor(n / WEATHERS.length) % 4]).loss;
    },
  },
};
