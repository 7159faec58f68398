import type { Report, RunResult } from '../document/report.js';

const COLOURS = {
  conformant: 'brightgreen',
  'conformant-with-waivers': 'green',
  partial: 'lightgrey',
  'non-conformant': 'red',
  inconclusive: 'lightgrey',
} as const satisfies Record<RunResult, string>;

/** What shields.io makes a badge of, as an endpoint badge: https://shields.io/badges/endpoint-badge. */
export function renderBadge({ result, counts }: Report): string {
  const isGood = result === 'conformant' || result === 'conformant-with-waivers';
  const badge = {
    schemaVersion: 1,
    label: 'fwctl',
    message: `${result}, ${counts.passed} of ${counts.required} rules`,
    color: COLOURS[result],
    // Whoever shows the badge cannot give it another colour then.
    isError: !isGood,
  };
  return `${JSON.stringify(badge)}\n`;
}
