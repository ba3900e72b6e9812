// On the real SDKs: an element whose page gives it what cannot work.
import { describeMisuse } from './support/misuse.js';
import { Theatre } from './support/play.js';
import { startEmulated } from './support/services.js';

describeMisuse('tencent', () => Theatre.openOn((origin) => startEmulated(origin)), [
  ['credentials from nowhere', { credentials: '' }, 'invalid-credentials'],
  ['credentials from no URL', { credentials: 'http://' }, 'invalid-credentials'],
  ['an app id that is no number', { 'sdk-app-id': 'bigcast' }, 'invalid-sdk-app-id'],
  ['a chat proxy over http', { 'im-proxy': 'https://im.example.com' }, 'invalid-proxy'],
  ['a stage proxy without a scheme', { 'av-proxy': 'av.example.com' }, 'invalid-proxy'],
  ['a number for ENTER that is taken', { 'enter-action': '2' }, 'invalid-enter-action'],
]);
