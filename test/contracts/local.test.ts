// The local provider keeps every promise of the ports.
import { createLocalAvWorld, createLocalImWorld } from '../support/local-world.js';
import { describeAvPort } from './av-port.contract.js';
import { describeImPort } from './im-port.contract.js';

describeImPort('local', { world: createLocalImWorld });
describeAvPort('local', { world: createLocalAvWorld });
