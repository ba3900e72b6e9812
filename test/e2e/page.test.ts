// Elements as guests in somebody's page: several rooms, several languages, moved, removed, misused.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { censusOf, takeCensus } from './support/census.js';
import { describeMisuse } from './support/misuse.js';
import { Theatre } from './support/play.js';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open();
});
afterAll(() => theatre.close());

it('two rooms in two languages on one page do not touch each other', () =>
  theatre.play(async (play) => {
    const page = (await play.stranger()).page;
    await page.evaluate((room) => {
      window.actor.paste('host', [
        ['room', `${room}-en`],
        ['user', 'h1'],
        ['id', 'host-en'],
      ]);
      window.actor.paste('host', [
        ['room', `${room}-zh`],
        ['user', 'h2'],
        ['lang', 'zh-CN'],
        ['id', 'host-zh'],
      ]);
      window.actor.paste('viewer', [
        ['room', `${room}-en`],
        ['user', 'v1'],
        ['id', 'viewer-en'],
      ]);
      window.actor.paste('viewer', [
        ['room', `${room}-zh`],
        ['user', 'v2'],
        ['lang', 'zh-CN'],
        ['id', 'viewer-zh'],
      ]);
    }, play.room);
    await page.evaluate(async () => {
      const host = (id: string) => document.getElementById(id) as HTMLElementTagNameMap['bigcast-host'];
      await host('host-en').open();
      await host('host-zh').open();
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('bigcast-viewer')].every(({ state }) => state.phase === 'waiting'),
    );
    await page.evaluate(async () => {
      const host = (id: string) => document.getElementById(id) as HTMLElementTagNameMap['bigcast-host'];
      await host('host-zh').send('你好');
      await host('host-en').goLive();
    });
    const seen = () =>
      page.evaluate(() =>
        ['viewer-en', 'viewer-zh'].map((id) => {
          const viewer = document.getElementById(id) as HTMLElementTagNameMap['bigcast-viewer'];
          const input = viewer.shadowRoot!.querySelector('bigcast-chat')!.shadowRoot!.querySelector('textarea')!;
          const texts = viewer.state.timeline.filter(({ kind }) => kind === 'text').length;
          return { view: viewer.view, texts, hint: input.placeholder };
        }),
      );
    await expect.poll(seen, { timeout: 20_000 }).toEqual([
      { view: 'video', texts: 0, hint: 'Say something' },
      { view: 'chat', texts: 1, hint: '说点什么' },
    ]);
  }));

it.each(['room first', 'chat first'])('elements find their room whichever is defined first: %s', (order) =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const { page } = await play.stranger();
    await page.goto(new URL(`./order.html?room=${play.room}&order=${encodeURIComponent(order)}`, page.url()).href);
    await page.waitForFunction(() => document.querySelector('bigcast-chat')?.state?.phase === 'waiting');
    await host.says('hello');
    await page.getByText('hello', { exact: true }).waitFor();
  }),
);

it('an element that is moved keeps its room; one that is removed leaves nothing behind, and can come back', () =>
  theatre.play(async (play) => {
    await takeCensus(play.tabs.context);
    const host = await play.openHost();
    expect(await host.call('goLive')).toBe('ok');
    const stranger = await play.stranger();
    const before = await censusOf(stranger.page);

    for (let round = 0; round < 3; round++) {
      await stranger.page.evaluate(
        (room) =>
          void window.actor.paste('viewer', [
            ['room', room],
            ['user', 'ana'],
          ]),
        play.room,
      );
      await stranger.reaches({ view: 'video' });
      await stranger.page.evaluate(() => {
        const viewer = document.querySelector('bigcast-viewer')!;
        document.body.append(viewer);
        document.getElementById('place')!.append(viewer);
      });
      await stranger.showsMovingPicture();
      expect(await stranger.state()).toMatchObject({ view: 'video', run: 1 });
      await stranger.page.evaluate(() => document.querySelector('bigcast-viewer')!.remove());
      await expect.poll(() => censusOf(stranger.page), { timeout: 10_000 }).toEqual(before);
    }
  }));

it('the same element, removed and put back, is in the room again', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana');
    await viewer.reaches({ phase: 'waiting' });
    await viewer.page.evaluate(() => {
      window.kept.element = document.querySelector('bigcast-viewer')!;
      window.kept.element.remove();
    });
    await host.reaches({ members: 1 });
    await viewer.page.evaluate(() => document.getElementById('place')!.append(window.kept.element!));
    await viewer.reaches({ phase: 'waiting', view: 'chat' });
    await host.says('welcome back');
    await viewer.reaches({ texts: ['Star: welcome back'] });
  }));

describeMisuse('local', () => Theatre.open());
