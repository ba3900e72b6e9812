// One reveal on the embedded default: a viewer who waits, a host in another page, and every frame of the viewer's page counted.

/** Milliseconds that are watched before the show, from the moment the page shows video, and later in the show. */
const WINDOW = 1_000;
/** Milliseconds after which a show has settled. */
const SETTLED = 3_000;

export async function measureReveal({ browser, site }, width) {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    viewport: { width, height: 800 },
    deviceScaleFactor: 1,
  });
  try {
    const open = async (element, user) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`  in the page: ${error.message}`));
      await page.addInitScript(`window.countFrames = ${countFrames}`);
      await page.goto(`${site.url}/kit.html?${new URLSearchParams({ element, room: 'reveal', user, name: user })}`);
      return page;
    };
    const host = await open('host', 'star');
    await host.evaluate(() => window.element.open());
    const viewer = await open('viewer', 'ana');
    await viewer.waitForFunction(() => window.element.state.phase === 'waiting');
    await host.waitForFunction(() => window.element.state.media?.camera);
    for (let line = 1; line <= 20; line++) await host.evaluate((n) => window.element.send(`line ${n}`), line);
    await viewer.waitForFunction(() => window.element.state.timeline.length >= 20);

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
    await host.evaluate(() => window.element.goLive());
    const revealed = await reveal;
    await viewer.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLED);
    return { waiting, reveal: revealed, video: await watch() };
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
