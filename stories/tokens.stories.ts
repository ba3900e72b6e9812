// Tokens, changed live and copied as CSS.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { define } from '../src/components/shared/define.js';
import { readable, sees, until } from './support/sees.js';
import { TokenEditor } from './support/token-editor.js';

define('token-editor', TokenEditor);

const meta: Meta = {
  title: 'Look/Tokens',
  tags: ['!autodocs'],
  render: () => html`<token-editor></token-editor>`,
};

export default meta;
type Story = StoryObj;

export const Tokens: Story = { play: sees('--bigcast-accent', '--bigcast-chat-gap', 'Starts in') };

/** What is typed into a field reaches the elements, and stands in the stylesheet. */
export const Changed: Story = {
  async play({ canvasElement }) {
    const editor = canvasElement.querySelector('token-editor')!;
    editor.set('--bigcast-accent', '#0a7d5a');
    editor.set('--bigcast-radius', '24px');
    await until(() => readable(canvasElement).includes('--bigcast-radius: 24px;'));
    await expect(editor.css).toBe(':root {\n  --bigcast-accent: #0a7d5a;\n  --bigcast-radius: 24px;\n}');
    const viewer = editor.renderRoot.querySelector('bigcast-viewer')!;
    await expect(getComputedStyle(viewer).borderRadius).toBe('24px');
  },
};
