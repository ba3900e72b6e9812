// Tencent's services behind our ports: @tencentcloud/chat for the room, trtc-sdk-v5 for the stage. Both are loaded when first used.
import type { Provider } from '../../ports/provider.js';
import { createTencentAv } from './av/index.js';
import { createTencentIms } from './im/index.js';

/** Most people on a stage in the scene `live`. Source: the vendor's limits. */
const AUDIENCE = 100_000;

/** A provider whose rooms share what a page may have only once: the login to each application. */
export function createTencentProvider(): Provider {
  const createIm = createTencentIms();
  return (context) => ({
    im: createIm(context),
    av: createTencentAv(context),
    capabilities: { audience: AUDIENCE },
  });
}

export const tencentProvider = createTencentProvider();
