// One import for everything: registers all elements and gives their classes.
import './chat/define.js';
import './host/define.js';
import './room/define.js';
import './stage/define.js';
import './status/define.js';
import './viewer/define.js';

export * from './classes.js';
