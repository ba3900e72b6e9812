// The viewer at each moment of a show.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../src/components/viewer/define.js';
import { nextFrame, POSTER, roomAt, when, type MomentName } from './support/show.js';
import { scriptRoom } from './support/with-room.js';

interface Args {
  readonly moment: MomentName;
  readonly width?: string;
  readonly poster?: boolean;
  readonly lang?: string;
}

const meta: Meta<Args> = {
  title: 'Viewer',
  component: 'bigcast-viewer',
  render: ({ moment, width = '100%', poster = false, lang = 'en' }) => html`
    <bigcast-viewer
      style=${styleMap({ inlineSize: width, blockSize: '640px' })}
      room="premiere"
      user="me"
      lang=${lang}
      .provider=${roomAt(moment).provider}
    >
      ${poster ? html`<img slot="poster" alt="" src=${POSTER} />` : nothing}
    </bigcast-viewer>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Waiting: Story = { args: { moment: 'waiting', poster: true } };
export const Countdown: Story = { args: { moment: 'countdown' } };
export const Arriving: Story = { args: { moment: 'arriving' } };
export const Opening: Story = { args: { moment: 'opening' } };
export const LiveWide: Story = { args: { moment: 'live' } };
export const LiveNarrow: Story = { args: { moment: 'live', width: '390px' } };
export const Away: Story = { args: { moment: 'away' } };
export const CameraOff: Story = { args: { moment: 'cameraOff' } };
export const SoundBlocked: Story = { args: { moment: 'soundBlocked', width: '390px' } };
export const Failed: Story = { args: { moment: 'failed' } };
export const Ended: Story = { args: { moment: 'ended' } };
export const NotOpen: Story = { args: { moment: 'notOpen' } };
export const Kicked: Story = { args: { moment: 'kicked' } };
export const Chinese: Story = { args: { moment: 'countdown', width: '390px', lang: 'zh-CN' } };

/** Waiting, 3 2 1, live, away, back, and the end. */
export const WholeStory: Story = {
  args: { moment: 'waiting' },
  async play({ canvasElement }) {
    const viewer = canvasElement.querySelector('bigcast-viewer')!;
    const room = scriptRoom();
    viewer.provider = room.provider;
    const after = async (seconds: number, act: () => void) => {
      const at = performance.now() + seconds * 1000;
      await when(() => performance.now() > at);
      act();
      await nextFrame();
    };
    await after(2, () => room.say('Ana', 'Hello everybody!'));
    await after(2, () => room.im.hear('star', { type: 'enter', stage: 'stage', run: 1, in: 3 }, { name: 'Mira Chen' }));
    await after(3, () => room.av.play());
    await after(5, () => room.av.stop());
    await after(3, () => room.av.play());
    await after(4, () => room.declare('ended'));
  },
};
