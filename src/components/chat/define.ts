// Registers <bigcast-chat>.
import { define } from '../shared/define.js';
import { BigcastChat } from './chat.js';

define('bigcast-chat', BigcastChat);
