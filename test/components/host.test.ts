// <bigcast-host>: the steps of a show by its one large button, and what stands around it.
import { fixture, html, nextFrame } from '@open-wc/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BigcastHost } from '../../src/components/host/host.js';
import { RoomError } from '../../src/core/index.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import { callsOf, openHost, part, permit, press, saying, the, until, words } from './host-support.js';

beforeEach(() => permit('prompt'));

/** No countdown: the show at once. */
const instant = { countdown: 0 };

describe('the large button', () => {
  it('leads through the whole show', async () => {
    const { host, room, intents } = await openHost();
    Object.assign(host, instant);
    expect(words(host, 'hint')).toContain('Nobody sees you yet');
    await press(host, 'Open the room');
    await press(host, 'Go live');
    await saying(host, 'Step off');
    expect(words(host, 'tally')).toBe('Live');
    expect(words(host, 'seen')).toBe('Viewers see you');
    expect(host.matches(':state(on-air)')).toBe(true);
    await press(host, 'Step off');
    await saying(host, 'Go live');
    expect(words(host, 'seen')).toBe('Viewers see the chat');
    expect(intents).toEqual([
      { type: 'open' },
      { type: 'choose-media', media: { camera: true, microphone: true } },
      { type: 'go-live', countdown: 0 },
      { type: 'step-off' },
    ]);
    expect(callsOf(room.av, 'publish')).toHaveLength(1);
    const said = callsOf(room.im, 'send').map(([command]) => (command as { type: string }).type);
    expect(said).toEqual(['enter', 'host-left']);
  });

  it('counts down over the preview and can be taken back', async () => {
    const { host, room, intents } = await openHost({ phase: 'waiting' });
    await press(host, 'Go live');
    await until(() => words(host, 'numeral') === '3');
    expect(intents.at(-1)).toEqual({ type: 'go-live', countdown: 3 });
    expect(the(host, 'preview').dataset['tally']).toBe('counting');
    expect(words(host, 'seen')).toBe('Viewers see the countdown');
    expect(host.matches(':state(counting)')).toBe(true);
    await until(() => words(host, 'numeral') === '2');
    await press(host, 'Cancel');
    await saying(host, 'Go live');
    expect(part(host, 'numeral')).toBe(null);
    expect(callsOf(room.av, 'publish')).toEqual([]);
  });

  it.each([
    ['0', 0],
    ['90', 60],
    ['-1', 0],
    ['soon', 3],
  ])('takes the seconds from countdown="%s": %s', async (given, asked) => {
    const { host, intents } = await openHost({ phase: 'waiting' });
    host.setAttribute('countdown', given);
    await press(host, 'Go live');
    expect(intents.at(-1)).toEqual({ type: 'go-live', countdown: asked });
  });

  it('does not press what a double click brings', async () => {
    const { host, intents } = await openHost({ phase: 'waiting' });
    await press(host, 'Go live');
    await until(() => words(host, 'numeral') === '3');
    the(host, 'next').dispatchEvent(new MouseEvent('click', { detail: 2 }));
    expect(intents.map(({ type }) => type)).toEqual(['go-live']);
  });

  it('is not run through by a key held down', async () => {
    const { host } = await openHost();
    const key = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true, bubbles: true });
    the(host, 'next').dispatchEvent(key);
    expect(key.defaultPrevented).toBe(true);
  });

  it('asks once while a step is under way', async () => {
    const never = new Promise<never>(() => undefined);
    const { host, intents } = await openHost({ before: ({ im }) => im.failNext('openRoom', never) });
    await press(host, 'Open the room');
    await until(() => the(host, 'next').ariaDisabled === 'true');
    the(host, 'next').click();
    expect(intents.filter(({ type }) => type === 'open')).toHaveLength(1);
  });

  it('can be pressed again after the step failed', async () => {
    const failure = new RoomError('network', 'Scripted.');
    const { host, room } = await openHost({ before: ({ im }) => im.failNext('openRoom', failure) });
    await press(host, 'Open the room');
    await until(() => host.state.error === failure);
    await press(host, 'Open the room');
    await saying(host, 'Go live');
    expect(callsOf(room.im, 'openRoom')).toHaveLength(2);
  });

  it('stays the same button, so that it keeps the focus', async () => {
    const { host } = await openHost();
    Object.assign(host, instant);
    const button = the(host, 'next');
    button.focus();
    for (const step of ['Open the room', 'Go live', 'Step off']) await press(host, step);
    await saying(host, 'Go live');
    expect(host.shadowRoot?.activeElement).toBe(button);
  });

  it('is not there where there can be no room', async () => {
    const { host } = await openHost();
    host.room = '';
    await host.updateComplete;
    await until(() => part(host, 'next') === null);
    expect(host.state.error?.code).toBe('invalid-room');
  });
});

describe('coming back while live', () => {
  it('offers the stage again', async () => {
    const { host, room, intents } = await openHost({ phase: 'live' });
    await saying(host, 'Back on stage');
    expect(words(host, 'seen')).toContain('be right back');
    await press(host, 'Back on stage');
    await saying(host, 'Step off');
    expect(intents).toEqual([{ type: 'resume' }]);
    expect(callsOf(room.av, 'enter')).toEqual([['stage', 'anchor', 'star']]);
    expect(host.state.run).toBe(1);
  });

  it('offers to step off beside it', async () => {
    const { host, intents } = await openHost({ phase: 'live' });
    await saying(host, 'Back on stage');
    the(host, 'step-off').click();
    await saying(host, 'Go live');
    expect(intents).toEqual([{ type: 'step-off' }]);
  });
});

describe('ending', () => {
  const focused = (host: BigcastHost) => host.shadowRoot?.activeElement ?? null;
  const asked = async () => {
    const page = await openHost({ phase: 'waiting' });
    the(page.host, 'end').click();
    await until(() => focused(page.host) === the(page.host, 'end-cancel'));
    return page;
  };
  const calledOff = (host: BigcastHost) =>
    until(() => part(host, 'question') === null && focused(host) === the(host, 'end'));

  it('asks first, with the focus on what does no harm', async () => {
    const { host, intents } = await asked();
    the(host, 'end-cancel').click();
    await calledOff(host);
    expect(intents).toEqual([]);
  });

  it('is called off by Escape', async () => {
    const { host, intents } = await asked();
    the(host, 'end-cancel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await calledOff(host);
    expect(intents).toEqual([]);
  });

  it('ends when confirmed, and keeps the focus in the console', async () => {
    const { host, room } = await asked();
    the(host, 'end-confirm').click();
    await until(() => words(host, 'ended').startsWith('That was it'));
    expect(callsOf(room.im, 'dismissRoom')).toHaveLength(1);
    expect(part(host, 'next')).toBe(null);
    expect(focused(host)).toBe(the(host, 'console'));
  });
});

describe('the page', () => {
  it('can refuse a step', async () => {
    const { host, room } = await openHost({ phase: 'waiting' });
    host.addEventListener('bigcast-intent', (event) => event.preventDefault(), { once: true });
    await press(host, 'Go live');
    await saying(host, 'Go live');
    expect(callsOf(room.av, 'enter')).toEqual([]);
    await press(host, 'Go live');
    await until(() => callsOf(room.av, 'enter').length === 1);
  });

  it('can do every step itself', async () => {
    const { host, room } = await openHost();
    await host.open();
    await host.goLive();
    expect(callsOf(room.av, 'capture')).toEqual([[{ camera: true, microphone: true }]]);
    await saying(host, 'Step off');
    await host.stepOff();
    await host.end();
    await until(() => words(host, 'ended').startsWith('That was it'));
  });
});

it('says that a room is somebody else’s, and offers nothing', async () => {
  const { host } = await openHost({ phase: 'live', user: 'ana' });
  await until(() => words(host, 'taken') === 'This room belongs to somebody else. Choose another name.');
  expect(host.shadowRoot?.querySelectorAll('button, bigcast-chat')).toHaveLength(0);
});

it('counts the audience', async () => {
  const { host, room } = await openHost({ phase: 'waiting' });
  Object.assign(host, instant);
  expect(words(host, 'audience')).toBe('1,203 waiting');
  room.im.signals.emit({ type: 'members', count: 3 });
  await until(() => words(host, 'audience') === '2 waiting');
  await press(host, 'Go live');
  await until(() => words(host, 'audience') === '2 watching');
});

it('switches the tally as a lamp, without a fade that would be painted while the picture is being sent', async () => {
  const { host } = await openHost({ phase: 'waiting' });
  Object.assign(host, instant);
  const moving = () => the(host, 'preview').getAnimations();
  await press(host, 'Go live');
  await until(() => the(host, 'preview').dataset['tally'] === 'air');
  for (let frame = 0; frame < 3; frame++) {
    await nextFrame();
    expect(moving()).toEqual([]);
  }
});

it('tells of the tally in a polite live region', async () => {
  const { host } = await openHost({ phase: 'waiting' });
  const region = host.shadowRoot?.querySelector('.visually-hidden[role=status]');
  expect(region?.textContent).toBe('Off air');
  host.countdown = 1;
  await press(host, 'Go live');
  await until(() => region?.textContent === 'On air in 1 second');
  await until(() => region?.textContent === 'Live');
});

it('does not render again when somebody says something', async () => {
  const { host, room } = await openHost({ phase: 'waiting' });
  const render = vi.spyOn(host as unknown as { render(): unknown }, 'render');
  room.say('Ana', 'Hello');
  await until(() => host.state.timeline.length === 1);
  await host.updateComplete;
  expect(render.mock.calls).toHaveLength(0);
  room.im.signals.emit({ type: 'members', count: 9 });
  await host.updateComplete;
  expect(render.mock.calls).toHaveLength(1);
});

it('speaks the language around it', async () => {
  const { host } = await openHost();
  host.lang = 'zh-CN';
  await saying(host, '开放房间');
});

describe('a host without `user`', () => {
  const guest = async () => {
    const { provider } = scriptRoom({ phase: 'none' });
    const host = await fixture<BigcastHost>(html`<bigcast-host room="guests" .provider=${provider}></bigcast-host>`);
    return host.state.self?.id;
  };

  beforeEach(() => sessionStorage.clear());

  it('is the same guest after a reload, and another one in another tab', async () => {
    const id = await guest();
    expect(id).toMatch(/^guest-[0-9a-f]{8}$/);
    expect(await guest()).toBe(id);
    sessionStorage.clear();
    expect(await guest()).not.toBe(id);
  });

  it('comes in where storage is blocked', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('Blocked', 'SecurityError');
    });
    expect(await guest()).toMatch(/^guest-/);
  });
});
