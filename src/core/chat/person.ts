// Strangers choose their names and pictures: what of them is fit to stand among other people's is decided here, once.
import type { Person } from './message.js';

/** Most characters of a name that are shown. */
export const MAX_NAME_LENGTH = 64;
/** Longest picture address kept, in UTF-16 units: a small inline picture fits; a large one would be kept with every message. */
export const MAX_AVATAR_LENGTH = 16_384;
/** More of a name than this is not even looked at, in UTF-16 units. */
const MAX_READ = 1024;

/** Nearly all names: nothing to do, and nothing to allocate. */
const PLAIN = /^[!-~\u00c0-\u024f\u4e00-\u9fff]+(?: [!-~\u00c0-\u024f\u4e00-\u9fff]+)*$/;
/** What is not seen but acts: turns the letters around it, hides them, fills space; and halves of characters. Joiners stay, for emoji and Indic. */
const UNSEEN = /\p{Cs}|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
/** A line break in a name would begin what looks like another row. */
const SPACES = /[\p{Cc}\p{Z}\u2800]+/gu;
/** Marks on one letter: no script needs more than four, and a tower of them covers the neighbours. */
const TOWERS = /([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu;
const LOOSE_START = /^[\p{M}\u200c\u200d\s]+/u;

/** What to call a person who says that they are `name`: one line that stays in its place; the id where nothing is left to be seen. */
export function shownName(name: string, id: string): string {
  return cleaned(name) || cleaned(id) || '?';
}

/** The person as others may see them: the same object when there is nothing to mend. */
export function knownPerson(person: Person): Person {
  const { id, avatar } = person;
  const name = shownName(person.name, id);
  const isTooLong = avatar !== undefined && avatar.length > MAX_AVATAR_LENGTH;
  if (name === person.name && !isTooLong) return person;
  return { id, name, ...(avatar !== undefined && !isTooLong && { avatar }) };
}

function cleaned(text: string): string {
  if (text.length <= MAX_NAME_LENGTH && PLAIN.test(text)) return text;
  const clean = text
    .slice(0, MAX_READ)
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .replace(TOWERS, '$1')
    .replace(LOOSE_START, '');
  return [...clean].slice(0, MAX_NAME_LENGTH).join('').trimEnd();
}
