// The main job on the real SDKs, against an emulator of both services.
import { Theatre } from './support/play.js';
import { startEmulated } from './support/services.js';
import { describeStory } from './support/story.js';

describeStory('tencent', () => Theatre.openOn((origin) => startEmulated(origin)));
