// The moments of a conversation.
import type { BigcastChat } from '../../src/components/classes.js';
import { MAX_TEXT_BYTES, type RoomErrorCode } from '../../src/core/index.js';
import type { RoomOwnerElement } from '../../src/components/shared/room-owner-element.js';
import { arrive, keepTalking, lineAt, talk } from './crowd.js';
import { refuse } from './moments.js';
import type { Moment } from './scripted.js';
import type { ScriptedRoom } from './with-room.js';

const NAMES = ['Ana', 'Ben', 'Cy', 'Dee', 'Eva'];
/** Lines that fill any window, so that there is something to scroll up to. */
const MANY = 60;

function conversation(room: ScriptedRoom): void {
  arrive(room, NAMES);
  talk(room, 6);
  room.hostSays('Five minutes. I can see you all in here, hello Lisbon!');
}

/** Said by the reader, and refused by the service. */
function refused(code: RoomErrorCode, text: string): Moment {
  return {
    prepare: (room) => refuse(room, 'send', code),
    async act(room, chat) {
      conversation(room);
      await chat.send(text).catch(() => undefined);
    },
  };
}

/** Something stands in the composer. */
function drafted(draft: string): Moment {
  return {
    act(room, chat) {
      conversation(room);
      (chat as BigcastChat).draft = draft;
    },
  };
}

/** The reader goes up to what was said before; others go on talking. */
async function scrollUp(room: ScriptedRoom, chat: RoomOwnerElement): Promise<void> {
  talk(room, MANY);
  const list = chat.renderRoot.querySelector<HTMLElement>('[part~=list]');
  while (list && chat.isConnected && list.scrollHeight <= list.clientHeight) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  list?.scrollBy({ top: -400 });
  await new Promise(requestAnimationFrame);
  keepTalking(room, 2);
}

/** The reader stops the conversation; others go on talking. */
async function pause(room: ScriptedRoom, chat: RoomOwnerElement): Promise<void> {
  conversation(room);
  const button = () => chat.renderRoot.querySelector<HTMLElement>('[part~=pause]');
  while (chat.isConnected && !button()) await new Promise(requestAnimationFrame);
  button()?.click();
  await new Promise(requestAnimationFrame);
  for (let index = 0; index < 2; index++) room.say(...lineAt(7 + index));
}

export const CHAT_MOMENTS = {
  notOpen: { script: { phase: 'none' } },
  empty: {},
  talking: { act: conversation },
  scrolledUp: { act: scrollUp },
  paused: { act: pause },
  failed: refused('network', 'Can anybody hear me?'),
  muted: refused('muted', 'Buy my book!'),
  roomMuted: refused('room-muted', 'When does it start?'),
  nearlyTooLong: drafted('la '.repeat(Math.floor((MAX_TEXT_BYTES * 0.95) / 3))),
  tooLong: drafted('la '.repeat(Math.ceil((MAX_TEXT_BYTES * 1.05) / 3))),
  own: {
    async act(room, chat) {
      conversation(room);
      await chat.send('Hello from Porto 👋');
      room.im.failNext('send', new Promise<never>(() => undefined));
      void chat.send('This one is still on its way').catch(() => undefined);
    },
  },
  overlay: { script: { phase: 'live' }, act: conversation },
  ended: {
    act(room) {
      conversation(room);
      room.im.signals.emit({ type: 'dismissed' });
    },
  },
} satisfies Record<string, Moment>;
