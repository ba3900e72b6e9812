// The whole show, from waiting to ended, by itself.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { define } from '../src/components/shared/define.js';
import { SEVERAL_ROOMS } from './support/frame.js';
import { readable, sees, until } from './support/sees.js';
import { ShowPlayer } from './support/show-player.js';

interface Args {
  readonly speed: number;
}

define('show-player', ShowPlayer);

const meta: Meta<Args> = {
  title: 'The show/From waiting to ended',
  tags: ['!autodocs'],
  argTypes: { speed: { control: { type: 'range', min: 0.5, max: 8, step: 0.5 } } },
  args: { speed: 1 },
  parameters: SEVERAL_ROOMS,
  render: ({ speed }) => html`<show-player speed=${speed}></show-player>`,
};

export default meta;
type Story = StoryObj<Args>;

export const WholeShow: Story = { play: sees('People gather and chat', 'Starts in', 'Hello everybody') };

/** The same in a hurry, to the end. */
export const InAHurry: Story = {
  args: { speed: 6 },
  async play({ canvasElement }) {
    for (const words of [
      'is about to go live',
      'watching',
      'Be right back',
      'Five minutes, stay here!',
      'That was it',
    ]) {
      await until(() => readable(canvasElement).includes(words));
      await expect(readable(canvasElement)).toContain(words);
    }
  },
};
