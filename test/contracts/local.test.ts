// The local provider keeps every promise of the ports.
import { createLocalAvWorld, createLocalImWorld, joinFromLocalPage } from '../support/local-world.js';
import { describeAvPort } from './av-port.contract.js';
import { describeImPort } from './im-port.contract.js';

describeImPort('local', { world: createLocalImWorld, joinElsewhere: joinFromLocalPage });
describeAvPort('local', { world: createLocalAvWorld });
