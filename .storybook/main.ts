// Storybook: the elements' stories and guide, without telemetry and without asking anybody for updates.
import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // For the browsers that the elements are for: older ones would get `light-dark()` in a form that takes no turns.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, target: 'esnext', cssTarget: 'chrome130' } }),
};

export default config;
