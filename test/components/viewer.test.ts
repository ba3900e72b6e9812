// <bigcast-viewer>: one tag, one chat element through everything, and the views around it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BigcastViewer } from '../../src/components/classes.js';
import type { RoomError } from '../../src/core/index.js';
import '../../src/components/room/define.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import {
  announce,
  cleanUp,
  goLive,
  makeBox,
  NARROW,
  openViewer,
  part,
  pieces,
  rendered,
  until,
  WIDE,
  words,
} from './viewer-support.js';

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

describe('the views', () => {
  it('go from waiting through the first frame back to chat and to the end, and stand on the element', async () => {
    const page = await openViewer();
    const { viewer, room } = page;
    await announce(page);
    expect(viewer.getAttribute('view')).toBe('chat');
    expect(viewer.getAttribute('phase')).toBe('live');
    room.av.play();
    expect(viewer.getAttribute('view')).toBe('video');
    room.av.stop();
    expect([viewer.getAttribute('view'), viewer.state.stage]).toEqual(['video', 'away']);
    room.declare('waiting');
    expect(viewer.getAttribute('view')).toBe('chat');
    room.declare('ended');
    await until(() => viewer.state.link === 'offline');
    expect([viewer.getAttribute('view'), viewer.getAttribute('phase')]).toEqual(['ended', 'ended']);
  });

  it('follow the room around as well as their own', async () => {
    const { provider, declare } = scriptRoom();
    const owner = document.createElement('bigcast-room');
    Object.assign(owner, { room: 'premiere', user: 'me', provider });
    const viewer = document.createElement('bigcast-viewer');
    owner.append(viewer);
    makeBox().append(owner);
    await until(() => viewer.getAttribute('view') === 'chat');
    expect(viewer.roomController).toBe(owner.roomController);
    declare('ended');
    await until(() => viewer.getAttribute('view') === 'ended');
  });

  it('wait by themselves for a room that is not open, and say so', async () => {
    const { viewer, stage, room } = await openViewer({ phase: 'none' });
    await until(() => viewer.state.phase === 'not-open');
    await until(() => words(stage).includes('The room is not open yet'));
    room.im.profile = { owner: 'star', ownerName: 'Mira Chen', record: '', members: 3 };
    await until(() => viewer.view === 'chat');
    await until(() => words(stage).includes('Waiting for Mira Chen'));
  });

  it('offer to take over when kicked, and keep the conversation', async () => {
    const { viewer, status, chat, room } = await openViewer();
    await until(() => viewer.view === 'chat');
    room.say('Ana', 'Still here');
    await until(() => viewer.state.timeline.length === 1);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    room.im.signals.emit({ type: 'kicked', code: 'kicked' });
    await until(() => part(status, 'action')?.textContent === 'Use here instead');
    expect(words(status)).toContain('You came in somewhere else');
    await rendered(viewer);
    expect(chat.checkVisibility()).toBe(true);
    part(status, 'action')!.click();
    await until(() => viewer.view === 'chat');
    expect(viewer.state.timeline).toHaveLength(1);
  });

  it('say what is wrong with their attributes, without throwing', async () => {
    const heard: RoomError[] = [];
    const thrown = vi.fn();
    window.addEventListener('error', thrown);
    window.addEventListener('unhandledrejection', thrown);
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const viewer = document.createElement('bigcast-viewer');
    viewer.addEventListener('bigcast-error', ({ error }) => heard.push(error));
    viewer.room = 'é';
    makeBox().append(viewer);
    await viewer.updateComplete;
    await rendered(viewer);
    window.removeEventListener('error', thrown);
    window.removeEventListener('unhandledrejection', thrown);
    const { status, chat } = pieces(viewer);
    expect(thrown).not.toHaveBeenCalled();
    expect(heard.map(({ code }) => code)).toEqual(['invalid-room']);
    expect(viewer.state.error).toBe(heard[0]);
    expect(logged).toHaveBeenCalledOnce();
    await until(() => words(status).startsWith('This room has no valid id.'));
    expect(part(status, 'action')).toBe(null);
    expect(part(status, 'details')!.textContent).toContain('invalid-room');
    await until(() => !chat.checkVisibility());
    viewer.provider = scriptRoom().provider;
    viewer.room = 'premiere';
    await until(() => viewer.view === 'chat' && chat.checkVisibility());
  });

  it('let a page veto what is asked, and act on the rest', async () => {
    const { viewer, chat, room } = await openViewer();
    await until(() => viewer.view === 'chat');
    const sent = () => room.im.calls.filter(([name]) => name === 'send').length;
    const veto = (event: Event) => event.preventDefault();
    document.addEventListener('bigcast-intent', veto);
    write(viewer, 'not this');
    await until(() => chat.draft === 'not this');
    part(chat, 'send')!.click();
    await rendered(viewer);
    expect([sent(), chat.draft, viewer.state.timeline.length]).toEqual([0, 'not this', 0]);
    document.removeEventListener('bigcast-intent', veto);
    part(chat, 'send')!.click();
    await until(() => sent() === 1 && chat.draft === '');
  });
});

describe('the layout', () => {
  it('waits with the chat below the poster, at any width', async () => {
    for (const size of [WIDE, NARROW]) {
      const { viewer, stage, chat } = await openViewer({}, size);
      await until(() => viewer.view === 'chat');
      expect(rect(chat).top).toBeGreaterThanOrEqual(rect(stage).bottom);
      expect(rect(stage).width).toBeGreaterThan(size.width - 4);
      expect(chat.overlay).toBe(false);
    }
  });

  it('stands stage and chat side by side when wide', async () => {
    const page = await openViewer();
    await goLive(page);
    await settled(page.viewer);
    const [stage, chat] = [rect(page.stage), rect(page.chat)];
    expect(chat.left).toBe(stage.right);
    expect(chat.width).toBe(320);
    expect(chat.height).toBe(stage.height);
    expect(page.chat.overlay).toBe(false);
    expect(getComputedStyle(part(page.stage, 'controls')!).flexDirection).toBe('row');
  });

  it('floats the chat over the lower part of the picture when narrow', async () => {
    const page = await openViewer({}, NARROW);
    await goLive(page);
    await settled(page.viewer);
    const [viewer, stage, chat] = [rect(page.viewer), rect(page.stage), rect(page.chat)];
    expect(stage.height).toBeGreaterThan(viewer.height - 4);
    expect(chat.height).toBeLessThanOrEqual(viewer.height * 0.4);
    expect(Math.abs(chat.bottom - stage.bottom)).toBeLessThan(1);
    expect(page.chat.overlay).toBe(true);
    page.box.style.width = '900px';
    await until(() => !page.chat.overlay && rect(page.chat).left >= rect(page.stage).right);
  });

  it('frees a narrow picture of everything at a tap, and of the chat by its button', async () => {
    const page = await openViewer({}, NARROW);
    await goLive(page);
    await until(() => page.chat.overlay);
    const isShown = () => page.chat.checkVisibility({ visibilityProperty: true });
    part(page.stage, 'stage')!.click();
    await until(() => !isShown());
    part(page.stage, 'stage')!.click();
    await until(isShown);
    part(page.viewer, 'toggle-chat')!.click();
    await until(() => !isShown());
    expect(part(page.viewer, 'toggle-chat')!.ariaLabel).toBe('Show chat');
    part(page.viewer, 'toggle-chat')!.click();
    await until(isShown);
  });

  it('fills the height it is given and has one of its own where none is', async () => {
    const { viewer, box } = await openViewer({}, { width: 500, height: 333 });
    expect(rect(viewer).height).toBe(333);
    box.style.height = '900px';
    expect(rect(viewer).height).toBe(900);
    box.style.height = 'auto';
    expect(rect(viewer).height).toBe(562);
    viewer.style.setProperty('--bigcast-viewer-block-size', '400px');
    expect(rect(viewer).height).toBe(402);
  });

  it('is mirrored where reading goes from right to left', async () => {
    const page = await openViewer({}, { ...WIDE, dir: 'rtl' });
    await goLive(page);
    await settled(page.viewer);
    expect(rect(page.chat).right).toBe(rect(page.stage).left);
  });
});

describe('silence', () => {
  const shownFor = (viewer: BigcastViewer): string | undefined => {
    const empty = part(pieces(viewer).chat, 'empty')!;
    const nodes = empty.querySelector('slot')!.assignedNodes({ flatten: true });
    return empty.checkVisibility() ? nodes.map(({ textContent }) => textContent).join('') : undefined;
  };

  it('is named while it can be broken, and nowhere else', async () => {
    const { viewer, room } = await openViewer();
    await until(() => shownFor(viewer) === 'Nobody has said anything yet. Be the first.');
    room.say('Ana', 'hello');
    await until(() => shownFor(viewer) === undefined);
    const early = await openViewer({ phase: 'none' });
    await until(() => early.viewer.state.phase === 'not-open');
    await rendered(early.viewer);
    expect(shownFor(early.viewer)).toBe('');
  });

  it('is named in the words of the page, where it has some', async () => {
    const { viewer } = await openViewer();
    const own = Object.assign(document.createElement('p'), { slot: 'empty', textContent: 'Say hello to the band!' });
    viewer.append(own);
    await until(() => viewer.view === 'chat');
    await rendered(viewer);
    expect(shownFor(viewer)).toBe('Say hello to the band!');
  });
});

describe('on one page', () => {
  it('two viewers speak two languages of two rooms', async () => {
    const english = await openViewer({ ownerName: 'Mira Chen' });
    const chinese = await openViewer({ phase: 'none' }, { ...WIDE, lang: 'zh-CN' });
    await until(() => words(english.stage).includes('Waiting for Mira Chen'));
    await until(() => words(chinese.stage).includes('房间尚未开放'));
    chinese.viewer.lang = 'en';
    await until(() => words(chinese.stage).includes('The room is not open yet'));
    expect(words(english.stage)).toContain('Waiting for Mira Chen');
  });

  it('a message renders neither viewer nor stage nor status again', async () => {
    const { viewer, stage, status, room } = await openViewer();
    await until(() => viewer.view === 'chat');
    room.say('Ana', 'the first one, which ends the silence');
    await until(() => viewer.state.timeline.length === 1);
    await rendered(viewer);
    const renders = [viewer, stage, status].map((element) => vi.spyOn(element, 'requestUpdate'));
    room.say('Ana', 'hello');
    room.im.signals.emit({ type: 'joined', person: { id: 'b', name: 'Ben' }, id: 'j1', at: Date.now() });
    await until(() => viewer.state.timeline.length === 3);
    expect(renders.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('removing and adding again leaves no listener, picture or timer behind', async () => {
    const { provider, av } = scriptRoom({ phase: 'live', startsIn: 60 });
    const attached = countHeld(av, 'attach');
    const owner = document.createElement('bigcast-room');
    Object.assign(owner, { room: 'premiere', user: 'me', provider });
    const box = makeBox();
    box.append(owner);
    await until(() => owner.view === 'chat');
    const subscribed = countHeld(owner.roomController!, 'subscribe');
    const watching = new Set<unknown>();
    vi.spyOn(document, 'addEventListener').mockImplementation((_type, listener) => void watching.add(listener));
    vi.spyOn(document, 'removeEventListener').mockImplementation((_type, listener) => void watching.delete(listener));
    const viewer = document.createElement('bigcast-viewer');
    for (let times = 0; times < 3; times++) {
      owner.append(viewer);
      await viewer.updateComplete;
      await until(() => owner.state.stage === 'entering' && attached() === 1 && subscribed() > 0);
      expect(watching.size).toBeGreaterThan(0);
      viewer.remove();
      await until(() => owner.state.stage === 'empty');
      expect([attached(), subscribed(), watching.size]).toEqual([0, 0, 0]);
    }
  });

  it('moving keeps the room, the stage and the conversation', async () => {
    const page = await openViewer();
    await goLive(page);
    const controller = page.viewer.roomController;
    makeBox().append(page.viewer);
    await rendered(page.viewer);
    expect(page.viewer.roomController).toBe(controller);
    expect(page.room.av.calls.filter(([name]) => name === 'enter')).toHaveLength(1);
    expect(page.viewer.view).toBe('video');
  });
});

function rect(element: Element): DOMRect {
  return element.getBoundingClientRect();
}

async function settled(viewer: BigcastViewer): Promise<void> {
  const { stage, chat } = pieces(viewer);
  await Promise.all([stage, chat].flatMap((element) => element.getAnimations().map(({ finished }) => finished)));
}

function write(viewer: BigcastViewer, text: string): void {
  const input = part(pieces(viewer).chat, 'input') as HTMLTextAreaElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** How many of what a method gave out were not given back. */
function countHeld<K extends string>(object: Record<K, (argument: never) => () => void>, method: K): () => number {
  let held = 0;
  const original = object[method].bind(object);
  object[method] = (argument) => {
    held++;
    const release = original(argument);
    return () => {
      held--;
      release();
    };
  };
  return () => held;
}
