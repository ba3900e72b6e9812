// Where every named piece stands, as text: what a picture at half size and in few colours could overlook.

/** Pixels: less than one, more than a letter's width may differ between two versions of a browser. */
const TOLERANCE = 0.6;

/** What stands elsewhere now than before; lines as of page/pieces.ts. */
export function movedBetween(now: readonly string[], before: readonly string[]): string[] {
  const problems: string[] = [];
  for (let index = 0; index < Math.max(now.length, before.length); index++) {
    const [isNow = '(nothing)', was = '(nothing)'] = [now[index], before[index]];
    if (isNear(isNow, was)) continue;
    problems.push(`${isNow}   was ${was.startsWith(nameOf(isNow)) ? was.slice(nameOf(isNow).length) : was}`);
    // From here on every line would differ.
    if (nameOf(isNow) !== nameOf(was)) break;
  }
  return problems;
}

function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [numbersA, numbersB] = [a, b].map((line) => line.slice(nameOf(line).length).split(' ').map(Number));
  return (
    nameOf(a) === nameOf(b) && numbersA!.every((number, index) => Math.abs(number - numbersB![index]!) <= TOLERANCE)
  );
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(': ') + 2);
}
