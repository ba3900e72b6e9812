// The chat half of the Tencent provider.
import type { ImPort } from '../../../ports/im-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import { Logins } from './logins.js';
import { TencentIm } from './tencent-im.js';

/** Makes chat ports that share a login where they use the same application. */
export function createTencentIms(): (context: ProviderContext) => ImPort {
  const logins = new Logins();
  return (context) => new TencentIm(context, logins);
}
