import { ERRNOS, type Errno } from '../../kit/uapi/errno.js';

/** The word as a member of the list; a word of a feature that is in no list is a mistake in the feature. */
export function isOneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`"${word}" is not one of: ${words.join(', ')}`);
  return found;
}

export function errnoOfName(name: string): Errno {
  return isOneOf(ERRNOS, name);
}
