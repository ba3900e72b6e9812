// Three complete themes, each a plain stylesheet of public tokens and parts.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { define } from '../src/components/shared/define.js';
import { SEVERAL_ROOMS } from './support/frame.js';
import { sees } from './support/sees.js';
import { ThemeSample } from './support/theme-sample.js';
import bright from './themes/bright.css?raw';
import cinema from './themes/cinema.css?raw';
import corporate from './themes/corporate.css?raw';

interface Args {
  readonly theme: string;
}

define('theme-sample', ThemeSample);

const meta: Meta<Args> = {
  title: 'Look/Themes',
  tags: ['!autodocs'],
  argTypes: { theme: { control: 'text', description: 'The stylesheet: change it here.' } },
  parameters: SEVERAL_ROOMS,
  render: ({ theme }) => html`<theme-sample .theme=${theme}></theme-sample>`,
  play: sees('Can you hear me?', 'Starts in', 'Go live'),
};

export default meta;
type Story = StoryObj<Args>;

export const Bright: Story = { args: { theme: bright }, parameters: { frame: { scheme: 'light' } } };

export const Cinema: Story = { args: { theme: cinema }, parameters: { frame: { scheme: 'dark' } } };

export const Corporate: Story = { args: { theme: corporate }, parameters: { frame: { scheme: 'light' } } };

/** The kit as it comes. */
export const House: Story = { args: { theme: '' } };
