import pc from 'picocolors';
import { errorText } from '../cli/error-text.js';
import { KitError } from '../errors.js';

const PLAIN = pc.createColors(false);

/** What was made of an input, or null when it was refused with words for everything that a person has to know. */
export function inWords<Value>(take: () => Value, { hasPlace }: { readonly hasPlace: boolean }): Value | null {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof KitError) || error.fault !== 'an input file') throw error;
    const { summary, expected, received, attempt } = error.explanation;
    if ([summary, expected, received, attempt].some((words) => words.trim() === '')) throw new Error(`an error without words: ${summary}`);
    if (hasPlace && !/:\d+:\d+/.test(summary)) throw new Error(`an error without a place: ${summary}`);
    requireHarmless(errorText(error, PLAIN));
    return null;
  }
}

/** Throws when the text could do something to a terminal. */
export function requireHarmless(text: string): void {
  const [harm] = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(text) ?? [];
  if (harm !== undefined) throw new Error(`${JSON.stringify(harm)} would reach a terminal`);
}
