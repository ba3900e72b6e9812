// The stage alone, at each moment of a show.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/components/room/define.js';
import '../src/components/stage/define.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { MOMENTS } from './support/moments.js';
import { POSTER } from './support/poster.js';
import { scripted } from './support/scripted.js';
import { sees } from './support/sees.js';

interface Args extends RoomArgs<keyof typeof MOMENTS> {
  readonly heading?: string;
  readonly poster?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Stage',
  component: 'bigcast-stage',
  argTypes: {
    ...elementControls('bigcast-stage'),
    ...roomControls(MOMENTS),
    heading: { control: 'text' },
    poster: { control: 'boolean', table: { category: 'scripted room' } },
  },
  args: { moment: 'countdown', heading: 'An evening with new songs', poster: false },
  parameters: { frame: { inline: '860px' } },
  render: ({ moment, heading, poster = false, ...wishes }) =>
    html`<bigcast-room room="premiere" user="robin" ${scripted(MOMENTS[moment], wishes)}>
      <bigcast-stage heading=${ifDefined(heading || undefined)}
        >${poster ? html`<img slot="poster" alt="" src=${POSTER} />` : nothing}</bigcast-stage
      >
    </bigcast-room>`,
};

export default meta;
type Story = StoryObj<Args>;

export const Connecting: Story = { args: { moment: 'connecting' }, play: sees('Coming in…') };
export const NotOpen: Story = { args: { moment: 'notOpen' }, play: sees('The room is not open yet') };
export const Waiting: Story = { args: { moment: 'waiting', poster: true }, play: sees('Waiting for Mira Chen') };
export const Countdown: Story = { play: sees('Starts in', '1:02:') };
export const CountdownOfDays: Story = { args: { startsIn: 200_000 }, play: sees('2 days') };
export const AnyMomentNow: Story = { args: { moment: 'anyMoment' }, play: sees('Any moment now') };
export const Arriving: Story = { args: { moment: 'arriving' }, play: sees('Mira Chen is about to go live') };
export const Opening: Story = { args: { moment: 'opening' }, play: sees('Opening the stage…') };
export const Playing: Story = { args: { moment: 'live' }, play: sees('Live', '1,203 watching') };
export const TapForSound: Story = { args: { moment: 'soundBlocked' }, play: sees('Tap for sound') };
export const Away: Story = { args: { moment: 'away' }, play: sees('Be right back') };
export const CameraOff: Story = { args: { moment: 'cameraOff' }, play: sees('Sound only from Mira Chen right now') };
export const Failed: Story = {
  args: { moment: 'stageFailed' },
  play: sees('The video could not be opened. The chat goes on.', 'Try again'),
};
export const Kicked: Story = { args: { moment: 'kicked' }, play: sees('An evening with new songs') };
export const Ended: Story = { args: { moment: 'ended' }, play: sees('That was it', '1,203 people were here') };
export const Slim: Story = { parameters: { frame: { inline: '280px' } }, play: sees('Starts in') };
