import { ERRNOS, type Errno } from '../../kit/uapi/errno.js';

/** The word as a member of the list; a word of a feature that is in no list is a mistake in the feature. */
export function isOneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`"${word}" is not one of: ${words.join(', ')}`);
  return found;
}

/** Any of the words, as a part of a regular expression; where one begins as another does, the longer one first. */
export function anyOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

export function errnoOfName(name: string): Errno {
  return isOneOf(ERRNOS, name);
}
