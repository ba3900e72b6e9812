// The Tencent provider keeps every promise of the ports: the real SDK against the emulator.
import { createTencentAvWorld } from '../support/tencent-av-world.js';
import { createTencentImWorld } from '../support/tencent-im-world.js';
import { describeAvPort } from './av-port.contract.js';
import { describeImPort } from './im-port.contract.js';

describeImPort('tencent', { world: () => createTencentImWorld() });
describeAvPort('tencent', { world: () => createTencentAvWorld() });
