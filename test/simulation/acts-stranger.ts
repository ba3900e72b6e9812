// What a member may do who is not the owner: say anything at all, claim to be anything, and a lot of it.
import type { Command } from '../../src/core/index.js';
import type { Act } from './acts.js';
import type { World } from './world/world.js';

/** A member whose page is not ours. */
export const STRANGER = 'mallory';

function say(world: World, command: Command, id: string): void {
  world.tally.add(command.type === 'text' ? 'stranger’s text' : 'forged announcement');
  world.chat.show?.say({ id: STRANGER, name: 'star' }, command, id, command.type === 'text' ? 'normal' : 'high');
}

function forged(world: World, n: number): Command {
  const run = n % 4 === 3 ? undefined : world.dice.below(6);
  const at = n % 3 === 0 ? undefined : Math.floor(world.time.now / 1000) + world.dice.below(100);
  const types = ['enter', 'exit', 'host-left', 'host-back'] as const;
  const type = types[n % types.length]!;
  const known = { ...(run !== undefined && { run }), ...(at !== undefined && { at }) };
  return type === 'enter' ? { type, stage: n % 2 ? 'trap' : 'hall', ...known } : { type, ...known };
}

export const STRANGER_ACTS: Record<string, Act> = {
  forge: {
    weight: 6,
    words: (n) => `(a stranger) forges an announcement (${n % 4})`,
    run: (world, _, n) => say(world, forged(world, n), `f${world.dice.below(1e9)}`),
  },
  flood: {
    weight: 1,
    words: (n) => `(a stranger) says ${20 + (n % 50)} things at once`,
    run(world, _, n) {
      for (let i = 0; i < 20 + (n % 50); i++)
        say(world, { type: 'text', text: `flood ${i}` }, `x${world.dice.below(1e9)}`);
    },
  },
  steal: {
    weight: 2,
    words: () => '(a stranger) says something under the id of somebody else’s text',
    run(world, page) {
      const text = page.controller.state.timeline.find((message) => message.kind === 'text');
      if (text?.kind !== 'text' || text.from.id === STRANGER) return;
      say(world, { type: 'text', text: 'stolen' }, text.id.slice(text.from.id.length + 1));
    },
  },
  replay: {
    weight: 3,
    words: () => '(the network) brings an old announcement of the owner again',
    run(world, page) {
      const old = world.dice.pick(world.chat.show?.announced ?? [undefined]);
      const line = page.im?.line;
      if (!old || !line) return;
      world.tally.add('old announcement replayed');
      line.deliver({ type: 'command', ...old });
    },
  },
};
