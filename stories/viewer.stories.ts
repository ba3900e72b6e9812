// The viewer at each moment of a show.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/components/viewer/define.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { MOMENTS } from './support/moments.js';
import { POSTER } from './support/poster.js';
import { scripted } from './support/scripted.js';
import { sees } from './support/sees.js';

interface Args extends RoomArgs<keyof typeof MOMENTS> {
  readonly heading?: string;
  readonly name?: string;
  readonly poster?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Viewer',
  component: 'bigcast-viewer',
  argTypes: {
    ...elementControls('bigcast-viewer'),
    ...roomControls(MOMENTS),
    heading: { control: 'text' },
    name: { control: 'text' },
    poster: {
      control: 'boolean',
      description: 'Whether there is an image in the slot `poster`.',
      table: { category: 'scripted room' },
    },
  },
  args: { moment: 'waiting', heading: 'An evening with new songs', name: 'Robin', poster: true },
  parameters: { frame: { block: '640px' } },
  render: ({ moment, heading, name, poster, ...wishes }) =>
    html`<bigcast-viewer
      room="premiere"
      user="robin"
      name=${ifDefined(name)}
      heading=${ifDefined(heading || undefined)}
      ${scripted(MOMENTS[moment], wishes)}
      >${poster ? html`<img slot="poster" alt="" src=${POSTER} />` : nothing}</bigcast-viewer
    >`,
};

export default meta;
type Story = StoryObj<Args>;

const PHONE = { frame: { inline: '390px', block: '760px' } };

export const Waiting: Story = { play: sees('Waiting for Mira Chen', '1,203 waiting', 'Two minutes, promise') };

/** Before anybody has said a word. */
export const Silent: Story = {
  args: { moment: 'silent' },
  play: sees('Waiting for Mira Chen', 'Nobody has said anything yet. Be the first.'),
};

export const Countdown: Story = { args: { moment: 'countdown' }, play: sees('Starts in', '1:02:') };

export const CountdownNarrow: Story = { ...Countdown, parameters: PHONE };

export const AnyMomentNow: Story = { args: { moment: 'anyMoment' }, play: sees('Any moment now') };

export const WithoutPoster: Story = { args: { moment: 'countdown', poster: false }, play: sees('Starts in') };

/** The last seconds: everybody is on the stage already, the picture comes at zero. */
export const Arriving: Story = { args: { moment: 'arriving' }, play: sees('Mira Chen is about to go live') };

export const Opening: Story = { args: { moment: 'opening' }, play: sees('Mira Chen is here. Opening the stage…') };

export const LiveWide: Story = { args: { moment: 'live' }, play: sees('Live', '1,203 watching', 'Can you hear me?') };

export const LiveNarrow: Story = {
  args: { moment: 'live' },
  parameters: PHONE,
  play: sees('Live', 'Can you hear me?'),
};

/** Forty messages a second is what the service lets through to a room. */
export const LiveAndBusy: Story = {
  // Not among a dozen others on one page.
  tags: ['!autodocs'],
  args: { moment: 'live', rate: 40, members: 12_000 },
  play: sees('11,999 watching'),
};

/** The browser holds the sound back until somebody taps. */
export const TapForSound: Story = { args: { moment: 'soundBlocked' }, parameters: PHONE, play: sees('Tap for sound') };

export const Away: Story = { args: { moment: 'away' }, play: sees('Be right back') };

export const CameraOff: Story = { args: { moment: 'cameraOff' }, play: sees('Sound only from Mira Chen right now') };

export const Ended: Story = { args: { moment: 'ended' }, play: sees('That was it', 'The chat is closed') };

/** Somebody who comes when all is over. */
export const EndedBefore: Story = { args: { moment: 'endedBefore' }, play: sees('That was it') };

export const NotOpen: Story = { args: { moment: 'notOpen' }, play: sees('The room is not open yet') };

export const Connecting: Story = { args: { moment: 'connecting' }, play: sees('Coming in…') };

export const SignInRequired: Story = { args: { moment: 'signInRequired' }, play: sees('Sign in to join.') };

export const KickedByAnotherTab: Story = {
  args: { moment: 'kicked' },
  play: sees('You came in somewhere else', 'Use here instead'),
};

export const Banned: Story = { args: { moment: 'banned' }, play: sees('You cannot come into this room.') };

/** Put out in the middle of the show: the conversation stays readable. */
export const RemovedWhileLive: Story = { args: { moment: 'removed' }, play: sees('You cannot come into this room.') };

export const LeftByChoice: Story = { args: { moment: 'left' }, play: sees('You left the room', 'Come back in') };

/** The chat service is gone for a moment; the picture goes on. */
export const NetworkLost: Story = { args: { moment: 'networkLost' }, play: sees('Connecting… · Live') };

export const NeverConnected: Story = {
  args: { moment: 'unreachable' },
  play: sees('The connection failed. We keep trying.'),
};

export const StageFailed: Story = {
  args: { moment: 'stageFailed' },
  play: sees('The video could not be opened. The chat goes on.', 'Try again'),
};

export const NoVideoInThisBrowser: Story = {
  args: { moment: 'unsupported' },
  play: sees('This browser cannot show live video'),
};

export const Chinese: Story = {
  args: { moment: 'countdown', heading: '新歌之夜' },
  parameters: { frame: { ...PHONE.frame, lang: 'zh-CN' } },
  play: sees('距开始', '新歌之夜'),
};

export const RightToLeft: Story = {
  args: { moment: 'live' },
  parameters: { frame: { block: '640px', dir: 'rtl' } },
  play: sees('مرحبا'),
};

export const Dark: Story = {
  args: { moment: 'countdown' },
  parameters: { frame: { block: '640px', scheme: 'dark' } },
  play: sees('Starts in'),
};
