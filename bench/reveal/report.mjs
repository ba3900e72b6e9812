// The figures of bench/reveal.mjs as a page of Markdown.
import os from 'node:os';
import { spread, table } from '../lib/statistics.mjs';

const MOMENTS = [
  ['waiting', 'before: waiting in the chat'],
  ['reveal', 'the reveal: from the moment the page shows video'],
  ['video', 'after: video and chat'],
];

export function report(records, { rounds, widths }) {
  const rows = widths.split(',').flatMap((width) =>
    MOMENTS.map(([moment, words]) => {
      const seen = records.filter((record) => record.width === Number(width)).map((record) => record[moment]);
      const longest = seen.map((each) => each.longest);
      const dropped = seen.map((each) => each.dropped);
      return [width, words, spread(dropped, 1), spread(longest)];
    }),
  );
  return `# The reveal

${rounds} rounds each, on the embedded default, Chromium with a fake camera and no GPU, host and viewer in two pages, ${os.cpus().length} cores, load ${spread(
    records.map(({ load }) => load),
    1,
  )}.
One second of each moment, by the frames the page itself gets: median (least–most). Encoder, decoder and both pages share the machine.

${table(['page, px', 'moment', 'frames dropped, %', 'longest between two, ms'], rows)}
`;
}
