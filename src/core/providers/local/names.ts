// What this provider calls its keys, locks and channels. All of a browser's pages share them, so each says whose it is.

const PREFIX = 'bigcast';

/** A name nobody else uses. JSON keeps apart what plain joining would mix up: `1` and `'1'`, `a:b` and `a`, `b`. */
export function nameOf(kind: string, ...parts: readonly unknown[]): string {
  return `${PREFIX}:${kind}:${JSON.stringify(parts)}`;
}

/** The parts of a name made by {@link nameOf}; undefined when it is of another kind or none of ours. */
export function partsOf(kind: string, name: string | undefined): readonly unknown[] | undefined {
  const start = `${PREFIX}:${kind}:`;
  if (!name?.startsWith(start)) return undefined;
  try {
    const parts: unknown = JSON.parse(name.slice(start.length));
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}
