// The embedded default: no server, no account. A room lives in one browser, between its tabs or within one page.
import type { Provider } from '../../ports/provider.js';
import { LocalAv } from './local-av.js';
import { LocalIm } from './local-im.js';

/** The host sends to every viewer by itself, and all of it runs on one machine: more than a handful is no fun. */
const AUDIENCE = 8;

/** Makes ports that meet others of the same browser and origin. */
export const localProvider: Provider = (context) => ({
  im: new LocalIm(context),
  av: new LocalAv(context),
  capabilities: { audience: AUDIENCE },
});
