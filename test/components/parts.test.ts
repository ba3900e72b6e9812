// What comes after the first load: what shows without it, that a failure is survived, and that an error always has a sentence.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LitElement, html } from 'lit';
import '../../src/components/room/define.js';
import '../../src/components/status/define.js';
import { Part } from '../../src/components/shared/part.js';
import { LanguageController } from '../../src/components/shared/language.js';
import { LANGUAGES as ALL, sentenceFor, type Languages, type Strings } from '../../src/components/shared/localize.js';
import { speak as en } from '../../src/components/shared/lang/en.js';
import * as english from '../../src/components/shared/lang/en-all.js';
import { speak as zhHans } from '../../src/components/shared/lang/zh-hans.js';
import { ROOM_ERROR_CODES } from '../../src/core/index.js';
import { cleanUp, makeBox, until } from './viewer-support.js';

let attempts = 0;
/** Fails as often, then gives its word. */
let failures = 0;

class PartHost extends LitElement {
  readonly cargo: Part<string> = new Part<string>(this, () => {
    attempts++;
    return attempts > failures ? Promise.resolve('there') : Promise.reject(new Error('no network'));
  });

  protected override render() {
    return html`${this.cargo.value ?? 'without'}`;
  }
}
customElements.define('test-part-host', PartHost);

const enAll = english.speak('en');

let load = () => Promise.resolve(english);

const LANGUAGES: Languages<Strings> = {
  ...ALL,
  completed: () => load(),
};

class WordsHost extends LitElement {
  readonly words = new LanguageController<Strings>(this, LANGUAGES);

  protected override render() {
    return html`${sentenceFor('timeout', this.words.strings)}`;
  }
}
customElements.define('test-words-host', WordsHost);

beforeEach(() => {
  [attempts, failures] = [0, 0];
  load = () => Promise.resolve(english);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanUp();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function text(element: LitElement): string | undefined {
  return element.shadowRoot?.textContent?.trim();
}

it('a part is rendered as soon as it has come', async () => {
  const host = new PartHost();
  makeBox().append(host);
  await until(() => text(host) === 'there');
  expect(attempts).toBe(1);
  host.remove();
  makeBox().append(host);
  await host.updateComplete;
  expect(attempts).toBe(1);
});

it('a part that cannot be had is asked for again, less and less often, and not by an element that is gone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  failures = 3;
  const host = new PartHost();
  makeBox().append(host);
  await host.cargo.coming;
  await host.updateComplete;
  expect([text(host), host.cargo.hasFailed, attempts]).toEqual(['without', true, 1]);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(attempts).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(attempts).toBe(2);
  await vi.advanceTimersByTimeAsync(5_999);
  expect(attempts).toBe(2);
  host.remove();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(attempts).toBe(2);
  makeBox().append(host);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(attempts).toBe(4);
  await host.updateComplete;
  expect(text(host)).toBe('there');
});

it('an error has a sentence before its own has come, and when it cannot be had, with the code for support', async () => {
  for (const code of ROOM_ERROR_CODES) expect(sentenceFor(code, en('en'))).toMatch(/ .*[.)]$/);
  expect(sentenceFor('timeout', en('en'))).toContain('(timeout)');
  load = () => Promise.reject(new Error('no network'));
  const host = new WordsHost();
  makeBox().append(host);
  await until(() => text(host) === 'Something went wrong. Try again. (timeout)');
  // Wanted: tried again.
  load = () => Promise.resolve(english);
  await host.words.awaited(true);
  await until(() => text(host) === enAll.error.timeout);
});

it('waits for the sentence of an error, but not for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  load = () => new Promise(() => undefined);
  const host = new WordsHost();
  makeBox().append(host);
  expect(host.words.awaited()).toBe(undefined);
  const settled = vi.fn();
  void host.words.awaited(true)!.then(settled);
  await vi.advanceTimersByTimeAsync(999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledOnce();
});

it('the page’s own words reach what stands in its room, each room its own, and follow a change', async () => {
  const [first, second] = [document.createElement('bigcast-room'), document.createElement('bigcast-room')];
  const hosts = [first, second].map((room) => room.appendChild(new WordsHost()));
  first.strings = { en: { error: { timeout: 'Hold on.' } } };
  makeBox().append(first, second);
  await until(() => text(hosts[0]!) === 'Hold on.' && text(hosts[1]!) === enAll.error.timeout);
  first.strings = { en: { error: { timeout: 'Wait.' } } };
  await first.updateComplete;
  hosts[0]!.words.follow();
  await until(() => text(hosts[0]!) === 'Wait.');
});

it('another language brings its own sentences, all at once', async () => {
  const host = new WordsHost();
  host.lang = 'zh-CN';
  makeBox().append(host);
  await until(() => text(host) === zhHans('zh').error.timeout);
  host.lang = 'en';
  await until(() => text(host) === enAll.error.timeout);
});
