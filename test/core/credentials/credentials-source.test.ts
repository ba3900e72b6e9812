import { describe, expect, it } from 'vitest';
import { checkCredentials } from '../../../src/core/credentials/check-credentials.js';
import { ANSWER_WITHIN, CredentialsSource } from '../../../src/core/credentials/credentials-source.js';
import { RoomError } from '../../../src/core/index.js';
import { refusalOf } from '../../support/refusal.js';
import { VirtualClock } from '../../support/virtual-clock.js';

const NOW = 1_790_000_000_000;
const HOUR = 3_600_000;
const ANSWER = { sdkAppId: 1_400_000_001, userId: 'ana', userSig: 'sig', privateMapKey: 'key', expiresAt: NOW + HOUR };

function source(answers: (object | Error)[]) {
  const clock = new VirtualClock(NOW);
  let asked = 0;
  const keeper = new CredentialsSource({
    clock,
    ask: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { keeper, clock, asked: () => asked };
}

describe('a source of credentials', () => {
  it('asks once for all who want them at a time, and not again while they are good', async () => {
    const { keeper, asked } = source([ANSWER]);
    const [one, other] = await Promise.all([keeper.current(), keeper.current()]);
    expect(one).toBe(other);
    expect(await keeper.current()).toBe(one);
    expect(asked()).toBe(1);
  });

  it('asks again a minute before the end, or in the last tenth of a short life', async () => {
    const long = source([ANSWER, { ...ANSWER, userSig: 'next' }]);
    await long.keeper.current();
    expect(long.keeper.due).toBe(NOW + HOUR - 60_000);
    await long.clock.pass(HOUR - 60_001);
    expect(await long.keeper.current()).toMatchObject({ userSig: 'sig' });
    await long.clock.pass(1);
    expect(await long.keeper.current()).toMatchObject({ userSig: 'next' });

    const short = source([{ ...ANSWER, expiresAt: NOW + 10_000 }]);
    await short.keeper.current();
    expect(short.keeper.due).toBe(NOW + 9_000);
  });

  it('keeps for ever what never runs out', async () => {
    const { keeper, clock, asked } = source([{ userId: 'ana' }]);
    await keeper.current();
    await clock.pass(100 * 24 * HOUR);
    await keeper.current();
    expect([asked(), keeper.due]).toEqual([1, undefined]);
  });

  it('asks anew when told that they were refused, and gives the new ones to all', async () => {
    const { keeper } = source([ANSWER, { ...ANSWER, userSig: 'next' }]);
    await keeper.current();
    expect(await keeper.renew()).toMatchObject({ userSig: 'next' });
    expect(await keeper.current()).toMatchObject({ userSig: 'next' });
  });

  it('does not keep a failure', async () => {
    const { keeper } = source([new Error('down'), ANSWER]);
    expect(await refusalOf(keeper.current())).toBe('credentials-unavailable');
    expect(await keeper.current()).toMatchObject({ userId: 'ana' });
  });

  it('leaves a typed error of the page’s function as it is', async () => {
    const { keeper } = source([new RoomError('sign-in-required', 'Sign in first.')]);
    expect(await refusalOf(keeper.current())).toBe('sign-in-required');
  });

  it('does not wait for ever', async () => {
    const clock = new VirtualClock(NOW);
    const keeper = new CredentialsSource({ clock, ask: () => new Promise(() => undefined) });
    const refused = refusalOf(keeper.current());
    await clock.pass(ANSWER_WITHIN);
    expect(await refused).toBe('credentials-unavailable');
    expect(clock.scheduled).toBe(0);
  });
});

describe('an answer', () => {
  it('is taken with the known fields alone, completed by what the page knows', () => {
    const page = { name: 'Ana', avatar: 'ana.png' };
    expect(checkCredentials({ ...ANSWER, secretKey: 'oops' }, page)).toEqual({ ...ANSWER, ...page });
    expect(checkCredentials({ userId: 'ana', sdkAppId: null, name: '' }, {})).toMatchObject({ name: 'ana' });
    expect(checkCredentials({ userId: 'ana', name: 'A.' }, page)).toMatchObject({ name: 'A.' });
    expect(checkCredentials({ userId: 'ana' }, { sdkAppId: 7 })).toMatchObject({ sdkAppId: 7 });
  });

  it.each([
    ['no object', 'sig', /is not an object/],
    ['nothing', null, /is not an object/],
    ['no user', { ...ANSWER, userId: undefined }, /userId/],
    ['a user of 33 bytes', { ...ANSWER, userId: 'u'.repeat(33) }, /userId/],
    ['a user in Chinese', { ...ANSWER, userId: '安娜' }, /userId/],
    ['an app id as text', { ...ANSWER, sdkAppId: '1400000001' }, /sdkAppId must be a positive integer/],
    ['a signature that is none', { ...ANSWER, userSig: 5 }, /userSig/],
    ['a key that is none', { ...ANSWER, privateMapKey: {} }, /privateMapKey/],
    ['a name that is none', { ...ANSWER, name: ['Ana'] }, /name/],
    ['an avatar that is none', { ...ANSWER, avatar: 1 }, /avatar/],
    ['an end in seconds', { ...ANSWER, expiresAt: NOW / 1000 }, /expiresAt must be milliseconds/],
  ])('with %s is refused, and the field is named', (_, answer, text) => {
    expect(() => checkCredentials(answer, {})).toThrow(text);
    expect(() => checkCredentials(answer, {})).toThrow(expect.objectContaining({ code: 'invalid-credentials' }));
  });

  it('for another application than the page’s is refused', () => {
    expect(() => checkCredentials(ANSWER, { sdkAppId: 7 })).toThrow(
      /SDKAppID 1400000001, the page says sdk-app-id="7"/,
    );
  });
});
