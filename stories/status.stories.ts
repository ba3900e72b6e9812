// The status: quiet while all is well, one sentence and one action when it is not.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/room/define.js';
import '../src/components/stage/define.js';
import '../src/components/status/define.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { MOMENTS } from './support/moments.js';
import { scripted } from './support/scripted.js';
import { sees } from './support/sees.js';

interface Args extends RoomArgs<keyof typeof MOMENTS> {
  /** The room's id. */
  readonly room?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Status',
  component: 'bigcast-status',
  argTypes: {
    ...elementControls('bigcast-status'),
    ...roomControls(MOMENTS),
    room: { control: 'text', description: 'The room’s id.', table: { category: 'scripted room' } },
  },
  args: { moment: 'waiting', room: 'premiere' },
  parameters: { frame: { inline: '720px' } },
  // A room nobody watches enters no stage: the one here is out of sight.
  render: ({ moment, room = 'premiere', ...wishes }) =>
    html`<bigcast-room room=${room} user="robin" ${scripted(MOMENTS[moment], wishes)}>
      <bigcast-status></bigcast-status>
      <bigcast-stage hidden></bigcast-stage>
    </bigcast-room>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Well: Story = { play: sees('Connected · Waiting') };
export const Live: Story = { args: { moment: 'live' }, play: sees('Connected · Live') };
export const Connecting: Story = { args: { moment: 'connecting' }, play: sees('Connecting…') };
export const NetworkLost: Story = { args: { moment: 'networkLost' }, play: sees('Connecting… · Live') };
export const NeverConnected: Story = {
  args: { moment: 'unreachable' },
  play: sees('The connection failed. We keep trying.'),
};
export const NotOpen: Story = { args: { moment: 'notOpen' }, play: sees('Not open yet') };
export const SignInRequired: Story = { args: { moment: 'signInRequired' }, play: sees('Sign in to join.') };
export const Banned: Story = { args: { moment: 'banned' }, play: sees('You cannot come into this room.') };
export const Kicked: Story = { args: { moment: 'kicked' }, play: sees('You came in somewhere else') };
export const LeftByChoice: Story = { args: { moment: 'left' }, play: sees('You left the room', 'Come back in') };
export const StageFailed: Story = {
  args: { moment: 'stageFailed' },
  play: sees('The video could not be opened. Try again.'),
};
export const Ended: Story = { args: { moment: 'ended' }, play: sees('Ended') };
/** What the page’s author sees when an attribute is wrong; the details say which, and what it must be. */
export const Misconfigured: Story = { args: { room: '' }, play: sees('This room has no valid id.') };
