// The reviewed pictures: reading them, comparing with them, and putting new ones into their place.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Camera, Shot } from './camera.js';
import { movedBetween } from './layout.js';
import { changesIn, decode, encode, markChanges, sheetOf, type Sheet } from './sheet.js';
import { posesOf, type Pose, type State } from './states.js';

const ALBUM = path.resolve('test/look/baseline');
/** Not committed: what a failed comparison saw. */
const RESULTS = path.resolve('test-results/look');
const COLUMNS = 3;

export interface Photographs {
  readonly sheet: Sheet;
  readonly shots: readonly Shot[];
}

export async function photograph(camera: Camera, state: State, css = ''): Promise<Photographs> {
  await camera.show(state);
  await camera.dress(css);
  const shots: Shot[] = [];
  for (const pose of posesOf(state)) shots.push(await camera.take(pose));
  return {
    sheet: await sheetOf(
      shots.map(({ png }) => png),
      COLUMNS,
    ),
    shots,
  };
}

/** What differs from the album, a line each; nothing when all is as it was reviewed. */
export async function differences(state: State, { sheet, shots }: Photographs): Promise<string[]> {
  const poses = posesOf(state);
  const picture = path.join(ALBUM, `${state.name}.png`);
  if (!existsSync(picture)) return [`There is no picture of ${state.name} yet: npm run screenshots -- --update`];
  const before = await decode(picture);
  const changes = changesIn(sheet, before);
  const layouts = readLayouts(state);
  const moved = poses.flatMap((pose, index) =>
    movedBetween(shots[index]!.pieces, layouts.get(layoutOf(pose)) ?? []).map((line) => `${told(pose)}: ${line}`),
  );
  if (changes.size === 0 && moved.length === 0) return [];
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, `${state.name}.png`), await encode(sheet));
  writeFileSync(path.join(RESULTS, `${state.name}.changes.png`), await encode(markChanges(sheet, before)));
  for (const index of changes.keys()) {
    writeFileSync(path.join(RESULTS, `${state.name} ${told(poses[index]!)}.png`), shots[index]!.png);
  }
  const pixels = [...changes].map(([index, count]) => `${told(poses[index]!)}: ${count} pixels have changed`);
  return [...pixels, ...moved, `Look at test-results/look/${state.name}.changes.png.`];
}

export async function keep(state: State, { sheet, shots }: Photographs): Promise<void> {
  mkdirSync(ALBUM, { recursive: true });
  writeFileSync(path.join(ALBUM, `${state.name}.png`), await encode(sheet));
  const layouts = new Map(posesOf(state).map((pose, index) => [layoutOf(pose), shots[index]!.pieces]));
  const text = [...layouts].map(([pose, pieces]) => [pose, ...pieces.map((piece) => `  ${piece}`)].join('\n'));
  writeFileSync(path.join(ALBUM, `${state.name}.txt`), `${text.join('\n')}\n`);
}

/** The browser that took the album's pictures; undefined: there are none. */
export function chromiumOfAlbum(): number | undefined {
  const file = path.join(ALBUM, 'chromium.txt');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

export function keepChromium(version: number): void {
  mkdirSync(ALBUM, { recursive: true });
  writeFileSync(path.join(ALBUM, 'chromium.txt'), `${version}\n`);
}

function readLayouts({ name }: State): Map<string, string[]> {
  const layouts = new Map<string, string[]>();
  let pieces: string[] = [];
  for (const line of readFileSync(path.join(ALBUM, `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n')) {
    if (line.startsWith('  ')) pieces.push(line.trim());
    else layouts.set(line, (pieces = []));
  }
  return layouts;
}

/** Light and dark stand the same. */
function layoutOf({ inline, dir }: Pose): string {
  return `${inline} ${dir}`;
}

function told({ inline, scheme, dir }: Pose): string {
  return `${inline} ${scheme} ${dir}`;
}
