// <bigcast-host>: cameras, microphones, the page's own media, and what goes wrong with them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoomError, type Capture, type MediaChoice, type RoomErrorCode } from '../../src/core/index.js';
import { scriptRoom } from '../../stories/support/with-room.js';
import { movingStream, type MovingStream } from '../support/moving-stream.js';
import { callsOf, openHost, part, permit, press, saying, the, until, words, type HostPage } from './host-support.js';

beforeEach(() => permit('prompt'));

/** What was asked to be captured last. */
const captured = ({ room }: HostPage) => callsOf(room.av, 'capture').at(-1)?.[0];

const isOn = ({ host }: HostPage, kind: 'camera' | 'microphone') =>
  part(host, `${kind}-toggle`)?.ariaPressed === 'true';

/** Checks camera and microphone first, as careful hosts do. */
async function openChecked(): Promise<HostPage> {
  const page = await openHost({ phase: 'waiting' });
  the(page.host, 'check').click();
  await until(() => isOn(page, 'camera') && part(page.host, 'camera-menu') !== null);
  return page;
}

describe('the preview', () => {
  it('waits for a click', async () => {
    const page = await openHost({ phase: 'waiting' });
    expect(captured(page)).toBe(undefined);
    expect(part(page.host, 'camera-toggle')).toBe(null);
    the(page.host, 'check').click();
    await until(() => isOn(page, 'camera') && isOn(page, 'microphone'));
    expect(captured(page)).toEqual({ camera: true, microphone: true });
    expect(page.host.renderRoot.querySelector('[part=preview] canvas')).not.toBe(null);
  });

  it('comes by itself for the owner whose browser need not ask', async () => {
    permit('granted');
    const page = await openHost({ phase: 'waiting' });
    await until(() => isOn(page, 'camera'));
  });

  it('does not come by itself before the room is this person’s', async () => {
    permit('granted');
    const page = await openHost();
    expect(captured(page)).toBe(undefined);
    await page.host.open();
    await until(() => isOn(page, 'camera'));
  });

  it('is captured again after the host was away', async () => {
    const page = await openChecked();
    await page.host.leave();
    await page.host.enter();
    await until(() => callsOf(page.room.av, 'capture').length === 2);
  });

  it('moves with the element', async () => {
    const page = await openChecked();
    const parent = page.host.parentElement!;
    page.host.remove();
    parent.append(page.host);
    await until(() => page.host.renderRoot.querySelectorAll('[part=preview] canvas').length === 1);
  });
});

describe('the switches', () => {
  it('turn camera and microphone off and on', async () => {
    const page = await openChecked();
    the(page.host, 'camera-toggle').click();
    await until(() => !isOn(page, 'camera'));
    expect(captured(page)).toEqual({ camera: false, microphone: true });
    the(page.host, 'microphone-toggle').click();
    await until(() => !isOn(page, 'microphone'));
    expect(captured(page)).toEqual({ camera: false, microphone: false });
    the(page.host, 'camera-toggle').click();
    await until(() => isOn(page, 'camera'));
    expect(captured(page)).toEqual({ camera: true, microphone: false });
  });

  it('change what viewers see', async () => {
    const page = await openHost({ phase: 'waiting' });
    await page.host.goLive();
    await until(() => words(page.host, 'seen') === 'Viewers see you');
    the(page.host, 'camera-toggle').click();
    await until(() => words(page.host, 'seen') === 'Viewers see that your camera is off');
    the(page.host, 'microphone-toggle').click();
    await until(() => words(page.host, 'seen').includes('be right back'));
  });
});

describe('the menus', () => {
  const menu = ({ host }: HostPage) => the(host, 'camera-menu') as HTMLSelectElement;
  const pick = (page: HostPage, id: string) => {
    menu(page).value = id;
    menu(page).dispatchEvent(new Event('change'));
  };

  it('list the devices, and pass on the chosen one', async () => {
    const page = await openChecked();
    expect([...menu(page).options].map(({ text }) => text)).toEqual(['Studio camera', 'Laptop camera']);
    pick(page, 'camera-2');
    await until(() => callsOf(page.room.av, 'capture').length === 2);
    expect(captured(page)).toEqual({ camera: true, microphone: true, cameraId: 'camera-2' });
    expect(menu(page).value).toBe('camera-2');
  });

  it('show a name in its own direction: in an Arabic page, too, it is cut at its end', async () => {
    const page = await openChecked();
    expect([...menu(page).options].map(({ dir }) => dir)).toEqual(['auto', 'auto']);
  });

  it('follow devices that come and go, and forget a chosen one that is gone', async () => {
    const page = await openChecked();
    pick(page, 'camera-2');
    page.room.av.devices = async () => [{ id: 'camera-3', kind: 'camera', label: '' }];
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await until(() => menu(page).options.length === 1);
    expect(menu(page).options[0]?.text).toBe('Camera 1');
    the(page.host, 'microphone-toggle').click();
    await until(() => !isOn(page, 'microphone'));
    expect(captured(page)).toEqual({ camera: true, microphone: false });
  });
});

describe('a device that refuses', () => {
  const error = (code: RoomErrorCode) => new RoomError(code, 'Scripted.');
  const refused = (camera: RoomErrorCode, microphone?: RoomErrorCode): Capture => ({
    camera: false,
    microphone: microphone === undefined,
    cameraError: error(camera),
    ...(microphone && { microphoneError: error(microphone) }),
  });

  it.each([
    ['camera-denied', 'The browser does not allow the camera.'],
    ['camera-missing', 'No camera found.'],
    ['camera-in-use', 'Another program uses the camera.'],
  ] as const)('is explained: %s', async (code, sentence) => {
    const page = await openHost({ phase: 'waiting', before: ({ av }) => (av.captured = refused(code)) });
    the(page.host, 'check').click();
    await until(() => words(page.host, 'media-error').startsWith(sentence));
    expect(isOn(page, 'camera')).toBe(false);
    expect(isOn(page, 'microphone')).toBe(true);
    page.room.av.captured = undefined;
    the(page.host, 'media-retry').click();
    await until(() => isOn(page, 'camera') && part(page.host, 'media-error') === null);
  });

  it('is told of each, but one reason only once', async () => {
    const page = await openHost({ phase: 'waiting' });
    const sentences = () => the(page.host, 'media-error').querySelectorAll('p').length;
    page.room.av.captured = refused('camera-denied', 'microphone-denied');
    the(page.host, 'check').click();
    await until(() => part(page.host, 'media-error') !== null && sentences() === 2);
    page.room.av.captured = refused('media-missing', 'media-missing');
    the(page.host, 'media-retry').click();
    await until(() => sentences() === 1);
  });

  it('leaves going live to be tried again', async () => {
    const page = await openHost({ phase: 'waiting' });
    page.room.av.captured = refused('camera-denied', 'microphone-denied');
    await press(page.host, 'Go live');
    await until(() => page.host.state.error?.code === 'camera-denied');
    await saying(page.host, 'Go live');
  });

  it('does not lock the host in while the browser asks', async () => {
    const never = new Promise<never>(() => undefined);
    const page = await openHost({ phase: 'waiting', before: ({ av }) => av.failNext('capture', never) });
    await press(page.host, 'Go live');
    await saying(page.host, 'Cancel');
  });
});

describe('the page’s own media', () => {
  let first: MovingStream;
  let second: MovingStream;

  beforeEach(() => {
    first = movingStream();
    second = movingStream({ audio: false });
  });

  afterEach(() => {
    first.stop();
    second.stop();
  });

  it('is captured as soon as there is a room', async () => {
    const page = await openHost({ media: first.stream });
    await until(() => isOn(page, 'camera'));
    expect(captured(page)).toEqual({ camera: true, microphone: true, source: first.stream });
    expect(part(page.host, 'camera-menu')).toBe(null);
  });

  it('goes live without a device, even when set in the same breath', async () => {
    const page = await openHost({ phase: 'waiting' });
    page.host.mediaSource = first.stream;
    await page.host.goLive();
    const sources = callsOf(page.room.av, 'capture').map(([choice]) => (choice as MediaChoice).source);
    expect(new Set(sources)).toEqual(new Set([first.stream]));
  });

  it('is what goes live when the page does not wait for the console', async () => {
    const room = scriptRoom({ phase: 'waiting' });
    const host = document.createElement('bigcast-host');
    Object.assign(host, { room: 'show', user: 'star', provider: room.provider, mediaSource: first.stream });
    document.body.append(host);
    const going = host.goLive();
    expect(part(host, 'next')).toBe(null);
    await going;
    const sources = callsOf(room.av, 'capture').map(([choice]) => (choice as MediaChoice).source);
    expect(new Set(sources)).toEqual(new Set([first.stream]));
    host.remove();
  });

  it('is replaced while live, and given back for devices', async () => {
    const page = await openHost({ phase: 'waiting', media: first.stream });
    await page.host.goLive();
    page.host.mediaSource = second.stream;
    await until(() => callsOf(page.room.av, 'capture').length === 2);
    expect(captured(page)).toEqual({ camera: true, microphone: false, source: second.stream });
    await until(() => (the(page.host, 'microphone-toggle') as HTMLButtonElement).disabled);
    page.host.mediaSource = null;
    await until(() => callsOf(page.room.av, 'capture').length === 3);
    expect(captured(page)).toEqual({ camera: true, microphone: true });
    expect(page.host.state.stage).toBe('playing');
  });

  it('is switched off and on like a device', async () => {
    const page = await openHost({ phase: 'waiting', media: first.stream });
    await until(() => isOn(page, 'microphone'));
    the(page.host, 'microphone-toggle').click();
    await until(() => !isOn(page, 'microphone'));
    expect(captured(page)).toEqual({ camera: true, microphone: false, source: first.stream });
  });
});
