// On a phone that is six times slower than this machine: the same show, only later.
import { describe, expect, it } from 'vitest';
import { openBoth, PROVIDERS } from './support/both.js';
import { Devtools } from './support/devtools.js';
import type { Actor } from './support/play.js';

const TIMES_SLOWER = 6;

const both = openBoth();

async function slowed(actor: Actor): Promise<Actor> {
  await (await Devtools.of(actor.page)).slowDown(TIMES_SLOWER);
  return actor;
}

describe.each(PROVIDERS)('on %s', (provider) => {
  it('a slow viewer chats, sees the show come and go, and loses no word', () =>
    both.play(provider, async (play) => {
      const host = await play.openHost();
      const viewer = await slowed(await play.viewer('ana'));
      await viewer.reaches({ view: 'chat', phase: 'waiting' });
      await viewer.says('hello from a slow phone');
      expect(await host.call('goLive')).toBe('ok');
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 40_000);
      await viewer.showsMovingPicture();
      // Many at once: they come whole, in order, and the page still answers.
      const texts = Array.from({ length: 20 }, (_, i) => `line ${i}`);
      for (const text of texts) expect(await host.call('send', text)).toBe('ok');
      await viewer.reaches(
        { texts: ['ana: hello from a slow phone', ...texts.map((text) => `Star: ${text}`)], error: undefined },
        40_000,
      );
      expect(await host.call('stepOff')).toBe('ok');
      await viewer.reaches({ view: 'chat', phase: 'waiting', stage: 'empty' }, 40_000);
      expect(await viewer.deliveries()).toEqual(['sent']);
    }));

  it('a slow host goes live with a countdown, steps off and ends', () =>
    both.play(provider, async (play) => {
      const host = await slowed(await play.openHost());
      const viewer = await play.viewer('ana');
      await viewer.reaches({ phase: 'waiting' });
      expect(await host.call('goLive', { countdown: 3 })).toBe('ok');
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1 }, 40_000);
      await viewer.showsMovingPicture();
      expect(await host.call('stepOff')).toBe('ok');
      await viewer.reaches({ view: 'chat' }, 40_000);
      expect(await host.call('end')).toBe('ok');
      await viewer.reaches({ view: 'ended' }, 40_000);
    }));
});
