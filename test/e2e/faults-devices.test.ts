// A camera that stops in the middle of the show: unplugged, or its permission taken back. The sound goes on, and the picture can come back.
import { describe, expect, it } from 'vitest';
import { openBoth, PROVIDERS } from './support/both.js';
import { Devtools } from './support/devtools.js';
import type { Actor, Play } from './support/play.js';

const both = openBoth({}, { plain: true });

async function onAir(play: Play): Promise<{ host: Actor; viewer: Actor }> {
  const host = await play.openHost();
  const viewer = await play.viewer('ana');
  expect(await host.call('goLive')).toBe('ok');
  await viewer.reaches({ view: 'video', stage: 'playing' });
  return { host, viewer };
}

/** What the host's devices give, as the element tells it. */
const mediaOf = (host: Actor) =>
  host.page.evaluate(() => {
    const media = document.querySelector('bigcast-host')!.state.media!;
    return { camera: media.camera, microphone: media.microphone, error: media.cameraError?.code };
  });

/** What a browser does to a track whose device is pulled out; no fake device can be. */
async function unplugCamera(host: Actor): Promise<void> {
  await host.page.evaluate(() => {
    const tracks = window.actor
      .allVideos()
      .flatMap(({ srcObject }) => (srcObject instanceof MediaStream ? srcObject.getVideoTracks() : []));
    for (const track of tracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
}

/** As a person does who has found the cable, or the padlock in the address bar. */
async function turnCameraOn(host: Actor): Promise<void> {
  await host.page.bringToFront();
  await host.page.getByRole('button', { name: 'Camera', exact: true, pressed: false }).click();
}

describe.each(PROVIDERS)('on %s', (provider) => {
  it('unplugged on air: said to the host, who stays on the stage, and video again with the camera', () =>
    both.play(provider, async (play) => {
      const { host, viewer } = await onAir(play);
      await unplugCamera(host);
      await expect.poll(() => mediaOf(host)).toEqual({ camera: false, microphone: true, error: 'camera-missing' });
      await host.page.getByText('No camera found').first().waitFor();
      await host.reaches({ phase: 'live', stage: 'playing' });
      await viewer.reaches({ phase: 'live', view: 'video', run: 1 });

      await turnCameraOn(host);
      await expect.poll(() => mediaOf(host)).toEqual({ camera: true, microphone: true, error: undefined });
      await viewer.page.bringToFront();
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
      await viewer.showsMovingPicture();
    }));

  it('permission taken back on air: said to the host with what to do, and the show goes on when it is given again', () =>
    both.play(provider, async (play) => {
      const { host, viewer } = await onAir(play);
      const tools = await Devtools.of(host.page);
      await tools.setPermission('camera', 'denied');
      await expect.poll(() => mediaOf(host)).toEqual({ camera: false, microphone: true, error: 'camera-denied' });
      await host.page.getByText('does not allow the camera').first().waitFor();
      await host.reaches({ phase: 'live', stage: 'playing' });

      await tools.setPermission('camera', 'granted');
      await turnCameraOn(host);
      await expect.poll(() => mediaOf(host)).toEqual({ camera: true, microphone: true, error: undefined });
      await viewer.page.bringToFront();
      await viewer.reaches({ view: 'video', stage: 'playing', run: 1 });
      await viewer.showsMovingPicture();
    }));
});
