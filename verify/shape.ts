// What values look like, without the values: which keys, which types, how long. Many samples make one shape.

export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'json' | 'array' | 'object';

/** Shortest and longest seen: characters of a text, elements of an array. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Where the service says what kind of thing an object is: things of different kinds have shapes of their own. */
const KIND_KEYS = ['Event', 'OpType', 'ReportType', 'MsgType', 'Tag'] as const;
const KIND = /^\w{1,40}$/;
const ELEMENT = '[]';

type Fields = Readonly<Record<string, unknown>>;

export class Shape {
  /** How often it was seen in each run of the story. */
  readonly runs = new Map<number, number>();
  readonly types = new Map<TypeName, Lengths | undefined>();
  /** By what is put behind this shape's own path to get to them, for instance `.GroupId` or `[](Event=3)`. */
  readonly parts = new Map<string, Shape>();
  #seen = 0;
  #withFields = 0;

  /** How often it was seen. */
  get seen(): number {
    return this.#seen;
  }

  /** @param isName - Whether a key is somebody's name or number: such keys count as one. */
  add(value: unknown, run: number, isName: (key: string) => boolean = () => false): void {
    this.#seen++;
    this.runs.set(run, (this.runs.get(run) ?? 0) + 1);
    const parsed = typeof value === 'string' ? parseJson(value) : undefined;
    this.#addType(parsed === undefined ? typeOf(value) : 'json', lengthOf(value));
    const content = parsed ?? value;
    if (Array.isArray(content)) {
      for (const element of content) this.#part(ELEMENT + kindOf(element)).add(element, run, isName);
    } else if (isFields(content)) {
      this.#withFields++;
      for (const [key, field] of Object.entries(content)) {
        const name = /^\d+$/.test(key) || isName(key) ? '*' : key;
        this.#part(`.${name}${kindOf(field)}`).add(field, run, isName);
      }
    }
  }

  /** Whether this part was there whenever it could be. */
  always(part: string): boolean {
    return part.startsWith('.') && this.parts.get(part)?.seen === this.#withFields;
  }

  /** For people: `string(3–12) or null`. */
  toString(): string {
    return [...this.types].map(([type, lengths]) => type + (lengths ? `(${range(lengths)})` : '')).join(' or ');
  }

  #part(name: string): Shape {
    const known = this.parts.get(name) ?? new Shape();
    this.parts.set(name, known);
    return known;
  }

  #addType(type: TypeName, length: number | undefined): void {
    const known = this.types.get(type);
    const lengths =
      length === undefined
        ? undefined
        : { min: Math.min(known?.min ?? length, length), max: Math.max(known?.max ?? length, length) };
    this.types.set(type, lengths);
  }
}

function typeOf(value: unknown): TypeName {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

/** Objects and arrays that travel as text are looked into. */
function parseJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): string {
  if (!isFields(value)) return '';
  const kinds = KIND_KEYS.flatMap((key) => {
    const kind = value[key];
    return typeof kind === 'number' || (typeof kind === 'string' && KIND.test(kind)) ? [`${key}=${kind}`] : [];
  });
  return kinds.length > 0 ? `(${kinds.join(',')})` : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function range({ min, max }: Lengths): string {
  return min === max ? String(min) : `${min}–${max}`;
}
