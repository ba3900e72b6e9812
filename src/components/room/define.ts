// Registers <bigcast-room>.
import { define } from '../shared/define.js';
import { BigcastRoom } from './room.js';

define('bigcast-room', BigcastRoom);
