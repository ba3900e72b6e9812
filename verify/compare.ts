// Where the service's frames look different from the emulator's. Words in the result are names, types and lengths, never values.
import { isKnownPush, isRefusal, type Direction, type Frame, type Part } from './frames.js';
import { Shape } from './shape.js';

export interface Difference {
  readonly part: Part;
  readonly direction: Direction;
  readonly command: string;
  /** Inside the frame, for instance `.body.GroupInfo[].GroupId`; empty when it is about the command as such. */
  readonly path: string;
  /** What it was like on the emulator. */
  readonly emulator: string;
  /** What it was like on the service. */
  readonly service: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Seen on one of the two only, but so rarely, or on such an occasion, that chance may explain it. */
  readonly perhaps: readonly Difference[];
}

/** Said of what was seen on the other one only. */
export const NEVER = 'not there';
const SOMETIMES = 'not always there';
/** What may be there or not, but was there so often in each run of the emulator, is missing when it is not there at all. */
const OFTEN = 3;

type Place = Omit<Difference, 'emulator' | 'service'>;

/** All frames of one command and direction. */
interface Kind {
  readonly place: Place;
  readonly shape: Shape;
}

type IsName = (key: string) => boolean;

/**
 * What is different. With several reference runs, what varies between those is no difference: a key or a command that only
 * some of them had may be there or not.
 * @param isName - Whether a key is somebody's name or number, and says nothing about shape.
 */
export function compare(
  references: readonly (readonly Frame[])[],
  service: readonly Frame[],
  isName: IsName = () => false,
): Comparison {
  const comparing = new Comparing(references.length);
  const [known, found] = [kindsIn(references, isName), kindsIn([service], isName)];
  for (const key of [...new Set([...known.keys(), ...found.keys()])].sort()) {
    const [reference, seen] = [known.get(key), found.get(key)];
    if (reference && seen) comparing.shapes(reference.place, reference.shape, seen.shape);
    else if (seen) comparing.unknown(seen);
    else if (reference) comparing.neverCame(reference);
  }
  return comparing;
}

class Comparing implements Comparison {
  readonly differences: Difference[] = [];
  readonly perhaps: Difference[] = [];
  readonly #runs: number;

  constructor(runs: number) {
    this.#runs = runs;
  }

  unknown({ place, shape }: Kind): void {
    const list = isKnownPush(place.command) ? this.perhaps : this.differences;
    list.push({ ...place, emulator: NEVER, service: times(shape) });
  }

  neverCame({ place, shape }: Kind): void {
    const isOccasional = isRefusal(place.command) || isKnownPush(place.command);
    this.#missing(place, shape, { told: times(shape), atLeast: isOccasional ? OFTEN : 1 });
  }

  shapes(place: Place, emulator: Shape, service: Shape): void {
    if ([...service.types.keys()].some((type) => !emulator.types.has(type)))
      this.differences.push({ ...place, emulator: String(emulator), service: String(service) });
    for (const name of new Set([...emulator.parts.keys(), ...service.parts.keys()])) {
      const inside = { ...place, path: place.path + name };
      const [here, there] = [emulator.parts.get(name), service.parts.get(name)];
      const always = emulator.always(name);
      if (here && there) {
        this.shapes(inside, here, there);
        // What the SDK leaves out now and then is its own affair.
        if (always && place.direction === 'received' && !service.always(name))
          this.differences.push({ ...inside, emulator: String(here), service: SOMETIMES });
      } else if (there) {
        this.differences.push({ ...inside, emulator: NEVER, service: String(there) });
      } else if (here) {
        this.#missing(inside, here, { told: String(here), atLeast: always ? 1 : OFTEN });
      }
    }
  }

  /** @param atLeast - So often it must have been seen in each run of the emulator, to be missed. */
  #missing(place: Place, { runs }: Shape, { told, atLeast }: { told: string; atLeast: number }): void {
    if (runs.size < this.#runs) return;
    const list = [...runs.values()].every((count) => count >= atLeast) ? this.differences : this.perhaps;
    list.push({ ...place, emulator: told, service: NEVER });
  }
}

function kindsIn(runs: readonly (readonly Frame[])[], isName: IsName): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [run, frames] of runs.entries()) {
    for (const { part, direction, command, value } of frames) {
      const key = `${part} ${command} ${direction}`;
      const kind = kinds.get(key) ?? { place: { part, direction, command, path: '' }, shape: new Shape() };
      kinds.set(key, kind);
      kind.shape.add(value, run, isName);
    }
  }
  return kinds;
}

function times({ seen }: Shape): string {
  return seen === 1 ? 'once' : `${seen} times`;
}
