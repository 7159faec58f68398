import type { RunResult } from '../document/report.js';

/** What each result means, to be read behind it. */
export const RESULT_WORDS = {
  conformant: 'conforms',
  'conformant-with-waivers': 'conforms, apart from what was waived',
  partial: 'undecided: not everything that is required was judged',
  'non-conformant': 'does not conform',
  inconclusive: 'undecided: the run does not allow a verdict',
} as const satisfies Record<RunResult, string>;
