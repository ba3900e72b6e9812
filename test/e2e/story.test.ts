// The main job on the embedded default, with everything that moves.
import { Theatre } from './support/play.js';
import { describeStory } from './support/story.js';

describeStory('local', () => Theatre.open({ moves: true }));
