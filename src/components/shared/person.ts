// How a person looks when they have no picture: initials on a hue of their own.

/** A hue from 0 to 359, the same for the same id everywhere. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16777619);
  return (hash >>> 0) % 360;
}

/** One or two letters that stand for a name: whole characters, also of scripts beyond the basic plane. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstCharacter(word ?? ''));
  return letters.join('').toLocaleUpperCase();
}

function firstCharacter(word: string): string {
  return /[\p{L}\p{N}]\p{M}{0,4}/u.exec(word)?.[0] ?? '';
}
