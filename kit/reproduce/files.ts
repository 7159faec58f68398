import { printable } from '../../reports/formats/printable.js';
import { memoryOf } from './recorded-operations.js';
import type { Reproduction } from './reproduce-rule.js';

/** What is written for one rule, by the names of the files. */
export function reproductionFiles(reproduction: Reproduction): ReadonlyMap<string, string> {
  const { program, feature } = reproduction;
  return new Map([
    ['README.txt', readme(reproduction)],
    ['operations.json', operations(reproduction)],
    ['reproduce.feature', feature],
    ...(program.kind === 'program' ? [['reproduce.c', program.text] as const] : []),
  ]);
}

function readme({ rule, scenario, program, command, found }: Reproduction): string {
  const unmet = scenario.evidence.expectations.filter(({ held }) => !held);
  return [
    printable(`${rule} failed in ${scenario.location}: ${scenario.name}`),
    '',
    ...unmet.map(({ what, expected, actual }) => printable(`${what}: expected ${expected}, but got ${actual}`)),
    '',
    `With the kit:   ${command}`,
    program.kind === 'program'
      ? 'On a node:      cc -o reproduce reproduce.c && ./reproduce /dev/fwctl/fwctl0'
      : `On a node:      there is no program for it, since ${program.why}`,
    `The operations: operations.json, ${found?.isShrunk ? 'only those without which it does not show' : 'as they were recorded'}`,
    'The scenario:   reproduce.feature, to be read; the command above runs it',
    '',
  ].join('\n');
}

/** Bytes are in hex; `came` is what the subject answered, and `expected` what the reference does. */
function operations({ found, scenario }: Reproduction): string {
  if (found === null) return `${JSON.stringify(scenario.evidence.calls, null, 2)}\n`;
  const { steps, answers, expected } = found;
  const listed = steps.map(({ operation, waits }, index) => ({
    ...operation,
    ...(!waits && { waits }),
    came: answers[index],
    ...(index === steps.length - 1 && { expected }),
    ...(memoryOf(operation).length > 0 && { memory: memoryOf(operation) }),
  }));
  return `${JSON.stringify(listed, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value), 2)}\n`;
}
