// `npm run verify:tencent` proved here, where there is no service: an emulator stands in for it, as it is and with something planted.
import { beforeAll, expect, inject, it } from 'vitest';
import type { EmulatorOptions } from '../../emulator/index.js';
import type { Performance } from '../../verify/perform.js';
import { reportOf, summaryLines } from '../../verify/report.js';
import { judge, takeOnService, takeReferences, type Verification, type VerifyOptions } from '../../verify/verify.js';
import { startVendorHosts, type VendorHosts } from '../support/vendor-hosts.js';
import { startAlteringFront, type Alter } from './support/altering-front.js';

const MINUTES = 60_000;
const APP = { sdkAppId: 1_400_000_077, secretKey: 'a key that nobody may see' } as const;
/** Where the chat SDK turns when its first host is slow, as a busy machine's is. */
const FALLBACK = 'wss://wss.im.qcloud.com';
const REPORT_FACTS = { startedAt: new Date(0), sdks: {} };

let references: readonly Performance[];

beforeAll(async () => {
  references = await takeReferences(options());
  expect(references.flatMap(({ outcomes }) => outcomes).filter(({ result }) => result !== 'passed')).toEqual([]);
}, 8 * MINUTES);

function options(more: Partial<VerifyOptions> = {}): VerifyOptions {
  const nothing = () => undefined;
  return {
    app: APP,
    site: { url: inject('pages') },
    signal: new AbortController().signal,
    begin: nothing,
    done: nothing,
    ...more,
  };
}

interface Setting {
  readonly alter?: Alter;
  readonly plant?: (vendor: VendorHosts) => void;
  readonly trace?: NonNullable<EmulatorOptions['trace']>;
  readonly options?: Partial<VerifyOptions>;
}

interface Verified extends Verification {
  /** Whether the emulator still has the room afterwards. */
  readonly roomIsLeft: boolean;
}

/** Verifies an emulator that stands in for the service. */
async function verified({ alter = (text) => text, plant, trace, options: more }: Setting = {}): Promise<Verified> {
  const vendor = await startVendorHosts({ ...APP, ...(trace && { trace }) });
  plant?.(vendor);
  const front = await startAlteringFront(vendor, alter);
  try {
    const service = await takeOnService(options({ ...more, serviceFlags: front.flags }));
    return { ...judge(references, service), roomIsLeft: vendor.emulator.chat.group(service.room) !== undefined };
  } finally {
    await front.close();
    await vendor.close();
  }
}

/** Whoever leaves at the same moment as another may have closed the line before that is said. */
const PEER_LEFT = 'stage received 4135';

/** What became of each point of the service's run, in short. */
function resultsOf({ service }: Verification): readonly string[] {
  return service!.outcomes.map(({ result }) => result);
}

/** Frames have signatures and words in them; what is told and written has not. */
function tellsNothingSecret(verification: Verification): void {
  const told = [JSON.stringify(reportOf(verification, REPORT_FACTS)), ...summaryLines(verification)].join('\n');
  const frames = JSON.stringify(verification.service!.frames);
  // How signatures begin, and a word that was said.
  for (const secret of ['"eJ', 'welcome']) {
    expect(frames).toContain(secret);
    expect(told).not.toContain(secret);
  }
  expect(frames + told).not.toContain(APP.secretKey);
}

it(
  'a service like the emulator but for one field of one answer: every point passes, that is told, and nothing else and nothing secret',
  async () => {
    const seen = new Set<string>();
    const trace: Setting['trace'] = ({ part, direction, frame }) => {
      const { head, cmd } = frame as { readonly head?: { readonly servcmd: string }; readonly cmd?: string | number };
      seen.add(`${part} ${direction} ${head?.servcmd ?? cmd}`);
    };
    const alter: Alter = (text) =>
      text.includes('get_group_self_member_info') ? text.replace(/"MemberNum":(\d+)/, '"MemberNum":"$1"') : text;
    const verification = await verified({ alter, trace });
    expect(verification.service!.outcomes.filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(verification).toMatchObject({ passed: true, roomIsLeft: false });
    expect(verification.newHosts.filter((host) => host !== FALLBACK)).toEqual([]);
    expect(verification.differences).toEqual([
      {
        part: 'chat',
        direction: 'received',
        command: 'group_open_http_svc.get_group_self_member_info',
        path: '.body.GroupInfo[].MemberNum',
        emulator: 'number',
        service: 'string(1)',
      },
    ]);

    // Everything that the stand-in heard and said was recorded.
    const recorded = verification.service!.frames.map(
      ({ part, direction, command }) => `${part} ${direction} ${/^[^ ,]+/.exec(command)![0]}`,
    );
    const heard = new Set([...recorded, PEER_LEFT]);
    expect([...heard].sort()).toEqual([...seen.add(PEER_LEFT), 'stage received schedule'].sort());
    tellsNothingSecret(verification);
  },
  6 * MINUTES,
);

it(
  'a stage that lets nobody in: told with the reason, the rest goes on, and the room is dismissed',
  async () => {
    const verification = await verified({
      plant: ({ emulator }) =>
        void emulator.faults.add({
          on: 'request',
          part: 'stage',
          do: 'error',
          code: -8,
          command: 'join/v2',
          times: 'always',
        }),
    });
    const failed = verification.service!.outcomes.filter(({ result }) => result === 'failed');
    expect(failed).toEqual([
      expect.objectContaining({
        name: 'the host goes live, and the viewer’s page swaps to video',
        reason: expect.stringMatching(/^goLive\(\) was refused: [a-z-]+$/) as string,
      }),
    ]);
    expect(resultsOf(verification).filter((result) => result === 'skipped')).toHaveLength(5);
    tellsNothingSecret(verification);
    expect(verification.differences.map(({ command }) => command)).toContain('20 (reply to join/v2), code -8');
    expect(verification).toMatchObject({ passed: false, roomIsLeft: false });
  },
  3 * MINUTES,
);

it(
  'stopped in the middle: the room is dismissed all the same',
  async () => {
    const stop = new AbortController();
    const done: VerifyOptions['done'] = ({ name }) => {
      if (name === 'the viewer finds the room') stop.abort();
    };
    const verification = await verified({
      options: { signal: stop.signal, done },
      // The kit's own try to end the show fails at the last step.
      plant: ({ emulator }) =>
        void emulator.faults.add({ on: 'request', do: 'error', code: 10002, command: 'destroy_group', times: 1 }),
    });
    const results = resultsOf(verification);
    expect(results.slice(0, 3)).toEqual(['passed', 'passed', 'passed']);
    expect(new Set(results.slice(3, -1))).toEqual(new Set(['skipped']));
    expect(results.at(-1)).toBe('passed');
    expect(verification).toMatchObject({ passed: false, roomIsLeft: false });
  },
  6 * MINUTES,
);
