// Wrong attributes, whatever services a page runs on: told to the person and the page, and mended by mending the attribute.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speak } from '../../../src/components/shared/lang/en-all.js';
import type { RoomErrorCode } from '../../../src/core/index.js';
import type { Theatre } from './play.js';

const en = speak('en');

export type Misuse = readonly [what: string, attributes: Readonly<Record<string, string>>, code: RoomErrorCode];

const EVERYWHERE: readonly Misuse[] = [
  ['an empty room id', { room: '' }, 'invalid-room'],
  ['an over-long room id', { room: 'x'.repeat(49) }, 'invalid-room'],
  ['an over-long user id', { user: 'u'.repeat(33) }, 'invalid-user'],
  ['an unknown provider', { provider: 'skype' }, 'unknown-provider'],
  ['an invalid start', { 'starts-at': 'tomorrow' }, 'invalid-starts-at'],
];

/** @param own - What can be wrong with these services only. */
export function describeMisuse(name: string, open: () => Promise<Theatre>, own: readonly Misuse[] = []): void {
  describe(`wrong attributes on ${name}`, () => {
    let theatre: Theatre;
    beforeAll(async () => {
      theatre = await open();
    });
    afterAll(() => theatre.close());

    it.each([...EVERYWHERE, ...own])(
      '%s is a typed error in the element and the console, and throws nothing',
      (_, wrong, code) =>
        theatre.play(async (play) => {
          const viewer = await play.viewer('ana', wrong);
          await viewer.reaches({ view: 'blocked', link: 'offline', error: code });
          await viewer.page.getByText(en.error[code]).first().waitFor();
          expect(await viewer.call('send', 'hi')).toBe(code);
          // Mending the attribute mends the element.
          const right: Record<string, string> = { room: play.room, user: 'ana', ...play.services.attributes };
          await viewer.page.evaluate(
            (mended) => {
              const element = document.querySelector('bigcast-viewer')!;
              for (const [attribute, value] of mended)
                if (value === undefined) element.removeAttribute(attribute);
                else element.setAttribute(attribute, value);
            },
            Object.keys(wrong).map((attribute) => [attribute, right[attribute]] as const),
          );
          await viewer.reaches({ view: 'connecting', link: 'online', phase: 'not-open', error: undefined });
          expect(play.tabs.errors.every((error) => error.includes('RoomError'))).toBe(true);
          expect(play.tabs.errors.length).toBeGreaterThan(0);
        }, /RoomError/),
    );
  });
}
