// The chat half of the Tencent provider.
import type { ImPort } from '../../../ports/im-port.js';
import type { ProviderContext } from '../../../ports/provider.js';
import { Logins } from './logins.js';
import { loadChatSdk } from './sdk.js';
import { TencentIm } from './tencent-im.js';

/** Makes chat ports that share a login where they use the same application. */
export function createTencentIms(): (context: ProviderContext) => ImPort {
  const logins = new Logins();
  return (context) => {
    // While the credentials are on their way. What fails is asked for again, and told, when somebody logs in.
    void loadChatSdk().catch(() => undefined);
    return new TencentIm(context, logins);
  };
}
