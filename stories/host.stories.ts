// The host's console at each moment of a show.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/host/define.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { HOST_MOMENTS } from './support/host-moments.js';
import { scripted } from './support/scripted.js';
import { sees } from './support/sees.js';

interface Args extends RoomArgs<keyof typeof HOST_MOMENTS> {
  readonly countdown?: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Host',
  component: 'bigcast-host',
  argTypes: {
    ...elementControls('bigcast-host'),
    ...roomControls(HOST_MOMENTS),
    countdown: { control: { type: 'number', min: 0, max: 60 } },
  },
  args: { moment: 'ready', countdown: 3 },
  parameters: { frame: { inline: '1080px', block: '700px' } },
  render: ({ moment, countdown = 3, ...wishes }) =>
    html`<bigcast-host
      style="block-size: 100%"
      room="premiere"
      user="star"
      name="Mira Chen"
      countdown=${countdown}
      ${scripted(HOST_MOMENTS[moment], wishes)}
    ></bigcast-host>`,
};

export default meta;
type Story = StoryObj<Args>;

const PHONE = { frame: { inline: '390px', block: '900px' } };

export const NotOpen: Story = { args: { moment: 'notOpen' }, play: sees('Open the room', 'Nobody sees you yet.') };

/** The room is open. Where the browser has not allowed the devices before, nobody has asked for them yet. */
export const Waiting: Story = {
  args: { moment: 'waiting' },
  play: sees('Go live', 'Viewers see the chat'),
};

export const Ready: Story = { play: sees('Off air', 'Go live', 'Studio camera') };

export const ReadyNarrow: Story = { parameters: PHONE, play: sees('Off air', 'Go live') };

export const CountingDown: Story = { args: { moment: 'countdown' }, play: sees('Stand by', 'Cancel', 'the countdown') };

export const OnAir: Story = { args: { moment: 'onAir' }, play: sees('Step off', 'Viewers see you') };

export const OnAirNarrow: Story = { args: { moment: 'onAir' }, parameters: PHONE, play: sees('Step off') };

export const OnAirAndBusy: Story = {
  tags: ['!autodocs'],
  args: { moment: 'onAir', rate: 40, members: 250_000 },
  play: sees('249,999 watching'),
};

export const CameraOff: Story = { args: { moment: 'cameraOff' }, play: sees('that your camera is off') };

/** The record is written, the message that says so is not through yet: latecomers see the stage, the others a little late. */
export const NotAnnounced: Story = {
  args: { moment: 'notAnnounced' },
  play: sees('The audience may hear of this a little late.'),
};

export const SteppedOff: Story = { args: { moment: 'steppedOff' }, play: sees('Go live', 'Viewers see the chat') };

export const EndQuestion: Story = {
  args: { moment: 'endQuestion' },
  play: sees('End the show for everybody?', 'Keep going'),
};

export const Ended: Story = { args: { moment: 'ended' }, play: sees('That was it', 'The room is closed.') };

/** Reloaded, or crashed, while live. */
export const ResumeOffer: Story = {
  args: { moment: 'resume' },
  play: sees('Back on stage', 'Step off', 'Your audience still waits for you'),
};

export const Taken: Story = { args: { moment: 'taken' }, play: sees('This room belongs to somebody else.') };

export const KickedByAnotherTab: Story = { args: { moment: 'kicked' }, play: sees('Use here instead') };

export const DevicesDenied: Story = {
  args: { moment: 'devicesDenied' },
  play: sees('does not allow the camera', 'does not allow the microphone'),
};

export const CameraDenied: Story = { args: { moment: 'cameraDenied' }, play: sees('does not allow the camera') };

export const CameraMissing: Story = { args: { moment: 'cameraMissing' }, play: sees('No camera found.') };

export const CameraInUse: Story = { args: { moment: 'cameraInUse' }, play: sees('Another program uses the camera.') };

export const MicrophoneDenied: Story = {
  args: { moment: 'microphoneDenied' },
  play: sees('does not allow the microphone'),
};

export const MicrophoneMissing: Story = { args: { moment: 'microphoneMissing' }, play: sees('No microphone found.') };

export const StageFailed: Story = { args: { moment: 'stageFailed' }, play: sees('The video could not be opened.') };

export const Chinese: Story = {
  args: { moment: 'onAir' },
  parameters: { frame: { inline: '1080px', block: '700px', lang: 'zh-CN' } },
  play: sees('观众看到 你', '暂时下播'),
};

export const Dark: Story = {
  args: { moment: 'onAir' },
  parameters: { frame: { inline: '1080px', block: '700px', scheme: 'dark' } },
  play: sees('Step off'),
};
