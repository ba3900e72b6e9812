// On the real SDKs: who this page is, until when, and what it may. Each refusal has its own sentence, and no text is lost.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { speak } from '../../src/components/shared/lang/en-all.js';
import { speak as speakChinese } from '../../src/components/shared/lang/zh-hans.js';
import type { RoomErrorCode } from '../../src/core/index.js';
import { signer } from '../emulator/support/sign.js';
import { Theatre, type Actor, type Play } from './support/play.js';
import { RawMember } from './support/raw-member.js';
import { startEmulated, type EmulatedServices } from './support/services.js';

const en = speak('en');
const zh = speakChinese('zh-Hans');

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;
const asServer: Answer = () => false;

let theatre: Theatre<EmulatedServices>;
let answer = asServer;
beforeAll(async () => {
  theatre = await Theatre.openOn((origin) =>
    startEmulated(origin, {
      answer: (request, response) => {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
        return answer(request, response);
      },
    }),
  );
});
afterAll(() => theatre.close());
beforeEach(() => {
  answer = asServer;
  theatre.services.emulator.faults.clear();
});

const reply = (status: number, json: object): Answer => {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    return true;
  };
};

/** The status of a page says this error's sentence. */
async function says(actor: Actor, code: RoomErrorCode): Promise<void> {
  await actor.page.locator('bigcast-status').getByText(en.error[code]).first().waitFor();
}

const askedFor = (user: string) => theatre.services.credentials.asked.filter((query) => query.get('user') === user);

async function opened(play: Play): Promise<{ host: Actor; viewer: Actor }> {
  const host = await play.openHost();
  const viewer = await play.viewer('ana');
  await viewer.reaches({ phase: 'waiting' });
  return { host, viewer };
}

it('a UserSig that runs out in mid-show: fresh credentials, and the person notices a status line at most', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video', stage: 'playing' });
    const followed = await viewer.follow();
    const before = askedFor('ana').length;
    theatre.services.emulator.faults.perform({ part: 'chat', action: 'expire-signature', user: 'ana' });
    await viewer.reaches({ link: 'connecting' });
    await viewer.reaches({ link: 'online', view: 'video', stage: 'playing', error: undefined });
    expect(askedFor('ana').length).toBe(before + 1);
    await viewer.says('still here');
    await host.reaches({ texts: ['ana: still here'] });
    await host.says('so I see');
    await viewer.reaches({ texts: ['ana: still here', 'Star: so I see'] });
    expect(await followed.seen()).toEqual({ stages: ['playing'], errors: [] });
  }));

it('a second login elsewhere: said, with “use here instead”, and that works', () =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    const other = await play.viewer('ana');
    await other.reaches({ phase: 'waiting' });
    await viewer.reaches({ link: 'kicked', view: 'blocked', error: 'kicked' });
    await viewer.page.getByRole('button', { name: 'Use here instead' }).click();
    await viewer.reaches({ link: 'online', phase: 'waiting', error: undefined });
    await other.reaches({ link: 'kicked' });
    await viewer.says('me again');
    await host.reaches({ texts: ['ana: me again'] });
  }, /kicked:/));

it('two rooms of one person on one page, in two languages: the service allows one, and the other says so', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const { page } = await play.stranger();
    const other = await RawMember.join((await play.stranger()).page, `${play.room}-b`, 'dea', theatre.services, {
      owner: true,
    });
    const paste = (id: string, room: string, lang: string) =>
      page.evaluate(([attributes]) => void window.actor.paste('viewer', attributes), [
        Object.entries({ ...theatre.services.attributes, user: 'ana', id, room, lang }),
      ] as const);
    const seen = (id: string) =>
      page.evaluate((name) => {
        const { state, view } = document.getElementById(name) as HTMLElementTagNameMap['bigcast-viewer'];
        return { view, phase: state.phase, link: state.link, error: state.error?.code };
      }, id);
    const becomes = (id: string, what: object) => expect.poll(() => seen(id), { timeout: 20_000 }).toMatchObject(what);
    const inside = { view: 'chat', phase: 'waiting', link: 'online', error: undefined };
    const outside = { view: 'blocked', link: 'kicked', error: 'in-another-room' };

    await paste('a', play.room, 'en');
    await becomes('a', inside);
    await paste('b', `${play.room}-b`, 'zh-CN');
    await becomes('b', inside);
    await becomes('a', outside);
    const first = page.locator('#a bigcast-status');
    await first.getByText(en.error['in-another-room']).first().waitFor();
    await other.text('welcome to b');
    await page.locator('#b').getByText('welcome to b', { exact: true }).waitFor();

    await first.getByRole('button', { name: 'Use here instead' }).click();
    await becomes('a', inside);
    await becomes('b', outside);
    await page.locator('#b bigcast-status').getByText(zh.error['in-another-room']).first().waitFor();
    await host.says('welcome back to a');
    await page.locator('#a').getByText('welcome back to a', { exact: true }).waitFor();
  }, /in-another-room:/));

it('a wrong signature is asked for again once, and then said', () =>
  theatre.play(async (play) => {
    await play.openHost();
    const { sdkAppId } = theatre.services.emulator;
    const userSig = signer({ sdkAppId, secretKey: 'another key' }).genSig('eve', 3600);
    answer = reply(200, { sdkAppId, userId: 'eve', userSig });
    const before = askedFor('eve').length;
    const viewer = await play.viewer('eve');
    await viewer.reaches({ view: 'blocked', error: 'credentials-rejected' });
    await says(viewer, 'credentials-rejected');
    expect(askedFor('eve').length - before).toBe(2);
  }, /credentials-rejected:/));

it('a wrong application is said', () =>
  theatre.play(async (play) => {
    await play.openHost();
    const sdkAppId = 1_400_999_999;
    const { secretKey } = theatre.services.emulator;
    answer = reply(200, { sdkAppId, userId: 'eve', userSig: signer({ sdkAppId, secretKey }).genSig('eve', 3600) });
    const viewer = await play.viewer('eve');
    await viewer.reaches({ view: 'blocked', error: 'app-id-rejected' });
    await says(viewer, 'app-id-rejected');
  }, /app-id-rejected:/));

it('a 401 says “sign in to join”, tells the page, and coming in works after signing in', () =>
  theatre.play(async (play) => {
    await play.openHost();
    answer = reply(401, { error: 'sign-in' });
    const viewer = await play.viewer('ana', {}, async (page) => {
      await page.addInitScript(() => {
        addEventListener('bigcast-error', (event) => {
          document.title = event.error.code;
        });
      });
    });
    await viewer.reaches({ view: 'blocked', link: 'offline', error: 'sign-in-required' });
    await says(viewer, 'sign-in-required');
    expect(await viewer.page.title()).toBe('sign-in-required');
    answer = asServer;
    await viewer.page.locator('bigcast-status').getByRole('button', { name: 'Try again' }).click();
    await viewer.reaches({ link: 'online', phase: 'waiting', error: undefined });
  }, /sign-in-required:|401/));

it('the banned are told, and cannot come in again', () =>
  theatre.play(async (play) => {
    const { viewer } = await opened(play);
    theatre.services.emulator.faults.perform({ action: 'ban', user: 'ana', group: play.room });
    await viewer.reaches({ view: 'blocked', error: 'banned' });
    await says(viewer, 'banned');
    await viewer.page.reload();
    await viewer.page.waitForFunction(() => 'actor' in window);
    await viewer.reaches({ view: 'blocked', error: 'banned' });
  }, /banned:/));

it.each([
  ['muted', 10017, 'muted'],
  ['refused by a filter', 80001, 'message-refused'],
] as [string, number, RoomErrorCode][])('a message that is %s keeps its text, with retry', (_, code, expected) =>
  theatre.play(async (play) => {
    const { host, viewer } = await opened(play);
    theatre.services.emulator.faults.add({ on: 'request', do: 'error', code, command: 'send_group_msg', user: 'ana' });
    await viewer.says('may I?');
    await viewer.reaches({ error: expected, texts: ['ana: may I?'] });
    await says(viewer, expected);
    expect(await viewer.deliveries()).toEqual(['failed']);
    await viewer.page.getByRole('button', { name: 'Retry' }).click();
    await host.reaches({ texts: ['ana: may I?'] });
    expect(await viewer.deliveries()).toEqual(['sent']);
  }, /(muted|message-refused):/),
);

it('while everybody is muted the host alone can write, and that is said', () =>
  theatre.play(async (play) => {
    const { page } = await play.stranger();
    const owner = await RawMember.join(page, play.room, 'star', theatre.services, { owner: true });
    const viewer = await play.viewer('ana');
    await viewer.reaches({ phase: 'waiting' });
    await owner.muteAll(true);
    await viewer.says('hello?');
    await viewer.reaches({ error: 'room-muted', texts: ['ana: hello?'] });
    await says(viewer, 'room-muted');
    await owner.muteAll(false);
    await viewer.page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => viewer.deliveries()).toEqual(['sent']);
  }, /room-muted:/));
