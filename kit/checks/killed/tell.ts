import type { KillResult } from './kill-many.js';

/** In a sentence what was found, and then what was wrong, a line each. */
export function tellKills({ counts, problems }: KillResult): string {
  const { previous, new: after, between, 'ended before': missed } = counts;
  const held = `${previous} times the earlier report was there, ${after} times the new one, ${between} times the new one on its way; ${missed} runs had ended before`;
  return [held, ...problems].join('\n');
}
