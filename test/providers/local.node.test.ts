// Where there is no browser the local provider can be loaded and made, and says clearly what is missing.
import { describe, expect, it } from 'vitest';
import { localProvider } from '../../src/core/providers/local/index.js';
import { systemClock } from '../../src/core/support/clock.js';
import { refusalOf } from '../support/refusal.js';

const ports = () =>
  localProvider({
    room: 'r',
    settings: {},
    credentials: async () => ({ userId: 'ana' }),
    clock: systemClock,
    random: Math.random,
    ids: () => 'id',
  });

describe('the local provider outside a browser', () => {
  it('refuses the chat with a reason, and closes', async () => {
    const { im } = ports();
    expect(await refusalOf(im.connect({ userId: 'ana' }))).toBe('storage-unavailable');
    expect(await refusalOf(im.joinRoom('r'))).toBe('not-joined');
    await im.close();
  });

  it('refuses the stage with a reason, and closes', async () => {
    const { av, capabilities } = ports();
    expect(capabilities.audience).toBeGreaterThan(0);
    expect(await refusalOf(av.enter('r', 'audience', 'ana'))).toBe('unsupported-browser');
    expect(await av.capture({ camera: true, microphone: false })).toMatchObject({
      cameraError: { code: 'media-missing' },
    });
    expect(await av.devices()).toEqual([]);
    await av.preload();
    await av.close();
  });
});
