// The main job with the codec that production asks for.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Theatre } from './support/play.js';
import { startEmulated, type EmulatedServices } from './support/services.js';
import { tellWholeStory } from './support/story.js';

let theatre: Theatre<EmulatedServices>;
beforeAll(async () => {
  theatre = await Theatre.openOn((origin) => startEmulated(origin, { emulator: { stage: { codec: 'h264' } } }));
});
afterAll(() => theatre.close());

it('the whole story in H.264', () => theatre.play(tellWholeStory));

it('what a viewer decodes is H.264', () =>
  theatre.play(async (play) => {
    const host = await play.openHost();
    const viewer = await play.viewer('ana', {}, async (page) => {
      await page.addInitScript(() => {
        const connections: RTCPeerConnection[] = [];
        const Real = RTCPeerConnection;
        window.RTCPeerConnection = class extends Real {
          constructor(configuration?: RTCConfiguration) {
            super(configuration);
            connections.push(this);
          }
        };
        Object.assign(window, { connections });
      });
    });
    expect(await host.call('goLive')).toBe('ok');
    await viewer.reaches({ view: 'video' });
    await viewer.showsMovingPicture();
    const codecs = await viewer.page.evaluate(async () => {
      const { connections } = window as unknown as { connections: RTCPeerConnection[] };
      const found = new Set<string>();
      for (const connection of connections) {
        const stats = await connection.getStats();
        stats.forEach((one: Record<string, unknown>) => {
          if (one['type'] !== 'inbound-rtp' || one['kind'] !== 'video' || !one['framesDecoded']) return;
          found.add((stats.get(String(one['codecId'])) as { mimeType: string }).mimeType);
        });
      }
      return [...found];
    });
    expect(codecs).toEqual(['video/H264']);
  }));
