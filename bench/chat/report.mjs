// From single runs to tables, with a verdict on each goal.
import { median, spread, table } from '../lib/statistics.mjs';

const ROWS = {
  nothing: 'the harness alone',
  ring: 'plain DOM, 200 rows: name, text',
  'ring-rich': 'plain DOM, 200 rows: avatar, hue, name, text, time',
  element: '<bigcast-chat>, 200 rows: avatar, hue, name, text, time; by lit, through core',
};

export function report(records) {
  const of = (measure) => records.filter((record) => record.measure === measure);
  return [paced(of('paced')), latency(of('latency')), heap(of('heap')), held(of('held'))].filter(Boolean).join('\n\n');
}

const verdict = (isGood) => (isGood ? 'yes' : '**no**');

function by(records, key) {
  return Map.groupBy ? Map.groupBy(records, (record) => record[key]) : group(records, key);
}

function group(records, key) {
  const groups = new Map();
  for (const record of records) groups.set(record[key], [...(groups.get(record[key]) ?? []), record]);
  return groups;
}

function paced(records) {
  return [...by(records, 'rate')].map(([rate, runs]) => pacedAt(rate, runs)).join('\n\n');
}

// Two ratios: of the medians, and of the least disturbed runs. Where neighbours disturb, they disagree, and neither is proof.
function pacedAt(rate, runs) {
  const candidates = by(runs, 'candidate');
  const isSteady = rate !== 'full';
  const ratio = (name, to) => (isSteady && name !== 'nothing' ? ratios(candidates, name, to).join(' / ') : '–');
  const rows = [...candidates].map(([name, of]) => [
    ROWS[name],
    of.length,
    spread(of.map((run) => run.cpu)),
    ratio(name, 'ring'),
    ratio(name, 'ring-rich'),
    spread(of.map((run) => run.longTasks)),
    spread(of.map(droppedOf), 1),
    spread(of.map((run) => run.lag)),
    spread(
      of.map((run) => run.load),
      1,
    ),
  ]);
  const head = [
    'candidate',
    'n',
    'main thread, CPU ms: median (range)',
    '× lean ring: median / least',
    '× like ring: median / least',
    'long tasks',
    'frames dropped, %',
    'last shown after, ms',
    'load',
  ];
  const goals = isSteady ? goalsAt(rate, candidates) : ['- no ratio: all are within what the harness itself varies by'];
  return [`### ${isSteady ? `${rate} messages/s` : 'Full speed'}`, table(head, rows), goals.join('\n')].join('\n\n');
}

/** What a candidate costs beside another, the harness taken off both: by medians, and by the least of the runs. */
function ratios(candidates, name, to) {
  return [median, (values) => Math.min(...values)].map((pick) => {
    const of = (candidate) => pick(candidates.get(candidate).map((run) => run.cpu));
    return ((of(name) - of('nothing')) / (of(to) - of('nothing'))).toFixed(2);
  });
}

function bothBelow(most, values) {
  const below = values.filter((value) => value <= most).length;
  return below === 1 ? '**not decided**' : verdict(below === 2);
}

const droppedOf = (run) => (100 * run.dropped) / run.frames;

function goalsAt(rate, candidates) {
  const element = candidates.get('element');
  const like = ratios(candidates, 'element', 'ring-rich');
  const lean = ratios(candidates, 'element', 'ring');
  const goals = [
    `≤ 1.25 × the ring with the same rows: ${bothBelow(1.25, like)} (${like.join(' / ')})`,
    `≤ 1.25 × the ring with less in its rows: ${bothBelow(1.25, lean)} (${lean.join(' / ')})`,
  ];
  if (rate === '1000') {
    const idle = median(candidates.get('nothing').map(droppedOf));
    const dropped = median(element.map(droppedOf));
    const besides = `the harness alone: ${idle.toFixed(1)} %`;
    goals.push(
      `no long task: ${verdict(element.every((run) => run.longTasks === 0))}`,
      `≤ 1 % dropped frames: ${verdict(dropped <= 1)} (${dropped.toFixed(1)} %; ${besides})`,
    );
  }
  return goals.map((goal) => `- ${goal}`);
}

function latency(records) {
  if (records.length === 0) return '';
  const rows = [...by(records, 'rate')].map(([rate, runs]) => {
    const worst = Math.max(...runs.map((run) => run.worst));
    return [
      rate,
      runs.length,
      spread(runs.map((run) => run.median)),
      spread(runs.map((run) => run.p99)),
      spread(runs.map((run) => run.worst)),
      verdict(worst <= 150),
    ];
  });
  const head = ['messages/s', 'n', 'median, ms', '99 %, ms', 'worst, ms', 'all ≤ 150 ms'];
  return `### From the port to the screen\n\n${table(head, rows)}`;
}

function heap(records) {
  if (records.length === 0) return '';
  const rows = [...by(records, 'candidate')].flatMap(([name, runs]) =>
    runs[0].points.map(({ messages }, index) => [
      ROWS[name],
      messages,
      spread(
        runs.map((run) => run.points[index].heap / 1e6),
        2,
      ),
      spread(runs.map((run) => run.points[index].nodes)),
    ]),
  );
  const runs = records.filter(({ candidate }) => candidate === 'element');
  const growth = median(runs.map(({ points }) => (points[2].heap - points[1].heap) / 1e6));
  const isSame = runs.every(({ points }) => points[2].nodes === points[0].nodes);
  return [
    '### Memory and nodes',
    table(['candidate', 'messages', 'heap after collection, MB', 'DOM nodes'], rows),
    `- as many nodes at 100,000 as at 1,000: ${verdict(isSame)}\n- heap growth from 10,000 to 100,000 ≤ 0.2 MB: ${verdict(growth <= 0.2)} (${growth.toFixed(3)} MB)`,
  ].join('\n\n');
}

function held(records) {
  if (records.length === 0) return '';
  const rows = [...by(records, 'candidate')].map(([name, runs]) => {
    const moved = runs.flatMap(({ slow, fast }) => [slow.moved, fast.moved]);
    const lost = runs.flatMap(({ slow, fast }) => [slow.lost, fast.lost]);
    const frames = runs.map(({ jump }) => jump.frames ?? Infinity);
    const isGood = Math.max(...moved) === 0 && Math.max(...lost) === 0 && Math.max(...frames) <= 2;
    return [ROWS[name], runs.length, spread(moved, 2), spread(lost), spread(frames), verdict(isGood)];
  });
  const head = ['candidate', 'n', 'moved, px', 'frames without the row', 'jump, frames', '0 px, 0 lost, ≤ 2 frames'];
  return `### Scrolled up while 600 messages come\n\n${table(head, rows)}`;
}
