// The chat in each of its states, on scripted rooms.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/components/chat/define.js';
import type { BigcastChat } from '../src/components/chat/chat.js';
import { RoomError } from '../src/core/index.js';
import { scriptRoom, type RoomScript, type ScriptedRoom } from './support/with-room.js';

interface Args extends RoomScript {
  readonly overlay?: boolean;
  readonly scheme?: 'light' | 'dark';
  /** What is said as soon as the reader is in. */
  readonly talk?: (room: ScriptedRoom, chat: BigcastChat) => void | Promise<void>;
}

const LINES = [
  ['Ana', 'Is it tonight?'],
  ['Ben Okafor', 'Yes! Doors at eight 🎉'],
  ['小林', '等不及了，第一次看她的现场直播。'],
  ['ليلى', 'مرحبا! كيف الحال؟'],
  ['Dee', 'First time here. I heard she plays the whole record front to back and then takes questions from the chat.'],
  ['Eva Lindström', 'she is here\nshe is HERE'],
] as const;

function talk(room: ScriptedRoom): void {
  for (const name of ['Ana', 'Ben', 'Cy', 'Dee', 'Eva']) {
    const person = { id: name.toLowerCase(), name };
    room.im.signals.emit({ type: 'joined', person, id: `joined-${name}`, at: Date.now() });
  }
  LINES.forEach(([name, text]) => room.say(name, text));
  room.hostSays('Five minutes. I can see you all in here, hello Lisbon!');
}

/** A crowd that goes on for as long as the chat is there. */
function crowd(room: ScriptedRoom, chat: BigcastChat, rate: number): void {
  let said = 0;
  const timer = setInterval(() => {
    if (!chat.isConnected) return clearInterval(timer);
    room.say(`Fan ${said % 23}`, `${LINES[said % LINES.length]![1]} (${++said})`);
  }, 1000 / rate);
}

/** Waits until the reader is in, then lets the others talk. */
async function start(chat: BigcastChat, room: ScriptedRoom, say: NonNullable<Args['talk']>): Promise<void> {
  await chat.updateComplete;
  const controller = chat.roomController!;
  await new Promise<void>((resolve) => {
    const look = () => controller.state.link === 'online' && resolve();
    controller.subscribe(look);
    look();
  });
  await say(room, chat);
}

const meta: Meta<Args> = {
  title: 'Chat',
  component: 'bigcast-chat',
  render: ({ overlay = false, scheme = 'light', talk: say = () => undefined, ...script }) => {
    const room = scriptRoom(script);
    const background = overlay ? 'linear-gradient(140deg, #b8743a, #8e2f4a 45%, #1d1418 80%)' : 'none';
    const begin = (chat?: Element) => chat && void start(chat as BigcastChat, room, say);
    return html`<div style="color-scheme: ${scheme}; inline-size: 360px; block-size: 600px; background: ${background}">
      <bigcast-chat
        room="show"
        user="robin"
        name="Robin"
        ?overlay=${overlay}
        .provider=${room.provider}
        ${ref(begin)}
      ></bigcast-chat>
    </div>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = {};

export const Talking: Story = { args: { talk } };

export const Busy: Story = { args: { talk: (room, chat) => crowd(room, chat, 40) } };

export const Failed: Story = {
  args: {
    talk: async (room, chat) => {
      talk(room);
      room.im.failNext('send', new RoomError('muted', 'Scripted.'));
      await chat.send('Can anybody hear me?').catch(() => undefined);
    },
  },
};

export const Ended: Story = {
  args: {
    talk: (room) => {
      talk(room);
      setTimeout(() => room.im.signals.emit({ type: 'dismissed' }), 300);
    },
  },
};

export const Held: Story = {
  args: {
    talk: (room, chat) => {
      for (let round = 0; round < 10; round++) talk(room);
      const list = () => chat.renderRoot.querySelector<HTMLElement>('[part="list"]')!;
      setTimeout(() => (list().scrollTop -= 400), 300);
      setTimeout(() => crowd(room, chat, 2), 400);
    },
  },
};

export const Dark: Story = { args: { talk, scheme: 'dark' } };

export const Overlay: Story = { args: { talk, overlay: true, phase: 'live' } };
