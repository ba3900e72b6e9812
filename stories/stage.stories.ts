// The stage alone, at each moment of a show.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/components/room/define.js';
import '../src/components/stage/define.js';
import { POSTER, roomAt, type MomentName } from './support/show.js';

interface Args {
  readonly moment: MomentName;
  readonly heading?: string;
  readonly poster?: boolean;
}

const meta: Meta<Args> = {
  title: 'Stage',
  component: 'bigcast-stage',
  render: ({ moment, heading = '', poster = false }) => html`
    <bigcast-room room="premiere" user="me" .provider=${roomAt(moment).provider}>
      <bigcast-stage heading=${heading}>
        ${poster ? html`<img slot="poster" alt="" src=${POSTER} />` : nothing}
      </bigcast-stage>
    </bigcast-room>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Waiting: Story = { args: { moment: 'waiting', heading: 'An evening with new songs', poster: true } };
export const Countdown: Story = { args: { moment: 'countdown', heading: 'An evening with new songs' } };
export const AnyMoment: Story = { args: { moment: 'anyMoment' } };
export const Arriving: Story = { args: { moment: 'arriving' } };
export const Opening: Story = { args: { moment: 'opening' } };
export const Playing: Story = { args: { moment: 'live' } };
export const Away: Story = { args: { moment: 'away' } };
export const SoundBlocked: Story = { args: { moment: 'soundBlocked' } };
export const Failed: Story = { args: { moment: 'failed' } };
export const Ended: Story = { args: { moment: 'ended' } };
