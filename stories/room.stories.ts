// A room around elements of the kit, placed by the page.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/chat/define.js';
import '../src/components/room/define.js';
import '../src/components/stage/define.js';
import '../src/components/status/define.js';
import { scriptRoom, type RoomScript } from './support/with-room.js';

const meta: Meta<RoomScript> = {
  title: 'Room',
  component: 'bigcast-room',
  render: (script) => html`
    <bigcast-room room="premiere" user="me" .provider=${scriptRoom(script).provider}>
      <bigcast-stage></bigcast-stage>
      <bigcast-status></bigcast-status>
      <bigcast-chat style="block-size: 240px"></bigcast-chat>
    </bigcast-room>
  `,
};

export default meta;
type Story = StoryObj<RoomScript>;

export const PlacedByThePage: Story = { args: { startsIn: 600 } };
