// <bigcast-stage>: what it says in each scene, to whom it gives its picture, and its controls.
import { nextFrame } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BigcastRoom, BigcastStage } from '../../src/components/classes.js';
import '../../src/components/room/define.js';
import '../../src/components/stage/define.js';
import { secondsUntil, splitTime, untilNextSecond } from '../../src/components/stage/time.js';
import { RoomError, type RoomIntent } from '../../src/core/index.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from '../../stories/support/with-room.js';
import { cleanUp, makeBox, part, until, words } from './viewer-support.js';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  cleanUp();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface StagePage {
  readonly room: ScriptedRoom;
  readonly owner: BigcastRoom;
  readonly stage: BigcastStage;
  readonly intents: RoomIntent[];
}

async function openStage(
  script: RoomScript = {},
  prepare: (room: ScriptedRoom) => void = () => undefined,
  user = 'me',
): Promise<StagePage> {
  const room = scriptRoom(script);
  prepare(room);
  const owner = document.createElement('bigcast-room');
  Object.assign(owner, { room: 'premiere', user, provider: room.provider });
  const stage = document.createElement('bigcast-stage');
  const intents: RoomIntent[] = [];
  owner.addEventListener('bigcast-intent', ({ intent }) => intents.push(intent));
  owner.append(stage);
  makeBox().append(owner);
  await stage.updateComplete;
  await until(() => owner.state.link !== 'connecting');
  return { room, owner, stage, intents };
}

async function openLive(script: RoomScript = {}): Promise<StagePage> {
  const page = await openStage({ phase: 'live', ...script });
  await until(() => page.owner.state.stage === 'entering');
  page.room.av.play();
  await until(() => page.stage.matches(':state(playing)'));
  return page;
}

describe('while waiting', () => {
  it('names the host and how many wait', async () => {
    const { stage } = await openStage({ members: 1205 });
    await until(() => words(stage).includes('Waiting for Mira Chen'));
    expect(part(stage, 'audience')!.textContent).toContain('1,204 waiting');
    stage.heading = 'New songs';
    await until(() => part(stage, 'title')!.textContent === 'New songs');
    expect(part(stage, 'subtitle')!.textContent).toBe('Waiting for Mira Chen');
  });

  it('counts down to the start by the second, and then says "any moment"', async () => {
    const { stage } = await openStage({ startsIn: 2 });
    const clock = () => part(stage, 'countdown')?.querySelector('bdi')?.textContent;
    await until(() => clock() === '0:01');
    await until(() => part(stage, 'countdown')?.textContent?.trim() === 'Any moment now');
  });

  it('shows the 3, 2, 1, a new element for each', async () => {
    const { stage, room } = await openStage();
    await until(() => stage.matches(':state(waiting)'));
    room.im.hear('star', { type: 'enter', stage: 'stage', run: 1, in: 3 }, { name: 'Mira Chen' });
    const numeral = () => part(stage, 'numeral');
    await until(() => numeral()?.textContent === '3');
    const first = numeral();
    expect(part(stage, 'banner')!.textContent).toBe('Mira Chen is about to go live');
    await until(() => numeral()?.textContent === '2');
    expect(numeral()).not.toBe(first);
    await until(() => numeral() === null);
  });

  it('says that the stage opens', async () => {
    const { stage } = await openStage({ phase: 'live' });
    await until(() => part(stage, 'banner')?.textContent === 'Mira Chen is here. Opening the stage…');
    expect(stage.matches(':state(opening)')).toBe(true);
  });

  it('moves nothing while the stage opens: the machine has better to do', async () => {
    const { stage, room } = await openStage();
    await until(() => stage.matches(':state(waiting)'));
    const moving = () => stage.shadowRoot!.getAnimations();
    await until(() => moving().length === 0);
    room.im.hear('star', { type: 'enter', stage: 'stage', run: 1 }, { name: 'Mira Chen' });
    await until(() => part(stage, 'banner')?.textContent === 'Mira Chen is here. Opening the stage…');
    for (let frame = 0; frame < 3; frame++) {
      await nextFrame();
      expect(moving()).toEqual([]);
    }
    expect(getComputedStyle(part(stage, 'banner')!).visibility).toBe('visible');
  });
});

describe('the picture', () => {
  it('is given to one viewer of the room and taken back when the stage goes', async () => {
    const { stage, room } = await openLive();
    const video = part(stage, 'video')!;
    expect(video.querySelectorAll('canvas')).toHaveLength(1);
    stage.remove();
    expect(video.children).toHaveLength(0);
    await until(() => room.av.calls.some(([name]) => name === 'leave'));
  });

  it('stays while the element moves', async () => {
    const { stage, owner, room } = await openLive();
    const wrapper = document.createElement('div');
    owner.append(wrapper);
    wrapper.append(stage);
    await until(() => part(stage, 'video')!.children.length === 1);
    expect(room.av.calls.filter(([name]) => name === 'enter' || name === 'leave')).toHaveLength(1);
  });

  it('is not given to the host', async () => {
    const { stage } = await openStage({ phase: 'live' }, ({ av }) => vi.spyOn(av, 'attach'), 'star');
    await until(() => stage.matches(':state(hosting)'));
    expect(part(stage, 'video')!.children).toHaveLength(0);
  });

  it('leaves its last frame when it stops, with words over it', async () => {
    const { stage, room } = await openLive();
    const picture = part(stage, 'video')!.querySelector('canvas')!;
    // It is drawn at the next frame.
    await until(() => isDrawn(picture));
    room.av.stop();
    await until(() => words(stage).includes('Be right back'));
    const still = part(stage, 'still') as HTMLCanvasElement;
    expect(still.width).toBeGreaterThan(300);
    expect(isDrawn(still)).toBe(true);
    room.av.play();
    await until(() => stage.matches(':state(playing)') && !words(stage).includes('Be right back'));
    room.av.stop({ audio: true });
    await until(() => words(stage).includes('Sound only from Mira Chen right now'));
  });

  it('can be tried again when it failed', async () => {
    const { stage, intents } = await openStage({ phase: 'live' }, ({ av }) =>
      av.failNext('enter', new RoomError('unsupported-browser', 'Scripted.')),
    );
    await until(() => words(stage).includes('The video could not be opened.'));
    expect(part(stage, 'details')!.textContent).toContain('unsupported-browser');
    part(stage, 'retry')!.click();
    expect(intents).toEqual([{ type: 'retry-stage' }]);
    await until(() => stage.matches(':state(opening)'));
  });
});

describe('the controls', () => {
  it('mute, unmute and set the volume', async () => {
    const { stage, room } = await openLive();
    const volumes = () => room.av.calls.flatMap(([name, volume]) => (name === 'setVolume' ? [volume] : []));
    const mute = part(stage, 'mute')!;
    mute.click();
    await until(() => volumes().at(-1) === 0 && mute.ariaLabel === 'Unmute');
    const slider = part(stage, 'volume') as HTMLInputElement;
    expect(slider.value).toBe('0');
    slider.value = '0.4';
    slider.dispatchEvent(new InputEvent('input'));
    await until(() => volumes().at(-1) === 0.4 && mute.ariaLabel === 'Mute');
  });

  it('come with the pointer, leave after three seconds of quiet, and stay while focused', async () => {
    const { stage } = await openLive();
    const box = part(stage, 'stage')!;
    const shown = () => box.classList.contains('active');
    expect(shown()).toBe(false);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    box.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await stage.updateComplete;
    expect(shown()).toBe(true);
    vi.advanceTimersByTime(2999);
    await stage.updateComplete;
    expect(shown()).toBe(true);
    vi.advanceTimersByTime(1);
    await stage.updateComplete;
    expect(shown()).toBe(false);
    vi.useRealTimers();
    part(stage, 'volume')!.focus();
    box.dispatchEvent(new PointerEvent('pointerleave'));
    await until(() => !shown() && getComputedStyle(part(stage, 'controls')!).opacity === '1');
  });

  it('ask for sound where the browser holds it back', async () => {
    const { stage, room, intents } = await openLive();
    expect(part(stage, 'allow-sound')).toBe(null);
    const resume = vi.fn(() => Promise.resolve());
    room.av.signals.emit({ type: 'autoplay-blocked', resume });
    await until(() => part(stage, 'allow-sound') !== null);
    part(stage, 'allow-sound')!.click();
    await until(() => part(stage, 'allow-sound') === null);
    expect(intents).toEqual([{ type: 'allow-sound' }]);
    expect(resume).toHaveBeenCalledOnce();
  });
});

it('tells at the end how long it was and how many came, as far as it saw', async () => {
  const { stage, room, owner } = await openLive({ members: 41 });
  room.im.hear('star', { type: 'exit', run: 1, at: Math.floor(owner.state.changedAt / 1000) + 4320 });
  await until(() => stage.matches(':state(ended)'));
  expect(part(stage, 'facts')!.textContent).toBe('It lasted 1 hour, 12 minutes · 40 people were here');
  const latecomer = await openStage({ phase: 'ended' });
  await until(() => words(latecomer.stage).includes('That was it'));
  expect(part(latecomer.stage, 'facts')).toBe(null);
});

it.each([
  [0, 0, '0:00'],
  [65, 0, '1:05'],
  [3600, 0, '1:00:00'],
  [86_399, 0, '23:59:59'],
  [86_400 * 3 + 3661, 3, '01:01:01'],
])('splits %i s into %i days and %s', (seconds, days, clock) => {
  expect(splitTime(seconds, 'en')).toEqual({ days, clock });
});

it('never counts below zero', () => {
  expect([secondsUntil(1000, 0), secondsUntil(1001, 0), secondsUntil(0, 5000)]).toEqual([1, 2, 0]);
  expect([untilNextSecond(1000, 0), untilNextSecond(1500, 0), untilNextSecond(0, 1)]).toEqual([1000, 500, undefined]);
});

/** Whether there is anything in a canvas. */
function isDrawn(canvas: HTMLCanvasElement): boolean {
  return canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data[3] === 255;
}
