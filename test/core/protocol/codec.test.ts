import { describe, expect, it } from 'vitest';
import { createCodec, DEFAULT_ENTER_ACTION, type Wire } from '../../../src/core/protocol/codec.js';
import type { Command } from '../../../src/core/protocol/commands.js';

const codec = createCodec();
const custom = (data: unknown, extension: unknown = ''): Wire => ({
  kind: 'custom',
  data: typeof data === 'string' ? data : JSON.stringify(data),
  description: '',
  extension: typeof extension === 'string' ? extension : JSON.stringify(extension),
});

describe('what is sent', () => {
  it('announces the stage with exactly the two legacy keys, and its extras in the extension', () => {
    expect(codec.encode({ type: 'enter', stage: 10086, run: 3, at: 1790000000, in: 2.5 })).toEqual({
      kind: 'custom',
      data: '{"userAction":2100,"actionParam":"10086"}',
      description: '',
      extension: '{"stage":10086,"run":3,"at":1790000000,"in":2.5}',
    });
  });

  it('ends the room with iLiveSDK’s number 2 and an empty string', () => {
    expect(codec.encode({ type: 'exit' })).toEqual({
      kind: 'custom',
      data: '{"userAction":2,"actionParam":""}',
      description: '',
      extension: '',
    });
  });

  it('says talk as plain text', () => {
    expect(codec.encode({ type: 'text', text: '你好' })).toEqual({ kind: 'text', text: '你好' });
  });

  it('uses the configured number for ENTER', () => {
    expect(createCodec(2200).encode({ type: 'enter', stage: 'a' })).toMatchObject({
      data: '{"userAction":2200,"actionParam":"a"}',
    });
  });

  const COMMANDS: Command[] = [
    { type: 'text', text: 'hello' },
    { type: 'enter', stage: 10086, run: 3, at: 5, in: 3 },
    { type: 'enter', stage: '10086', run: 1 },
    { type: 'exit', run: 2, at: 7 },
    { type: 'host-left', run: 2 },
    { type: 'host-back' },
  ];
  it.each(COMMANDS)('reads back what it wrote: $type', (command) => {
    expect(codec.decode(codec.encode(command))).toEqual(command);
  });
});

describe('what legacy clients send', () => {
  it.each([
    ['a decimal param is a numeric stage', { userAction: 2100, actionParam: '10086' }, { type: 'enter', stage: 10086 }],
    ['an action as text', { userAction: '2', actionParam: '' }, { type: 'exit' }],
    ['a missing param', { userAction: 4 }, { type: 'host-left' }],
    [
      'a word is a string stage',
      { userAction: DEFAULT_ENTER_ACTION, actionParam: 'hall' },
      { type: 'enter', stage: 'hall' },
    ],
  ])('%s', (_, data, command) => {
    expect(codec.decode(custom(data))).toEqual(command);
  });

  it.each([
    ['no JSON', '{'],
    ['an array', '[2]'],
    ['null', 'null'],
    ['an unknown number', { userAction: 1793, actionParam: '' }],
    ['an action in an array', { userAction: [2], actionParam: '' }],
    ['ENTER without a stage', { userAction: 2100, actionParam: '' }],
    ['stage 0', { userAction: 2100, actionParam: '0' }],
    ['a stage beyond 32 bits', { userAction: 2100, actionParam: '4294967295' }],
    ['more than the service carries', `{"userAction":2,"actionParam":"${'x'.repeat(13_000)}"}`],
  ])('ignores %s', (_, data) => {
    expect(codec.decode(custom(data))).toBeUndefined();
  });

  it.each([
    ['a run that is no count', { stage: 'a', run: -1 }, { type: 'enter', stage: 'a' }],
    ['a countdown of a day', { stage: 'a', in: 86400 }, { type: 'enter', stage: 'a' }],
    ['an extension that is no JSON', 'Notification', { type: 'enter', stage: 7 }],
  ])('keeps the command but not %s', (_, extension, command) => {
    expect(codec.decode(custom({ userAction: 2100, actionParam: '7' }, extension))).toEqual(command);
  });

  it('refuses a stage in the extension that is none, rather than guessing', () => {
    expect(codec.decode(custom({ userAction: 2100, actionParam: '7' }, { stage: {} }))).toBeUndefined();
  });
});
