// Whatever strangers write, call themselves or give as their picture: no script runs, nothing is loaded, and it reads as it was written.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostileHouse, type HostilePage, STRICT_POLICY } from './support/hostile.js';

let house: HostileHouse;
beforeAll(async () => {
  house = await HostileHouse.open();
});
afterAll(() => house.close());

const POLICIES = [
  ['under the strict policy', STRICT_POLICY],
  // Without one, nothing but the kit itself stands between a stranger and the page.
  ['without any policy', ''],
] as const;

/** Nothing ran, nothing was asked for, nothing opened, nothing had to be forbidden. */
async function expectQuiet({ page, requests, dialogs, errors }: HostilePage): Promise<void> {
  const { ran, forbidden } = await page.evaluate(() => ({ ran: hostile.ran, forbidden: hostile.forbidden }));
  expect({ ran, forbidden, requests, dialogs, errors }).toEqual({
    ran: [],
    forbidden: [],
    requests: [],
    dialogs: [],
    errors: [],
  });
}

/** The kinds of element on the page now, through all shadow roots. */
const kinds = ({ page }: HostilePage): Promise<string[]> =>
  page.evaluate(() => [...new Set(hostile.everything().map(({ localName }) => localName))].sort());

describe.each(POLICIES)('%s', (_, policy) => {
  it('what strangers say is text, in the order and the letters they wrote', () =>
    house.visit(async (visit) => {
      await visit.page.evaluate(async () => {
        await hostile.enter('viewer');
        hostile.say({ id: 'ben', name: 'Ben' }, 'hello');
      });
      await visit.page.getByText('hello', { exact: true }).waitFor();
      const before = await kinds(visit);
      const count = await visit.page.evaluate(() => {
        hostile.corpus.forEach((vector, index) => hostile.say({ id: `eve${index}`, name: vector }, vector));
        return hostile.corpus.length;
      });
      expect(count).toBeGreaterThanOrEqual(100);
      const shown = () =>
        visit.page.evaluate(() => hostile.everything().filter((element) => element.matches('.row .text')).length);
      await expect.poll(shown, { timeout: 20_000 }).toBe(count + 1);
      const differing = await visit.page.evaluate(() => {
        const texts = hostile
          .everything()
          .filter((element) => element.matches('.row .text'))
          .map(({ textContent }) => textContent);
        return hostile.corpus.filter((vector, index) => texts[index + 1] !== vector);
      });
      expect(differing).toEqual([]);
      expect(await kinds(visit)).toEqual(before);
      await expectQuiet(visit);
    }, policy));

  it('what strangers call themselves is text where people are named: rows, arrivals, the host, the stage', () =>
    house.visit(async (visit) => {
      await visit.page.evaluate(async () => {
        await hostile.enter('viewer');
        hostile.say({ id: 'ben', name: 'Ben' }, 'hello');
      });
      await visit.page.getByText('hello', { exact: true }).waitFor();
      const before = await kinds(visit);
      await visit.page.evaluate(async () => {
        for (const [index, vector] of hostile.corpus.entries()) {
          hostile.comes({ id: `eve${index}`, name: vector });
          // The owner's name is on the stage as well.
          hostile.say({ id: 'star', name: vector }, `as ${index}`);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await visit.page
        .getByText(`as ${await visit.page.evaluate(() => hostile.corpus.length - 1)}`, { exact: true })
        .waitFor();
      // The host's crown, and nothing else, is new.
      const added = (await kinds(visit)).filter((kind) => !before.includes(kind));
      expect(added).toEqual([]);
      await expectQuiet(visit);
    }, policy));

  it('what is no picture is not asked for', () =>
    house.visit(async (visit) => {
      const count = await visit.page.evaluate(async () => {
        await hostile.enter('chat');
        const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
        hostile.falsePictures.forEach((avatar, index) => hostile.say({ id: `eve${index}`, name: 'Eve', avatar }, 'x'));
        hostile.say({ id: 'ana', name: 'Ana', avatar: picture }, 'mine is one');
        return hostile.falsePictures.length;
      });
      await visit.page.getByText('mine is one', { exact: true }).waitFor();
      // So many at once are a rush: those above what is seen come when it is over.
      const pictures = () =>
        visit.page.evaluate(() => ({
          rows: hostile.everything().filter((element) => element.matches('.row')).length,
          images: hostile.everything().filter((element) => element.matches('.row img')).length,
        }));
      await expect.poll(pictures).toEqual({ rows: count + 1, images: 1 });
      visit.requests
        .filter((url) => url.startsWith('data:image/gif'))
        .forEach(() => (visit.requests as string[]).pop());
      await expectQuiet(visit);
    }, policy));

  it('what a page’s address may carry into attributes, and strangers into a record, is text', () =>
    house.visit(async (visit) => {
      await visit.page.evaluate(async () => {
        for (const vector of hostile.corpus) {
          for (const attribute of ['room', 'user', 'name', 'provider', 'starts-at', 'stage', 'lang', 'im-proxy']) {
            hostile.paste('viewer', { [attribute]: vector });
          }
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      await visit.page.evaluate(async () => {
        await hostile.enter('viewer');
        for (const vector of hostile.corpus) {
          hostile.declare(vector);
          hostile.declare(JSON.stringify({ v: 1, phase: 'live', run: 1, at: 1, stage: vector }));
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      });
      // A wrong attribute is told to the developer; that is all that is said.
      const errors = visit.errors.filter((error) => !error.includes('RoomError'));
      await expectQuiet({ ...visit, errors });
    }, policy));
});

describe('the strict policy', () => {
  it('forbids what a picture of a stranger asks for elsewhere, and nothing leaves', () =>
    house.visit(async ({ page, requests }) => {
      await page.evaluate(async () => {
        await hostile.enter('chat');
        hostile.say({ id: 'eve', name: 'Eve', avatar: 'https://evil.example/tracker.png' }, 'look at me');
      });
      await page.waitForFunction(() => hostile.forbidden.length > 0);
      expect(await page.evaluate(() => hostile.forbidden)).toEqual(['img-src: https://evil.example/tracker.png']);
      expect(requests).toEqual([]);
    }));

  it('lets a host and a viewer of the local provider talk and see each other', () =>
    house.visit(async (visit) => {
      const { page } = visit;
      await page.evaluate(() => void hostile.paste('host', { provider: 'local', user: 'star', room: 'policy' }));
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.evaluate(() => void hostile.paste('viewer', { provider: 'local', user: 'ana', room: 'policy' }));
      await page.evaluate(() => document.querySelector('bigcast-host')!.open());
      const phase = () => other.evaluate(() => document.querySelector('bigcast-viewer')!.state.phase);
      await expect.poll(phase, { timeout: 30_000 }).toBe('waiting');
      await page.evaluate(async () => {
        const host = document.querySelector('bigcast-host')!;
        await host.goLive();
        await host.send('welcome');
      });
      await expect
        .poll(() => other.evaluate(() => document.querySelector('bigcast-viewer')!.view), { timeout: 30_000 })
        .toBe('video');
      await other.getByText('welcome', { exact: true }).waitFor();
      expect(await other.evaluate(() => hostile.forbidden)).toEqual([]);
      await expectQuiet(visit);
    }));

  it('is in force: it forbids what it says, in this very page', () =>
    house.visit(async ({ page }) => {
      const refused = await page.evaluate(() => {
        const attempts = [
          () => (document.createElement('div').innerHTML = '<img src=x onerror=xss(1)>'),
          () => document.createElement('b').setAttribute('onclick', 'xss(2)'),
        ];
        return attempts.map((attempt) => {
          try {
            attempt();
            return 'done';
          } catch (error) {
            return (error as Error).name;
          }
        });
      });
      expect(refused).toEqual(['TypeError', 'TypeError']);
      expect(await page.evaluate(() => hostile.ran)).toEqual([]);
    }));
});
