// A whole room among hostile members: whatever they say, its state stays well formed, bounded and frozen, and the truth stays the owner's.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command, ImSignal, RoomState } from '../../../src/core/index.js';
import { TIMELINE_LIMIT } from '../../../src/core/chat/timeline.js';
import { profileOf, recordText, startRoom } from '../../support/core-room.js';
import { expectNothingPolluted, hostileNumber, hostileString, PATIENCE, runs } from './arbitraries.js';

const person = fc.record(
  {
    id: fc.oneof(fc.constantFrom('eve', 'mallory', 'Star', 'star ', 'star/1'), hostileString),
    name: hostileString,
    avatar: hostileString,
  },
  { requiredKeys: ['id', 'name'] },
) as fc.Arbitrary<{ id: string; name: string }>;
const stage = fc.oneof(fc.integer({ min: 1, max: 4_294_967_294 }), fc.constantFrom('evil', 'show'));
const command = fc.oneof(
  fc.record({ type: fc.constant('text'), text: hostileString }),
  fc.record(
    { type: fc.constant('enter'), stage, run: fc.nat(99), at: fc.nat(), in: fc.nat(3600) },
    { requiredKeys: ['type', 'stage'] },
  ),
  fc.record(
    { type: fc.constantFrom('exit', 'host-left', 'host-back'), run: fc.nat(99), at: fc.nat() },
    { requiredKeys: ['type'] },
  ),
) as fc.Arbitrary<Command>;
const signal = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('command'),
        from: person,
        command,
        id: hostileString,
        at: hostileNumber,
        seq: hostileNumber,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constantFrom('joined', 'left'), person, id: hostileString, at: hostileNumber }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('profile-changed'), record: hostileString }) },
  )
  // Whoever is the owner says what they like: that is another story.
  .filter((some) => !('from' in some) || some.from.id !== 'star') as fc.Arbitrary<ImSignal>;

function check(state: RoomState): void {
  const { timeline } = state;
  if (!Object.isFrozen(state) || timeline.length > TIMELINE_LIMIT) expect.fail(`${timeline.length} messages`);
  if (new Set(timeline.map(({ id }) => id)).size < timeline.length) expect.fail('One id twice.');
  for (const message of timeline) {
    const people = message.kind === 'text' ? [message.from] : message.people;
    for (const { name, avatar = '' } of people) {
      if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name) || name.length > 200 || avatar.length > 16_384) {
        expect.fail(JSON.stringify(name));
      }
    }
    if (message.kind === 'text' && Number.isNaN(new Date(message.at).getTime())) expect.fail(`at ${message.at}`);
  }
}

it('no stranger moves the room, breaks its state or makes it throw', PATIENCE, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(signal, { minLength: 1, maxLength: 40 }), async (signals) => {
      const { controller, im, clock } = await startRoom(profileOf(recordText('waiting', 3)));
      for (const some of signals) im.signals.emit(some);
      await clock.pass(150);
      check(controller.state);
      const { phase, run, stageId, owner, link, error } = controller.state;
      const forged = signals.filter((some) => some.type === 'command' && some.command.type !== 'text').length;
      expect([phase, run, stageId, owner, link, error]).toEqual(['waiting', 3, undefined, 'star', 'online', undefined]);
      expect(controller.state.dropped).toBe(forged);
      await controller.close();
    }),
    runs(0.02),
  );
  expectNothingPolluted();
});
