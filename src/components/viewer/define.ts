// Registers <bigcast-viewer> and what its template uses.
import '../chat/define.js';
import '../stage/define.js';
import '../status/define.js';
import { define } from '../shared/define.js';
import { BigcastViewer } from './viewer.js';

define('bigcast-viewer', BigcastViewer);
