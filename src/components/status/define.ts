// Registers <bigcast-status>.
import { define } from '../shared/define.js';
import { BigcastStatus } from './status.js';

define('bigcast-status', BigcastStatus);
