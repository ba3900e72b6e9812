// The faults over HTTP: all that the program can do to the emulator, a page can, from this machine only.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Body, type Client, World } from './support/client.js';
import { StageWorld } from './support/stage-client.js';

let world: World;
let ana: Client;
beforeEach(async () => {
  world = await World.start();
  ana = await world.enter('ana');
});
afterEach(() => world.close());

async function order(body: unknown, headers: Record<string, string> = {}, method = 'POST', port = world.emulator.port) {
  const init = method === 'POST' ? { body: JSON.stringify(body) } : {};
  const response = await fetch(`http://127.0.0.1:${port}/__faults`, { method, headers, ...init });
  return [response.status, (await response.json()) as Body] as const;
}
const affected = (count: number) => [200, { affected: count }] as const;
const codeOfHello = async () => (await ana.request('im_open_status.wshello'))['ErrorCode'];

it('plants, acts and clears', async () => {
  expect(await order({ fault: { on: 'request', do: 'error', code: 10016, times: 'always' } })).toEqual([
    200,
    { id: 1 },
  ]);
  expect(await codeOfHello()).toBe(10016);
  expect(await order(undefined, {}, 'DELETE')).toEqual([200, {}]);
  expect(await codeOfHello()).toBe(0);
  await ana.request('create_group', { GroupId: 'room', Type: 'AVChatRoom', Name: 'Room' });
  expect(await order({ action: { action: 'dismiss', group: 'room' } })).toEqual(affected(1));
  expect(world.emulator.chat.group('room')).toBeUndefined();
});

it('spoils media, and repairs them: of one user, of all', async () => {
  const impair = (user?: string) => order({ action: { action: 'impair', loss: 1, ...(user && { user }) } });
  for (const user of ['ana', 'ben', undefined]) expect(await impair(user)).toEqual(affected(1));
  expect(await order({ action: { action: 'repair', user: 'ana' } })).toEqual(affected(1));
  expect(await order({ action: { action: 'repair' } })).toEqual(affected(2));
  expect(await order({ action: { action: 'repair' } })).toEqual(affected(0));
});

it.each([
  ...(['drop', 'duplicate', 'kill', 'freeze'] as const).map((what) => ({ on: 'request', do: what })),
  ...(['drop', 'duplicate', 'reorder', 'kill'] as const).flatMap((what) =>
    ['response', 'push'].map((on) => ({ on, do: what })),
  ),
  ...(['drop', 'duplicate', 'reorder'] as const).map((what) => ({ on: 'delivery', do: what })),
  ...['request', 'response', 'push', 'delivery'].map((on) => ({ on, do: 'delay', ms: 5 })),
  { on: 'request', do: 'error', code: 7 },
])('takes %j for either half', async (fault) => {
  for (const part of ['chat', 'stage'])
    expect(await order({ fault: { ...fault, part, user: 'nobody', group: 'nowhere' } })).toEqual([
      200,
      { id: expect.any(Number) as number },
    ]);
});

it.each([
  ['kill-socket', 1, 1],
  ['cut-off', 1, 1],
  ['black-hole', 1, 1],
  ['freeze', 1, 1],
  ['thaw', 1, 1],
  ['expire-signature', 1, 1],
  ['kick', 1, 1],
  ['ban', 1, 1],
  ['dismiss', 1, 1],
  ['impair', 0, 1],
] as const)('%s strikes the half that is meant', async (action, onChat, onStage) => {
  const stage = await StageWorld.start();
  try {
    await stage.enter('ana');
    await ana.request('create_group', { GroupId: 'stage', Type: 'AVChatRoom', Name: 'Room' });
    const strike = (part: string, port: number) =>
      order({ action: { part, action, user: 'ana', group: 'stage', loss: 1 } }, {}, 'POST', port);
    expect(await strike('chat', world.emulator.port)).toEqual(affected(onChat));
    expect(await strike('stage', stage.emulator.port)).toEqual(affected(onStage));
  } finally {
    await stage.close();
  }
});

it.each([
  [{ on: 'full moon' }],
  [{}],
  [{ on: 'request', do: 'reorder' }],
  [{ on: 'delivery', do: 'kill' }],
  [{ on: 'request', do: 'error' }],
  [{ on: 'response', do: 'delay' }],
  [{ on: 'delivery', do: 'delay', ms: '500' }],
  [{ on: 'toString', do: 'call' }],
])('refuses a rule that would do nothing: %j', async (fault) => {
  expect((await order({ fault }))[0]).toBe(400);
});

it.each([[{ action: 'explode' }], [{}], [{ action: 'toString' }]])('refuses an action: %j', async (action) => {
  expect((await order({ action }))[0]).toBe(400);
});

it('refuses pages from elsewhere', async () => {
  const mend = { action: { action: 'mend' } };
  expect((await order(mend, { origin: 'https://example.com' }))[0]).toBe(403);
  expect((await order(mend, { origin: 'http://localhost:5173' }))[0]).toBe(200);
});

it('a path that nobody knows is named once', async () => {
  const ask = () => fetch(`http://127.0.0.1:${world.emulator.port}/v9/new?x=1`);
  expect([(await ask()).status, (await ask()).status]).toEqual([404, 404]);
  expect(world.emulator.unknownCommands).toEqual(['http: GET /v9/new']);
  expect(world.warnings).toEqual(['emulator: unknown path, answered with 404: http: GET /v9/new']);
});
