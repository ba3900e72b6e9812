// A flood in a real page: what others say stays on the screen long enough to be read.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostileHouse } from './support/hostile.js';

let house: HostileHouse;
beforeAll(async () => {
  house = await HostileHouse.open();
});
afterAll(() => house.close());

/** How long anybody's message stays on the screen at least, in milliseconds, where a chat has twelve rows. */
const READABLE = 3_000;

it('one member at 1,000 messages a second pushes nobody’s words off the screen', () =>
  house.visit(async ({ page }) => {
    const { seen, heard, flooded } = await page.evaluate(async (seconds) => {
      await hostile.enter('chat');
      const fan = (number: number) => ({ id: `fan${number}`, name: `fan ${number}` });
      const stop = hostile.watchRows('fan');
      const began = performance.now();
      let said = 0;
      let flooded = 0;
      for (let passed = 0; passed < seconds * 1000; passed = performance.now() - began) {
        // By the clock: a busy machine catches up, as a service would.
        for (; flooded < passed; flooded++) hostile.say({ id: 'flood', name: 'Flood' }, `${flooded}`);
        for (; said < passed / 1000; said++) hostile.say(fan(said % 10), `words ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { seen: stop(), heard: said, flooded };
    }, 12);
    expect(flooded).toBeGreaterThan(10_000);
    expect(seen).toHaveLength(heard);
    // What was said first had its time; what was said last is still there.
    const gone = seen.filter((message) => message.gone);
    expect(gone.length).toBeGreaterThan(0);
    expect(Math.min(...gone.map(({ ms }) => ms))).toBeGreaterThanOrEqual(READABLE);
  }));
