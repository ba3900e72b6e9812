// The logins of a page, one for each application: rooms that use the same one share it.
import type { ProviderContext } from '../../../ports/provider.js';
import { Login } from './login.js';
import { loadChatSdk } from './sdk.js';

export class Logins {
  readonly #logins = new Map<number, Login>();

  /** The login to an application; its proxy and clock are those of who asks first. Without users it holds nothing. */
  of(appId: number, context: ProviderContext): Login {
    const login = this.#logins.get(appId) ?? new Login({ appId, context, loadSdk: loadChatSdk });
    this.#logins.set(appId, login);
    return login;
  }
}
