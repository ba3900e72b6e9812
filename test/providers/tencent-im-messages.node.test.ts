// What the chat SDK delivers, in our words: shapes as the SDK 3.6 gives them, and such as nobody should send.
import { describe, expect, it } from 'vitest';
import { changesCount, newMessage, roomOf, signalsOf } from '../../src/core/providers/tencent/im/messages.js';
import type { Chat, SdkMessage } from '../../src/core/providers/tencent/im/sdk.js';
import { createCodec } from '../../src/core/protocol/codec.js';

const codec = createCodec();
const EAR = { room: 'premiere', self: 'me', codec };

const message = (fields: Partial<SdkMessage>): SdkMessage => ({
  ID: '144115-1790000000-7',
  type: 'TIMTextElem',
  conversationType: 'GROUP',
  from: 'ana',
  to: 'premiere',
  nick: 'Ana',
  avatar: '',
  time: 1_790_000_000,
  sequence: 12,
  cloudCustomData: '{"id":"m1"}',
  payload: { text: 'hello' },
  ...fields,
});
const tip = (payload: object) => message({ type: 'TIMGroupTipElem', from: '@TIM#SYSTEM', nick: '', payload });
const notice = (operationType: unknown, groupID: unknown = 'premiere') =>
  message({
    type: 'TIMGroupSystemNoticeElem',
    conversationType: '@TIM#SYSTEM',
    to: 'me',
    payload: { operationType, groupProfile: { groupID } },
  });
const heard = (one: SdkMessage) => signalsOf(one, EAR);

describe('a message', () => {
  const said = {
    type: 'command',
    from: { id: 'ana', name: 'Ana' },
    command: { type: 'text', text: 'hello' },
    id: 'm1',
    at: 1_790_000_000_000,
    seq: 12,
  };

  it('is a command, with the sender’s id for it and the service’s word for the sender', () => {
    expect(heard(message({}))).toEqual([said]);
    expect(heard(message({ nick: '', avatar: 'https://a.test/a.png' }))).toEqual([
      { ...said, from: { id: 'ana', name: 'ana', avatar: 'https://a.test/a.png' } },
    ]);
  });

  it.each([
    ['none', ''],
    ['text that is no JSON', 'hello'],
    ['another application’s', '{"messageFeature":{}}'],
    ['no text', '{"id":7}'],
    ['nothing', '{"id":""}'],
    ['a list', '["m1"]'],
    ['null', 'null'],
    ['a very long one', JSON.stringify({ id: 'x'.repeat(129) })],
  ])('has the SDK’s id where the sender’s is %s', (_, cloudCustomData) => {
    expect(heard(message({ cloudCustomData }))).toEqual([{ ...said, id: '144115-1790000000-7' }]);
  });

  it('in the legacy format is one of our commands', () => {
    const payload = { data: '{"userAction":2100,"actionParam":"10086"}', description: '', extension: '' };
    expect(heard(message({ type: 'TIMCustomElem', payload }))).toMatchObject([
      { command: { type: 'enter', stage: 10_086 } },
    ]);
  });

  it.each([
    ['one’s own', { from: 'me' }],
    ['without words', { payload: { text: '' } }],
    ['whose words are none', { payload: { text: { evil: true } } }],
    ['without a payload', { payload: undefined }],
    ['of a kind that is not ours', { type: 'TIMFaceElem', payload: { index: 1, data: '' } }],
    ['custom, but nobody’s', { type: 'TIMCustomElem', payload: { data: '{"like":1}' } }],
    ['custom, without data', { type: 'TIMCustomElem', payload: null }],
  ])('%s is nothing', (_, fields) => expect(heard(message(fields))).toEqual([]));
});

describe('a tip', () => {
  it('of a changed profile carries the record', () => {
    expect(heard(tip({ operationType: 6, newGroupProfile: { introduction: '{"v":1}' } }))).toEqual([
      { type: 'profile-changed', record: '{"v":1}' },
    ]);
    expect(heard(tip({ operationType: 6, newGroupProfile: { introduction: '' } }))).toEqual([
      { type: 'profile-changed', record: '' },
    ]);
    expect(heard(tip({ operationType: 6, newGroupProfile: { notification: 'Soon' } }))).toEqual([]);
    expect(heard(tip({ operationType: 6 }))).toEqual([]);
  });

  it.each([
    [1, 'joined'],
    [2, 'left'],
    [3, 'left'],
    [10, 'left'],
  ])('with operation %d: somebody has %s, with an id of their own', (operationType, type) => {
    const userIDList = ['bea', 'cem'];
    const memberList = [{ userID: 'bea', nick: 'Bea', avatar: 'https://a.test/b.png' }];
    expect(heard(tip({ operationType, userIDList, memberList }))).toEqual([
      {
        type,
        person: { id: 'bea', name: 'Bea', avatar: 'https://a.test/b.png' },
        id: '144115-1790000000-7/bea',
        at: 1_790_000_000_000,
      },
      { type, person: { id: 'cem', name: 'cem' }, id: '144115-1790000000-7/cem', at: 1_790_000_000_000 },
    ]);
  });

  it('of one’s own coming and going is nothing', () => {
    for (const operationType of [1, 2]) expect(heard(tip({ operationType, userIDList: ['me'] }))).toEqual([]);
  });

  it('that one was put out is being thrown out', () => {
    expect(heard(tip({ operationType: 10, userIDList: ['bea', 'me'] }))).toEqual([{ type: 'kicked', code: 'banned' }]);
    expect(heard(tip({ operationType: 3, userIDList: ['me'] }))).toEqual([{ type: 'kicked', code: 'kicked' }]);
  });

  it.each([{ operationType: 7 }, { operationType: 99 }, {}, { operationType: 1, userIDList: 'bea' }])(
    'that says nothing to us is nothing: %j',
    (payload) => expect(heard(tip(payload))).toEqual([]),
  );

  it('changes how many there are, unless it is of the profile', () => {
    expect([1, 2, 3, 10, 6].map((operationType) => changesCount(tip({ operationType })))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(changesCount(message({}))).toBe(false);
  });
});

describe('a notice', () => {
  it.each([
    [5, [{ type: 'dismissed' }]],
    [4, [{ type: 'kicked', code: 'kicked' }]],
    [10, [{ type: 'kicked', code: 'banned' }]],
    [21, [{ type: 'kicked', code: 'banned' }]],
    [7, []],
    [undefined, []],
  ])('of kind %s', (operationType, signals) => expect(heard(notice(operationType))).toEqual(signals));

  it('is about the room it names; anything else about where it was said', () => {
    expect(roomOf(notice(5))).toBe('premiere');
    expect(roomOf(notice(5, 7))).toBeUndefined();
    expect(roomOf(message({}))).toBe('premiere');
    expect(roomOf(message({ conversationType: 'C2C' }))).toBeUndefined();
  });
});

describe('what we say', () => {
  /** Gives back what the SDK was asked to make. */
  const chat = {
    createTextMessage: (asked: object) => ({ text: asked }),
    createCustomMessage: (asked: object) => ({ custom: asked }),
  } as unknown as Chat;
  const common = { to: 'premiere', conversationType: 'GROUP', cloudCustomData: '{"id":"m1"}' };

  it.each([
    ['high', 'High'],
    ['normal', 'Normal'],
    ['low', 'Low'],
  ] as const)('has %s priority as %s', (priority, expected) => {
    const options = { id: 'm1', priority };
    expect(newMessage(chat, 'premiere', { codec, command: { type: 'text', text: 'hi' }, options })).toEqual({
      text: { ...common, priority: expected, payload: { text: 'hi' } },
    });
  });

  it('as a command has exactly the two keys that legacy clients take; all else travels beside them', () => {
    const command = { type: 'enter', stage: 'show', run: 3 } as const;
    expect(newMessage(chat, 'premiere', { codec, command, options: { id: 'm1', priority: 'high' } })).toEqual({
      custom: {
        ...common,
        priority: 'High',
        payload: {
          data: '{"userAction":2100,"actionParam":"show"}',
          description: '',
          extension: '{"stage":"show","run":3}',
        },
      },
    });
  });
});
