// The figures of bench/swap.mjs as a page of Markdown.
import os from 'node:os';
import { median, spread, table } from '../lib/statistics.mjs';

/** To reach: with the SDK prefetched, and with a countdown. */
const GOAL = { swap: 1.3, countdown: 1.0 };

export function report(records, { rounds, countdown }) {
  const of = (way, field = 'total') => records.filter((record) => record.way === way).map((record) => record[field]);
  const plain = median(of('plain'));
  const beside = (way) => `${(median(of(way)) / plain).toFixed(2)} ×`;
  return `# From the host's word to the first frame

${rounds} rounds each, interleaved, Chromium with a fake camera, host and viewer in two pages, ${os.cpus().length} cores, load ${spread(
    records.map(({ load }) => load),
    1,
  )}.
Milliseconds: median (least–most). Real SDKs against the emulator; the stage SDK was loaded while the viewer waited.

${table(
  ['way', 'from → to', 'ms', 'beside plain'],
  [
    ['plain RTCPeerConnection', 'decision → first frame', spread(of('plain')), '1'],
    ['the stage SDK, nothing of ours around it', 'told to enter → first frame', spread(of('sdk')), beside('sdk')],
    ...[
      ['swap', 'the swap', 'ENTER received → first frame'],
      ['countdown', `countdown of ${countdown} s`, 'publish → first frame'],
    ].map(([way, ...names]) => [...names, spread(of(way)), `${beside(way)} (goal ≤ ${GOAL[way]})`]),
  ],
)}

The swap's parts:

${table(
  ['part', 'ms'],
  [
    [
      'host decides → viewer hears (enters the stage as anchor, publishes, writes the record, announces)',
      spread(of('swap', 'announcement')),
    ],
    ['loading the stage SDK (ahead, while waiting)', spread(of('swap', 'sdkImport'))],
    ['ENTER received → on the stage', spread(of('swap', 'enter'))],
    ['on the stage → first frame', spread(of('swap', 'frame'))],
    ['`goLive()` resolved → first frame', spread(of('swap', 'fromResolved'))],
  ],
)}
`;
}
