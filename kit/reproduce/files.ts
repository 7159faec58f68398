import { anchorOf } from '../../reports/formats/html/told-report.js';
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

function readme({ rule, scenario, program, command, checkout, found }: Reproduction): string {
  const unmet = scenario.evidence.expectations.filter(({ held }) => !held);
  return [
    printable(`${rule} failed in ${scenario.location}: ${scenario.name}`),
    '',
    ...unmet.map(({ what, expected, actual }) => printable(`${what}: expected ${expected}, but got ${actual}`)),
    '',
    'Again with the kit, with every scenario of the rule; this one is on the page that it makes:',
    // Not at its end, where the words of an adapter stand.
    `  ${command.replace(' run ', ' run --out again ')}`,
    '  npx fwctl-conformance render again --format html --out again.html',
    printable(`  and open again.html#${anchorOf({ id: rule }, scenario)}`),
    ...(checkout === null ? [] : ['', 'This scenario alone, in a checkout of the kit:', `  ${checkout}`]),
    '',
    ...(program.kind === 'program'
      ? [
          'On a node, as root, without the kit:',
          '  cc -o reproduce reproduce.c && ./reproduce /dev/fwctl/fwctl0',
          'It says what came, and ends with 0 when the node conforms here, 1 when it does not, and 2 when',
          'nothing was learnt. What the device has to be like stands at the beginning of reproduce.c.',
        ]
      : [`On a node there is no program for it, since ${printable(program.why)}.`]),
    '',
    'What else is here:',
    `  operations.json    what was done and answered, ${found?.isShrunk ? 'only that without which it does not show' : 'as it was recorded'}`,
    '  reproduce.feature  the scenario, to be read',
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
