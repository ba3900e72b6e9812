// Plants each known mistake and counts how many schedules it takes until a rule is broken.
import { bundleSimulation, loadSimulation, SHORT_TIMELINE } from './bundle.mjs';
import { MUTATIONS } from './mutations.mjs';

const BATCH = 100;

/**
 * @param {{ seed: number, most: number, bounds: { viewers: number, steps: number } }} options
 */
export async function findMutations({ seed, most, bounds }) {
  const found = [];
  const sound = loadSimulation(await bundleSimulation());
  const isKnown = (schedule) => sound.play(schedule).violation !== undefined;
  for (const { name, changes } of MUTATIONS) {
    const simulation = loadSimulation(await bundleSimulation({ changes: [SHORT_TIMELINE, ...changes] }));
    let schedules = 0;
    let violation;
    for (let batch = 0; schedules < most && !violation; batch++) {
      const result = simulation.findFirst(seed + batch, BATCH, bounds, isKnown);
      schedules += result.schedules;
      violation = result.violation;
    }
    found.push({ name, schedules, violation });
  }
  return found;
}
