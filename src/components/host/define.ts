// Registers <bigcast-host> and what its template uses.
import '../chat/define.js';
import '../status/define.js';
import { define } from '../shared/define.js';
import { BigcastHost } from './host.js';

define('bigcast-host', BigcastHost);
