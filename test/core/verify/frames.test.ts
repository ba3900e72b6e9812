// What went over a socket gets the name that it has on the wire.
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { partOf, readFrame } from '../../../verify/frames.js';

const chat = (body: object) => JSON.stringify({ head: { servcmd: 'svc.join', seq: 1 }, body });

it.each([
  ['wss://1400000001w4c.my-imcloud.com/binfo?x=1', 'chat'],
  ['wss://wss.im.qcloud.com/info', 'chat'],
  ['wss://signal.rtc.qq.com/v2/ws?sdkAppId=1', 'stage'],
  ['wss://example.com/socket', 'other'],
])('%s is of the %s', (url, part) => expect(partOf(new URL(url))).toBe(part));

it('chat: the command, and the code of a refusal', () => {
  expect(readFrame('chat', 'received', Buffer.from(chat({ ErrorCode: 0 }))).command).toBe('svc.join');
  expect(readFrame('chat', 'received', chat({ ErrorCode: 10010 })).command).toBe('svc.join, code 10010');
});

it('chat: compressed answers', () => {
  const payload = Buffer.concat([Buffer.from('COMP'), deflateSync(chat({ ErrorCode: 0, x: 1 }))]);
  expect(readFrame('chat', 'received', payload)).toEqual({
    part: 'chat',
    direction: 'received',
    command: 'svc.join',
    value: { head: { servcmd: 'svc.join', seq: 1 }, body: { ErrorCode: 0, x: 1 } },
  });
});

it('stage: names for what has only a number', () => {
  const command = (frame: object) => readFrame('stage', 'received', JSON.stringify(frame)).command;
  expect(command({ cmd: 20, code: 0 })).toBe('20 (reply to join/v2)');
  expect(command({ cmd: 19, code: 70001 })).toBe('19 (push setup), code 70001');
  expect(command({ cmd: 9999, code: 0 })).toBe('9999 (no name)');
  expect(readFrame('stage', 'sent', '{"cmd":"join/v2"}').command).toBe('join/v2');
});

it.each(['{ half a fr', Buffer.from('COMPnonsense'), ''])('what is no JSON is told as that', (payload) => {
  expect(readFrame('chat', 'received', payload)).toMatchObject({ command: '(no JSON)', value: undefined });
});
