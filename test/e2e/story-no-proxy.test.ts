// The main job as production runs it: no proxy attribute, and the SDKs ask the vendor's own hosts, which lead to an emulator here.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isVendorHost, startVendorHosts, type VendorHosts } from '../support/vendor-hosts.js';
import { Theatre } from './support/play.js';
import { serveCredentials } from './support/services.js';
import { tellWholeStory } from './support/story.js';

let vendor: VendorHosts;
let theatre: Theatre;
beforeAll(async () => {
  vendor = await startVendorHosts({ chat: { pollingIntervalMs: 50 } });
  theatre = await Theatre.openOn((origin) => serveCredentials(origin, vendor.emulator), vendor);
});
afterAll(() => theatre.close());

it('the whole story without im-proxy and av-proxy', async () => {
  await theatre.play(tellWholeStory);
  const hosts = new Set(vendor.requests.map(({ host }) => host));
  expect([...hosts].filter((host) => !isVendorHost(host))).toEqual([]);
  expect(hosts.size).toBeGreaterThan(2);
});
