// What every story shares: accessibility violations count, controls come from the elements' manifest, and each stands in a frame.
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import '../src/components/index.js';
import { FRAME_GLOBALS, withFrame } from '../stories/support/frame.js';
import { MANIFEST } from '../stories/support/manifest.js';
import { theme } from './theme.js';

setCustomElementsManifest(MANIFEST);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withFrame],
  globalTypes: FRAME_GLOBALS,
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' }, // a story may bring rules of its own: see SEVERAL_ROOMS
    controls: { sort: 'requiredFirst' },
    docs: { theme, source: { excludeDecorators: true } },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Getting started',
            'Elements',
            'Theming',
            'Languages',
            'Events and methods',
            'Frameworks and editors',
            'Going to production on Tencent Cloud',
            'How it stays right',
            'Moving from iLiveSDK',
            'Troubleshooting',
          ],
          'The show',
          'Elements',
          ['Viewer', 'Host', 'Room', 'Chat', 'Stage', 'Status'],
          'Look',
        ],
      },
    },
  },
};

export default preview;
