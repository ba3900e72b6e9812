// <bigcast-room>: brings a room to what stands inside it, whichever of them is there first.
import { afterEach, expect, it, vi } from 'vitest';
import { type BigcastRoom, BigcastStatus } from '../../src/components/classes.js';
import '../../src/components/stage/define.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import { cleanUp, makeBox, until, words } from './viewer-support.js';
import '../../src/components/room/define.js';

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

function makeRoom(properties: object = {}): BigcastRoom {
  const owner = document.createElement('bigcast-room');
  return Object.assign(owner, { room: 'premiere', user: 'me', provider: scriptRoom().provider }, properties);
}

it('has no box, and shares its room at any depth', async () => {
  const owner = makeRoom();
  owner.append(document.createElement('div'));
  const stage = document.createElement('bigcast-stage');
  owner.firstElementChild!.append(stage);
  makeBox().append(owner);
  await until(() => stage.view === 'chat');
  expect(stage.roomController).toBe(owner.roomController);
  expect(getComputedStyle(owner).display).toBe('contents');
  owner.hidden = true;
  expect(getComputedStyle(owner).display).toBe('none');
});

it('serves elements that are defined after it', async () => {
  const owner = makeRoom();
  const late = document.createElement('late-status');
  owner.append(late);
  makeBox().append(owner);
  await until(() => owner.view === 'chat');
  customElements.define('late-status', class extends BigcastStatus {});
  await until(() => (late as BigcastStatus).state === owner.state);
  await until(() => words(late as BigcastStatus).includes('Connected'));
});

it('serves elements that were defined before it', async () => {
  const box = makeBox();
  const early = document.createElement('bigcast-stage');
  const owner = document.createElement('bigcast-room');
  // Upgraded where it stands, after the stage asked.
  const template = document.createElement('template');
  template.content.append(owner);
  owner.append(early);
  box.append(template.content);
  Object.assign(owner, { room: 'premiere', user: 'me', provider: scriptRoom().provider });
  await until(() => early.view === 'chat');
});

it('tells those inside why there is no room', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const owner = makeRoom({ user: 'x'.repeat(33) });
  const stage = document.createElement('bigcast-stage');
  owner.append(stage);
  makeBox().append(owner);
  await until(() => stage.state.error?.code === 'invalid-user');
  expect(stage.view).toBe('blocked');
  await until(() => stage.matches(':state(blocked)'));
});

it('lets the page veto an intent of a leaf', async () => {
  const owner = makeRoom();
  makeBox().append(owner);
  await until(() => owner.view === 'chat');
  const dispatch = vi.spyOn(owner.roomController!, 'dispatch');
  const { BigcastIntentEvent } = await import('../../src/components/classes.js');
  const leaf = owner.appendChild(document.createElement('p'));
  const veto = (event: Event) => event.preventDefault();
  document.body.addEventListener('bigcast-intent', veto, { once: true });
  leaf.dispatchEvent(new BigcastIntentEvent({ type: 'leave' }));
  await Promise.resolve();
  expect(dispatch).not.toHaveBeenCalled();
  leaf.dispatchEvent(new BigcastIntentEvent({ type: 'leave' }));
  await until(() => dispatch.mock.calls.length === 1);
});
