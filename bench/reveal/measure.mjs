// One reveal: a viewer who waits, a host who comes, and every frame of the viewer's page counted.

/** Milliseconds that are watched before the show, from the moment the page shows video, and later in the show. */
const WINDOW = 1_000;
/** Milliseconds after which a show has settled. */
const SETTLED = 3_000;
/** Of conversation before the show. */
const LINES = 20;

/** On the embedded default: the host's page, which encodes, shares the machine. */
export function measureReveal(stand, width) {
  return withPages(stand, width, async (open) => {
    const page = (element, user) =>
      open(`swap/kit.html?${new URLSearchParams({ element, room: 'reveal', user, name: user })}`);
    const host = await page('host', 'star');
    await host.evaluate(() => window.element.open());
    const viewer = await page('viewer', 'ana');
    await viewer.waitForFunction(() => window.element.state.phase === 'waiting');
    await host.waitForFunction(() => window.element.state.media?.camera);
    return watchShow(viewer, {
      say: (text) => host.evaluate((line) => window.element.send(line), text),
      goLive: () => host.evaluate(() => window.element.goLive()),
    });
  });
}

/** With a scripted room and a recorded picture: as on a viewer's own machine. */
export function measureAlone(stand, width) {
  return withPages(stand, width, async (open) => {
    const viewer = await open('reveal/alone.html');
    await viewer.waitForFunction(() => window.element?.state.phase === 'waiting');
    return watchShow(viewer, {
      say: (text) => viewer.evaluate((line) => window.say(line), text),
      goLive: () => viewer.evaluate(() => window.goLive()),
    });
  });
}

async function watchShow(viewer, { say, goLive }) {
  for (let line = 1; line <= LINES; line++) await say(`line ${line}`);
  await viewer.waitForFunction((count) => window.element.state.timeline.length >= count, LINES);
  const watch = () => viewer.evaluate((ms) => window.countFrames(ms), WINDOW);
  const waiting = await watch();
  // From the frame in which the page is told, so that nothing of it is missed.
  const reveal = viewer.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (window.element.view !== 'video') return;
          observer.disconnect();
          resolve(window.countFrames(ms));
        });
        observer.observe(window.element, { attributes: true, attributeFilter: ['view'] });
      }),
    WINDOW,
  );
  await goLive();
  const revealed = await reveal;
  await viewer.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLED);
  return { waiting, reveal: revealed, video: await watch() };
}

async function withPages({ browser, site }, width, work) {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    viewport: { width, height: 800 },
    deviceScaleFactor: 1,
  });
  try {
    return await work(async (path) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
      await page.addInitScript(`window.countFrames = ${countFrames}`);
      await page.goto(`${site.url}/${path}`);
      return page;
    });
  } finally {
    await context.close();
  }
}

/** In the page. How many frames came in `ms` milliseconds, what share of them was missed, in percent, and the longest time between two. */
function countFrames(ms) {
  const FRAME = 1000 / 60;
  return new Promise((resolve) => {
    const seen = { frames: 0, missed: 0, longest: 0 };
    let [began, last] = [0, 0];
    const next = (now) => {
      began ||= now;
      if (last) {
        const gap = now - last;
        seen.frames += 1;
        seen.missed += Math.max(0, Math.round(gap / FRAME) - 1);
        seen.longest = Math.max(seen.longest, gap);
      }
      last = now;
      if (now - began < ms) return void requestAnimationFrame(next);
      resolve({ dropped: (100 * seen.missed) / (seen.frames + seen.missed), longest: seen.longest });
    };
    requestAnimationFrame(next);
  });
}
