// The conversation that is fed: message number n is the same in every run, for every candidate.

const WORDS =
  'tonight finally her voice again oh wow this song front row from here hello everybody sound is great who else cannot wait look at that smile please one more what did she say best evening of my year'.split(
    ' ',
  );
const EXTRAS = ['🎉', '❤️', '👏👏', '😭'];

/** What the newest row is recognised by. */
export const markOf = (number) => `#${String(number).padStart(6, '0')}`;

export function messageNumber(number) {
  const random = scatter(number);
  const words = [markOf(number)];
  for (let count = 1 + (random % 15); count > 0; count--) words.push(WORDS[scatter(random + count) % WORDS.length]);
  if (random % 8 === 0) words.push(EXTRAS[random % EXTRAS.length]);
  const person = scatter(random) % 400;
  return {
    id: `n${number}`,
    from: { id: `fan-${person}`, name: `Fan ${person}` },
    text: words.join(' '),
    at: 1_790_000_000_000 + number * 20,
  };
}

/** An integer hash: neighbours differ in every bit. */
function scatter(seed) {
  let value = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}
