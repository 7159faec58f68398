import { printScenario } from './scenario.js';
import type { Counterexample } from './try-programs.js';

/** Everything that a person wants of a counterexample: what differed, the program, a scenario to paste, and how to get it again. */
export function tellCounterexample({ result, program, again }: Counterexample, command: string): string {
  const { difference } = result;
  if (difference === null) throw new Error('a counterexample in which nothing differs is none');
  return [
    `${difference.what}: expected ${difference.expected}, but got ${difference.actual}`,
    '',
    'as a program:',
    ...program.map((one) => `  ${JSON.stringify(one)}`),
    '',
    'as a scenario, for a feature without a Background:',
    printScenario('A program that went wrong', result),
    '',
    'again:',
    `  ${command}${again === null ? '' : ` --seed ${again.seed} --path ${again.path}`}`,
    '',
  ].join('\n');
}
