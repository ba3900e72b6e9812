// The figures of bench/cold.mjs as a page of Markdown.
import os from 'node:os';
import { median, spread, table } from '../lib/statistics.mjs';

const NAMES = { bare: 'the chat SDK and a text field', kit: '`<bigcast-chat>`' };

export function report(records, { rounds }) {
  const of = (way, field) => records.filter((record) => record.way === way).map((record) => record[field]);
  const beside = (way, field) => (median(of(way, field)) / median(of('bare', field))).toFixed(2);
  const kilobytes = (way) => (median(of(way, 'bytes')) / 1000).toFixed(1);
  const rows = Object.entries(NAMES).map(([way, name]) => [
    name,
    `${kilobytes(way)} (${beside(way, 'bytes')} ×)`,
    String(median(of(way, 'requests'))),
    `${spread(of(way, 'usable'))} (${beside(way, 'usable')} ×)`,
  ]);
  return `# A page with nothing but the chat, from nothing

${rounds} rounds each, interleaved, a browser of its own each, ${os.cpus().length} cores, load ${spread(of('kit', 'load'), 1)}, real chat SDK against the emulator on the same machine.
Until somebody can write: median (least–most). No page loaded the stage SDK: the run fails if one does.

${table(['page', 'scripts, KB gzip', 'requests', 'until somebody can write, ms'], rows)}
`;
}
