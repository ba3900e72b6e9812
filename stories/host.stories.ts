// The host's console in each of its states, on scripted rooms.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/host/define.js';
import type { BigcastHost } from '../src/components/host/host.js';
import { RoomError } from '../src/core/index.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from './support/with-room.js';

interface Args extends RoomScript {
  readonly user?: string;
  readonly countdown?: number;
  /** What is set up before the host comes. */
  readonly prepare?: (room: ScriptedRoom) => void;
}

const meta: Meta<Args> = {
  title: 'Host',
  component: 'bigcast-host',
  render: ({ user = 'star', countdown = 3, prepare, ...script }) => {
    const room = scriptRoom(script);
    prepare?.(room);
    return html`<bigcast-host
      style="block-size: 640px"
      room="show"
      user=${user}
      countdown=${countdown}
      .provider=${room.provider}
    ></bigcast-host>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

const hostIn = (canvas: HTMLElement) => canvas.querySelector<BigcastHost>('bigcast-host')!;

export const NotOpen: Story = { args: { phase: 'none' } };

export const Waiting: Story = { args: { phase: 'waiting' } };

export const CountingDown: Story = {
  args: { phase: 'waiting' },
  // Settles only at zero, or when it is cancelled.
  play: ({ canvasElement }) => void hostIn(canvasElement).goLive({ countdown: 60 }),
};

export const OnAir: Story = {
  args: { phase: 'waiting' },
  play: ({ canvasElement }) => hostIn(canvasElement).goLive(),
};

export const BackAfterReload: Story = { args: { phase: 'live' } };

export const CameraDenied: Story = {
  args: {
    phase: 'waiting',
    prepare: ({ av }) => {
      const cameraError = new RoomError('camera-denied', 'Scripted.');
      av.captured = { camera: false, microphone: true, cameraError };
    },
  },
  play: ({ canvasElement }) => hostIn(canvasElement).goLive(),
};

export const SomebodyElses: Story = { args: { phase: 'live', user: 'ana' } };
