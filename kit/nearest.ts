import leven from 'leven';

/** The known name that a misspelt one was most likely meant to be; null when none is near. */
export function nearest(given: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let shortest = Math.max(2, Math.ceil(given.length / 3)) + 1;
  for (const name of known) {
    const distance = name.startsWith(given) && given.length > 2 ? 1 : leven(given, name);
    if (distance < shortest) {
      best = name;
      shortest = distance;
    }
  }
  return best;
}
