// The status: quiet while all is well, one sentence and one action when it is not.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/room/define.js';
import '../src/components/status/define.js';
import { roomAt, type MomentName } from './support/show.js';

interface Args {
  readonly moment: MomentName;
  /** The room's id. */
  readonly room?: string;
}

const meta: Meta<Args> = {
  title: 'Status',
  component: 'bigcast-status',
  render: ({ moment, room = 'premiere' }) => html`
    <bigcast-room room=${room} user="me" .provider=${roomAt(moment).provider}
      ><bigcast-status></bigcast-status
    ></bigcast-room>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Well: Story = { args: { moment: 'waiting' } };
export const NotOpen: Story = { args: { moment: 'notOpen' } };
export const Kicked: Story = { args: { moment: 'kicked' } };
export const Misconfigured: Story = { args: { moment: 'waiting', room: '' } };
