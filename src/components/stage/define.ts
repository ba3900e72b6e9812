// Registers <bigcast-stage>.
import { define } from '../shared/define.js';
import { BigcastStage } from './stage.js';

define('bigcast-stage', BigcastStage);
