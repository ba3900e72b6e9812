// Puts what was found into words for a terminal, and into JSON for a file. Neither has a value that went over the wire in it.
import { NEVER, type Difference } from './compare.js';
import type { Performance } from './perform.js';
import type { Outcome } from './points.js';
import type { Verification } from './verify.js';

const MARKS: Readonly<Record<Outcome['result'], string>> = {
  passed: '  ok     ',
  failed: '  FAILED ',
  skipped: '  -      ',
};

export function outcomeLine({ name, result, took, reason }: Outcome): string {
  const time = result === 'skipped' ? '' : ` (${(took / 1000).toFixed(1)} s)`;
  return `${MARKS[result]}${name}${time}${reason === undefined ? '' : `: ${reason}`}`;
}

export function summaryLines(verification: Verification): readonly string[] {
  const { service, references, differences, perhaps, newHosts } = verification;
  if (!service) return [whyNotAsked(references)];
  const silent = differences.filter(isSilence);
  const others = differences.filter((difference) => !isSilence(difference));
  return [
    ...titled('Frames that looked different:', listed(others)),
    ...titled('Frames of the emulator that never came, perhaps because a point failed:', silent.map(frameOf)),
    ...titled('Seen on one of the two only, which may be chance:', listed(perhaps)),
    ...(differences.length === 0 ? ['Every frame of the service looked like the emulator’s.'] : []),
    ...titled(
      'Hosts that the emulator does not stand in for:',
      newHosts.map((host) => `  ${host}`),
    ),
    ...verdict(service),
  ];
}

export interface ReportFacts {
  /** Versions of the SDKs, by package. */
  readonly sdks: Readonly<Record<string, string>>;
  readonly startedAt: Date;
}

/** What `--report` writes. */
export function reportOf(
  { service, references, differences, perhaps, newHosts, passed }: Verification,
  facts: ReportFacts,
): object {
  return {
    passed,
    startedAt: facts.startedAt.toISOString(),
    sdks: facts.sdks,
    emulator: references.map(({ outcomes }) => outcomes),
    service: service && { room: service.room, points: service.outcomes, hosts: service.hosts },
    differences,
    perhaps,
    newHosts,
  };
}

function whyNotAsked(references: readonly Performance[]): string {
  const failed = references.some(({ outcomes }) => outcomes.some(({ result }) => result === 'failed'));
  return failed
    ? 'The story does not even go through on the emulator, so the service was not asked: look at this machine and its Chromium first.'
    : 'Stopped before the service was asked.';
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

/** A line for each frame, and below it one for each place in it. */
function listed(differences: readonly Difference[]): readonly string[] {
  return differences.flatMap((difference, index) => {
    const before = differences[index - 1];
    const isNew = !before || frameOf(before) !== frameOf(difference);
    return [...(isNew ? [frameOf(difference)] : []), differenceLine(difference)];
  });
}

function frameOf({ part, direction, command }: Difference): string {
  return `  ${part}, ${direction}: ${command}`;
}

function isSilence({ path, service }: Difference): boolean {
  return path === '' && service === NEVER;
}

function differenceLine({ path, emulator, service }: Difference): string {
  return `      ${path || 'the frame'}: ${emulator} on the emulator, ${service} on the service`;
}

function verdict({ room, outcomes }: Performance): readonly string[] {
  const failed = outcomes.filter(({ result }) => result !== 'passed');
  if (failed.length === 0) return [`All ${outcomes.length} points passed on the service.`];
  return [
    ...(outcomes.at(-1)?.result === 'passed'
      ? []
      : [`The room ${room} may still be there: dismiss it in the console.`]),
    `${failed.length} of ${outcomes.length} points did not pass on the service.`,
  ];
}
