// The chat in each of its states, on scripted rooms.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { expect, fireEvent } from 'storybook/test';
import '../src/components/chat/define.js';
import { CHAT_MOMENTS } from './support/chat-moments.js';
import { elementControls, roomControls, type RoomArgs } from './support/controls.js';
import { scripted } from './support/scripted.js';
import { partOf, readable, sees, until, hasPart } from './support/sees.js';

interface Args extends RoomArgs<keyof typeof CHAT_MOMENTS> {
  readonly overlay?: boolean;
  /** What a page of yours would refuse; those messages stay in the composer. */
  readonly forbidden?: string;
}

const BEHIND_OVERLAY = {
  blockSize: '100%',
  background: 'linear-gradient(140deg, #b8743a, #8e2f4a 45%, #1d1418 80%)',
};

const meta: Meta<Args> = {
  title: 'Elements/Chat',
  component: 'bigcast-chat',
  argTypes: {
    ...elementControls('bigcast-chat'),
    ...roomControls(CHAT_MOMENTS),
    forbidden: { control: 'text', table: { category: 'scripted room' } },
  },
  args: { moment: 'talking', overlay: false },
  parameters: { frame: { inline: '380px', block: '600px' } },
  render: ({ moment, overlay = false, forbidden, ...wishes }) => {
    const chat = html`<bigcast-chat
      room="premiere"
      user="robin"
      name="Robin"
      ?overlay=${overlay}
      @bigcast-intent=${(event: HTMLElementEventMap['bigcast-intent']) => {
        const { intent } = event;
        if (forbidden && intent.type === 'send-text' && intent.text.includes(forbidden)) event.preventDefault();
      }}
      ${scripted(CHAT_MOMENTS[moment], wishes)}
    ></bigcast-chat>`;
    return overlay ? html`<div style=${styleMap(BEHIND_OVERLAY)}>${chat}</div>` : chat;
  },
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = { args: { moment: 'empty' }, play: sees('Nobody has said anything yet. Be the first.') };

export const NotOpen: Story = { args: { moment: 'notOpen' }, play: sees('The chat opens with the room') };

export const Talking: Story = { play: sees('Ana, Ben, Cy, and 2 more joined', 'Five minutes.', 'Host') };

/** Forty messages a second, as many as the service lets through: the list keeps up, and the page stays quick. */
export const Busy: Story = {
  tags: ['!autodocs'],
  args: { moment: 'empty', rate: 40 },
  play: sees('Omar', 'Greetings from Haifa'),
};

/** More than any service delivers. */
export const Flood: Story = { tags: ['!autodocs'], args: { moment: 'empty', rate: 200 }, play: sees('Omar 2') };

/** While the reader is scrolled up nothing moves; what comes is counted. */
export const ScrolledUp: Story = { args: { moment: 'scrolledUp' }, play: sees('2 new') };

/** Stopped by the reader: nothing moves and nothing is read out until it goes on, with the newest. */
export const Paused: Story = { args: { moment: 'paused' }, play: sees('Go on with the conversation', '2 new') };

/** What is on its way is paler until the service has it. */
export const OwnMessages: Story = {
  args: { moment: 'own' },
  play: sees('Hello from Porto 👋', 'This one is still on its way'),
};

export const Failed: Story = {
  args: { moment: 'failed' },
  play: sees('Can anybody hear me?', 'Not sent. The connection failed.', 'Retry', 'Delete'),
};

/** The retry of a failed message goes through. */
export const FailedThenRetried: Story = {
  args: { moment: 'failed' },
  async play({ canvasElement }) {
    (await partOf(canvasElement, 'retry')).click();
    // Those who listen may still hear that it was not sent.
    await until(() => !hasPart(canvasElement, 'failure'));
    await expect(hasPart(canvasElement, 'failure')).toBe(false);
    await expect(readable(canvasElement)).toContain('Can anybody hear me?');
  },
};

export const Muted: Story = { args: { moment: 'muted' }, play: sees('Not sent. You are muted here') };

export const EverybodyMuted: Story = { args: { moment: 'roomMuted' }, play: sees('Only the host can write just now.') };

export const NearlyTooLong: Story = { args: { moment: 'nearlyTooLong' }, play: sees('/ 8,192') };

export const TooLong: Story = { args: { moment: 'tooLong' }, play: sees('Too long:', 'of 8,192 bytes') };

/**
 * While an input method composes (Chinese, Japanese, Korean…), Enter chooses a word and sends nothing; the next Enter sends.
 */
export const InputMethod: Story = {
  args: { moment: 'empty' },
  async play({ canvasElement }) {
    const field = (await partOf(canvasElement, 'input')) as HTMLTextAreaElement;
    await until(() => !field.disabled);
    await fireEvent.input(field, { target: { value: '你好' } });
    await fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    await expect(field).toHaveValue('你好');
    await fireEvent.keyDown(field, { key: 'Enter' });
    await until(() => field.value === '');
    await expect(field).toHaveValue('');
    await sees('你好')({ canvasElement });
  },
};

/** The page said no: what was written stays in the composer. */
export const VetoedByThePage: Story = {
  args: { moment: 'talking', forbidden: 'spoiler' },
  async play({ canvasElement }) {
    const field = (await partOf(canvasElement, 'input')) as HTMLTextAreaElement;
    await until(() => !field.disabled);
    await fireEvent.input(field, { target: { value: 'a spoiler: she sings it' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await expect(field).toHaveValue('a spoiler: she sings it');
  },
};

export const Ended: Story = { args: { moment: 'ended' }, play: sees('The chat is closed', 'Five minutes.') };

export const Overlay: Story = { args: { moment: 'overlay', overlay: true }, play: sees('Five minutes.') };

export const RightToLeft: Story = {
  parameters: { frame: { inline: '380px', block: '600px', dir: 'rtl' } },
  play: sees('مرحبا'),
};

export const Slim: Story = { parameters: { frame: { inline: '280px', block: '560px' } }, play: sees('Five minutes.') };

export const Dark: Story = {
  parameters: { frame: { inline: '380px', block: '600px', scheme: 'dark' } },
  play: sees('Five minutes.'),
};
