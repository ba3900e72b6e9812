// The ways to a first frame. Each in pages of their own, so that nothing is warm that would not be.

/** How long host and viewer have been in the room, in milliseconds, before the show begins. */
const SETTLING = 2_000;

/** A direct connection between two pages: the host decides → the viewer's first decoded frame. */
export async function measurePlain({ browser, site }) {
  return withContext(browser, async (context) => {
    const [viewer, host] = await Promise.all(
      ['viewer', 'host'].map((role) => open(context, `${site.url}/plain.html?role=${role}`, () => window.ready)),
    );
    const went = await host.evaluate(() => window.go());
    return { way: 'plain', total: (await viewer.evaluate(() => window.firstFrame)) - went };
  });
}

/** The stage SDK with nothing of ours: told to enter → the viewer's first decoded frame. */
export async function measureSdk({ browser, site, services }, round) {
  return withContext(browser, async (context) => {
    const page = (role) =>
      open(
        context,
        `${site.url}/sdk.html?${new URLSearchParams({ role, room: `sdk-${round}`, ...services.attributes })}`,
        () => window.ready,
      );
    const [viewer, host] = await Promise.all(['viewer', 'host'].map(page));
    await settle(viewer);
    await host.evaluate(() => window.go());
    return { way: 'sdk', total: await viewer.evaluate(() => window.firstFrame) };
  });
}

/** The host goes live at once; the viewer has been waiting in the chat. */
export function measureSwap(stand, round) {
  return withShow(stand, `swap-${round}`, async ({ host, viewer }) => {
    const { went, announced } = await host.evaluate(async () => {
      const went = window.now();
      await window.element.goLive();
      return { went, announced: window.now() };
    });
    const { received, entered, seen, loaded } = await milestones(viewer);
    return {
      way: 'swap',
      announcement: received - went,
      sdkImport: loaded,
      enter: entered - received,
      frame: seen - entered,
      total: seen - received,
      fromResolved: seen - announced,
    };
  });
}

/** With a countdown: viewers are inside when the host publishes. */
export function measureCountdown(stand, round) {
  return withShow(stand, `countdown-${round}`, async ({ host, viewer }) => {
    const published = await host.evaluate(async (countdown) => {
      let zero;
      const live = window.element.goLive({ countdown });
      while (zero === undefined) {
        zero = window.element.state.countdown?.endsAt;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await live;
      return zero;
    }, stand.countdown);
    const { seen } = await milestones(viewer);
    return { way: 'countdown', total: seen - published };
  });
}

async function milestones(viewer) {
  await viewer.evaluate(() => window.reached('first-frame'));
  return viewer.evaluate(() => ({
    received: window.at('enter-received'),
    entered: window.at('stage-entered'),
    seen: window.at('first-frame'),
    // How long the stage SDK took to come while the viewer was waiting.
    loaded: Math.max(
      0,
      ...performance.getEntriesByType('resource').map(({ name, duration }) => (/trtc/.test(name) ? duration : 0)),
    ),
  }));
}

/** A host whose preview runs and a viewer who has waited until the stage SDK was there. */
async function withShow({ browser, site, services }, room, act) {
  return withContext(browser, async (context) => {
    const page = (element, user) =>
      open(
        context,
        `${site.url}/kit.html?${new URLSearchParams({ element, room, user, name: user, ...services.attributes })}`,
        () => window.element?.state.link === 'online',
      );
    const host = await page('host', 'star');
    await host.evaluate(() => window.element.open());
    const viewer = await page('viewer', 'ana');
    await viewer.waitForFunction(() => window.element.state.phase === 'waiting');
    await viewer.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /trtc/.test(name)));
    await host.waitForFunction(() => window.element.state.media?.camera);
    await settle(viewer);
    return act({ host, viewer });
  });
}

/** People have been here for a while: what a page does while it opens is over, and the SDK's code has been run. */
async function settle(viewer) {
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  await viewer.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

async function withContext(browser, work) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

async function open(context, url, isReady) {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(isReady);
  return page;
}
