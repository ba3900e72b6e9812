// The main job, whatever services it runs on: chat first, video later, in real pages with a fake camera.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Play, Theatre } from './play.js';

/** Chat first, video later, a latecomer, off and on again, the end: what the kit is for. */
export async function tellWholeStory(play: Play): Promise<void> {
  const viewer = await play.viewer('ana');
  await viewer.reaches({ view: 'connecting', phase: 'not-open' });

  const host = await play.openHost();
  await viewer.reaches({ view: 'chat', phase: 'waiting' });
  await viewer.says('hello');
  await host.reaches({ texts: ['ana: hello'] });
  await host.says('welcome');
  await viewer.says('are you there?');
  const spoken = ['ana: hello', 'Star: welcome', 'ana: are you there?'];
  await Promise.all([host.reaches({ texts: spoken }), viewer.reaches({ texts: spoken })]);

  expect(await host.call('goLive')).toBe('ok');
  await viewer.reaches({ view: 'video', phase: 'live', run: 1 });
  await viewer.showsMovingPicture();
  expect(await marksOf(viewer)).toEqual(['bigcast:enter-received', 'bigcast:stage-entered', 'bigcast:first-frame']);

  // Came after ENTER: only the record can have told.
  const latecomer = await play.viewer('ben');
  await latecomer.reaches({ view: 'video', run: 1 });
  await latecomer.showsMovingPicture();
  expect((await latecomer.state()).texts).toEqual([]);

  expect(await host.call('stepOff')).toBe('ok');
  await Promise.all([host, viewer, latecomer].map((actor) => actor.reaches({ view: 'chat', phase: 'waiting' })));
  expect((await viewer.state()).texts).toEqual(spoken);

  expect(await host.call('goLive')).toBe('ok');
  await Promise.all([viewer, latecomer].map((actor) => actor.reaches({ view: 'video', run: 2 })));
  await viewer.showsMovingPicture();

  expect(await host.call('end')).toBe('ok');
  await Promise.all(
    [host, viewer, latecomer].map((actor) => actor.reaches({ view: 'ended', link: 'offline', stage: 'empty' })),
  );
  expect((await viewer.state()).texts).toEqual(spoken);
  await expect.poll(() => play.services.leftovers(viewer, play.room)).toEqual([]);
  expect(await viewer.page.evaluate(() => window.actor.allVideos().filter(({ srcObject }) => srcObject).length)).toBe(
    0,
  );
}

export function describeStory(name: string, open: () => Promise<Theatre>): void {
  describe(`the story on ${name}`, () => {
    let theatre: Theatre;
    beforeAll(async () => {
      theatre = await open();
    });
    afterAll(() => theatre.close());

    it('the whole story: chat, live, a latecomer, step off, live again, end', () => theatre.play(tellWholeStory));

    it('a countdown: everybody is on the stage before zero, no frame comes before it, and all see the first at zero', () =>
      theatre.play(async (play) => {
        const host = await play.openHost();
        const viewers = [await play.viewer('ana'), await play.viewer('ben')];
        await Promise.all(viewers.map((viewer) => viewer.reaches({ phase: 'waiting' })));

        const live = host.call('goLive', { countdown: 3 });
        // When something fails before it is waited for, that is what should be told.
        live.catch(() => undefined);
        await Promise.all(
          viewers.map((viewer) => viewer.reaches({ countdown: true, stage: 'entering', view: 'chat' })),
        );
        await Promise.all(
          viewers.map((viewer) => expect.poll(() => marksOf(viewer)).toContain('bigcast:stage-entered')),
        );
        expect(await Promise.all(viewers.map((viewer) => viewer.decodedFrames()))).toEqual([0, 0]);
        expect((await viewers[0]!.state()).countdown).toBe(true);

        expect(await live).toBe('ok');
        await Promise.all(viewers.map((viewer) => viewer.reaches({ view: 'video', countdown: false })));
        await Promise.all(viewers.map((viewer) => viewer.showsMovingPicture()));
      }));

    it('a countdown that is cancelled at 1: everybody is back in waiting and nothing was published', () =>
      theatre.play(async (play) => {
        const host = await play.openHost();
        const viewers = [await play.viewer('ana'), await play.viewer('ben')];
        await Promise.all(viewers.map((viewer) => viewer.reaches({ phase: 'waiting' })));
        await host.page.getByRole('button', { name: 'Go live' }).click();
        await Promise.all(viewers.map((viewer) => viewer.reaches({ countdown: true, stage: 'entering' })));
        // Pressed by the page itself, at the moment that shows 1: a test that presses from outside may be late.
        await host.page.waitForFunction(() => {
          const element = document.querySelector('bigcast-host')!;
          const { countdown } = element.state;
          if (!countdown || countdown.endsAt - Date.now() > 1000) return false;
          element.shadowRoot!.querySelector<HTMLElement>('[part~=next]')!.click();
          return true;
        });

        await Promise.all(
          [host, ...viewers].map((actor) =>
            actor.reaches({ phase: 'waiting', view: 'chat', stage: 'empty', countdown: false }),
          ),
        );
        expect(await Promise.all(viewers.map((viewer) => viewer.decodedFrames()))).toEqual([0, 0]);
        // The run was spent: the next one is newer than what anybody heard of.
        expect(await host.call('goLive')).toBe('ok');
        await Promise.all(viewers.map((viewer) => viewer.reaches({ view: 'video', run: 2 })));
      }));

    it('a host who reloads: viewers see “away”, and the picture again on resume', () =>
      theatre.play(async (play) => {
        const host = await play.openHost();
        const viewer = await play.viewer('ana');
        expect(await host.call('goLive')).toBe('ok');
        await viewer.reaches({ view: 'video', stage: 'playing' });

        await host.page.reload();
        await viewer.reaches({ view: 'video', stage: 'away', phase: 'live' });
        await host.page.waitForFunction(() => 'actor' in window);
        await host.reaches({ phase: 'live', stage: 'empty' });
        await host.page.getByRole('button', { name: 'Back on stage' }).click();

        await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
        await viewer.showsMovingPicture();
      }));

    it('a host whose tab dies: away, and the chat goes on', () =>
      theatre.play(async (play) => {
        const host = await play.openHost();
        const [ana, ben] = [await play.viewer('ana'), await play.viewer('ben')];
        expect(await host.call('goLive')).toBe('ok');
        await Promise.all([ana, ben].map((viewer) => viewer.reaches({ stage: 'playing' })));

        await host.crash();
        await Promise.all([ana, ben].map((viewer) => viewer.reaches({ stage: 'away', phase: 'live' })));
        await ana.says('still here?');
        await ben.reaches({ texts: ['ana: still here?'] });
      }));

    it('a second host on the room’s name is told that it is somebody else’s', () =>
      theatre.play(async (play) => {
        await play.openHost();
        const other = await play.host('rival');
        await other.reaches({ phase: 'waiting' });
        expect(await other.call('open')).toBe('room-taken');
        expect(await other.call('goLive')).toBe('not-owner');
        await other.page.getByText('This room belongs to somebody else').first().waitFor();
      }, /(room-taken|not-owner):/));

    it('typing through the swap loses no character, no focus, no caret, and the chat is the same element', () =>
      theatre.play(async (play) => {
        const host = await play.openHost();
        const viewer = await play.viewer('ana');
        await viewer.reaches({ phase: 'waiting' });
        const input = viewer.page.locator('bigcast-chat textarea');
        await input.click();
        await viewer.page.evaluate(() => {
          window.kept.element =
            document.querySelector('bigcast-viewer')!.shadowRoot!.querySelector('bigcast-chat') ?? undefined;
        });

        const text = 'the quick brown fox jumps over the lazy dog while the curtain rises';
        const live = host.call('goLive');
        for (const character of text) await viewer.page.keyboard.press(character === ' ' ? 'Space' : character);
        await live;
        await viewer.reaches({ view: 'video' });
        for (let i = 0; i < 4; i++) await viewer.page.keyboard.press('ArrowLeft');
        await viewer.page.keyboard.press('X');

        expect(await input.inputValue()).toBe(text.replace(/ises$/, 'Xises'));
        expect(
          await viewer.page.evaluate(
            () =>
              document.querySelector('bigcast-viewer')!.shadowRoot!.querySelector('bigcast-chat') ===
              window.kept.element,
          ),
        ).toBe(true);
        await viewer.page.keyboard.press('Enter');
        await host.reaches({ texts: [`ana: ${text.replace(/ises$/, 'Xises')}`] });
      }));
  });
}

function marksOf(viewer: Actor): Promise<string[]> {
  return viewer.page.evaluate(() =>
    performance
      .getEntriesByType('mark')
      .map(({ name }) => name)
      .filter((name) => name.startsWith('bigcast:')),
  );
}
