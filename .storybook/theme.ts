// How Storybook itself looks: as quiet as the kit, light or dark as the system.
import { create } from 'storybook/theming/create';

const isDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;

const LIGHT = {
  base: 'light',
  appBg: '#f7f4f1',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#e6e0da',
  colorPrimary: '#b8371b',
  colorSecondary: '#b8371b',
  textColor: '#2b231d',
  textMutedColor: '#635850',
  barBg: '#ffffff',
  barTextColor: '#635850',
  barSelectedColor: '#b8371b',
  barHoverColor: '#b8371b',
} as const;

const DARK = {
  base: 'dark',
  appBg: '#1a1613',
  appContentBg: '#211c19',
  appPreviewBg: '#211c19',
  appBorderColor: '#3a322c',
  colorPrimary: '#ff9d7e',
  colorSecondary: '#ff9d7e',
  textColor: '#f3ede8',
  textMutedColor: '#b8ada4',
  textInverseColor: '#211c19',
  barBg: '#211c19',
  barTextColor: '#b8ada4',
  barSelectedColor: '#ff9d7e',
  barHoverColor: '#ff9d7e',
  inputBg: '#2b2521',
} as const;

export const theme = create({
  ...(isDark ? DARK : LIGHT),
  brandTitle: 'bigcast',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  appBorderRadius: 8,
});
