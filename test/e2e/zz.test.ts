import { it } from 'vitest';
import { startEmulator } from '../../emulator/index.js';
import { launchBrowser, openTabs } from '../support/browser.js';
import { serveStageSdk, StagePerson } from './pages/stage-sdk-page.js';
it('p', async () => {
  const browser = await launchBrowser();
  const site = await serveStageSdk();
  for (const guarded of [true, false]) {
    const t0 = Date.now();
    const e = await startEmulator({ trace: (f) => console.log(Date.now() - t0, JSON.stringify(f).slice(0, 300)) });
    const tabs = guarded ? await openTabs(browser) : undefined;
    const context = tabs?.context ?? (await browser.newContext({ permissions: ['camera', 'microphone'] }));
    if (!guarded)
      await context.route(
        (u) => u.hostname !== '127.0.0.1',
        (r) => r.abort(),
      );
    const p = await StagePerson.open(context, site, e, 'ana');
    p.page.on('console', (m) => console.log(Date.now() - t0, m.text().slice(0, 250)));
    await p.page.evaluate(() => window.TRTC.setLogLevel(1, false));
    void p.enter().then(
      (o) => console.log(Date.now() - t0, 'OUT', guarded, JSON.stringify(o)),
      () => 0,
    );
    await new Promise((r) => setTimeout(r, 4000));
    await context.close();
    await e.close();
  }
  await browser.close();
  await site.close();
});
