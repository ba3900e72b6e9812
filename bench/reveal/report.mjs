// The figures of bench/reveal.mjs as a page of Markdown.
import os from 'node:os';
import { spread, table } from '../lib/statistics.mjs';

const MOMENTS = [
  ['waiting', 'before: waiting in the chat'],
  ['reveal', 'the reveal: from the moment the page shows video'],
  ['video', 'after: video and chat'],
];

const WAYS = { alone: 'a viewer by herself', shared: 'with the host’s page beside' };

export function report(records, { rounds, widths }) {
  const rows = widths.split(',').flatMap((width) =>
    Object.entries(WAYS).flatMap(([way, who]) =>
      MOMENTS.map(([moment, words]) => {
        const seen = records
          .filter((record) => record.width === Number(width) && record.way === way)
          .map((record) => record[moment]);
        const longest = seen.map((each) => each.longest);
        const dropped = seen.map((each) => each.dropped);
        return [width, who, words, spread(dropped, 1), spread(longest)];
      }),
    ),
  );
  return `# The reveal

${rounds} rounds each, Chromium without a GPU, ${os.cpus().length} cores, load ${spread(
    records.map(({ load }) => load),
    1,
  )}.
One second of each moment, by the frames the page itself gets: median (least–most). “By herself”: a scripted room and a recorded
picture of 1,280 × 720, decoded; as on a viewer's own machine. “Beside”: on the embedded default, so that the host's page, its
preview and the encoder share the machine, and the connection begins in the same second.

${table(['page, px', 'whose machine', 'moment', 'frames dropped, %', 'longest between two, ms'], rows)}
`;
}
