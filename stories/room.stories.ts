// A room around elements of the kit, placed by the page.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/chat/define.js';
import '../src/components/room/define.js';
import '../src/components/stage/define.js';
import '../src/components/status/define.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { MOMENTS } from './support/moments.js';
import { POSTER } from './support/poster.js';
import { scripted } from './support/scripted.js';
import { sees } from './support/sees.js';
import './support/layouts.css';

type Args = RoomArgs<keyof typeof MOMENTS>;

const meta: Meta<Args> = {
  title: 'Elements/Room',
  component: 'bigcast-room',
  argTypes: { ...elementControls('bigcast-room'), ...roomControls(MOMENTS) },
  args: { moment: 'countdown' },
  render: ({ moment, ...wishes }) =>
    html`<bigcast-room room="premiere" user="robin" ${scripted(MOMENTS[moment], wishes)}>
      <div class="own-layout">
        <bigcast-status></bigcast-status>
        <bigcast-chat></bigcast-chat>
        <bigcast-stage heading="An evening with new songs"><img slot="poster" alt="" src=${POSTER} /></bigcast-stage>
      </div>
    </bigcast-room>`,
};

export default meta;
type Story = StoryObj<Args>;

/** Chat on the left, because this page wants it so. */
export const OwnLayout: Story = { play: sees('Starts in', 'Two minutes, promise', 'Connected') };

export const OwnLayoutLive: Story = { args: { moment: 'live' }, play: sees('Live', 'Can you hear me?') };

/** The page's CSS follows the room by its reflected attributes: here the chat stands aside once there is a picture. */
export const StyledByPhase: Story = {
  args: { moment: 'live' },
  render: ({ moment, ...wishes }) =>
    html`<bigcast-room class="by-phase" room="premiere" user="robin" ${scripted(MOMENTS[moment], wishes)}>
      <p class="line while-waiting">Doors are open. Say hello!</p>
      <p class="line while-live">She is on. Enjoy the show!</p>
      <bigcast-stage></bigcast-stage>
      <bigcast-chat></bigcast-chat>
    </bigcast-room>`,
  play: sees('She is on.'),
};

/** An element of your own: it listens to the room's events and reads `room.state`. */
export const OwnElement: Story = {
  args: { moment: 'live' },
  render: ({ moment, ...wishes }) => {
    const follow = ({ currentTarget }: Event) => {
      const room = currentTarget as HTMLElementTagNameMap['bigcast-room'];
      room.querySelector('output')!.textContent = `${room.state.phase}: ${room.state.members} people`;
    };
    return html`<bigcast-room
      room="premiere"
      user="robin"
      @bigcast-phase=${follow}
      @bigcast-message=${follow}
      ${scripted(MOMENTS[moment], wishes)}
    >
      <p class="line">The room is <output>…</output></p>
      <bigcast-stage></bigcast-stage>
    </bigcast-room>`;
  },
  play: sees('The room is live: 1204 people'),
};
