// The stage half of the Tencent provider.
import type { AvPort } from '../../../ports/av-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import { TencentAv } from './tencent-av.js';

/** Loads nothing until `preload` or `enter` is called. */
export function createTencentAv(context: ProviderContext): AvPort {
  return new TencentAv(context);
}
