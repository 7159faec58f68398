import pc from 'picocolors';
import { loadCatalogue } from '../../catalogue/load.js';
import { findEntrants } from '../../run/self-test/entrants.js';
import { killMatrix } from '../../run/self-test/kill-matrix.js';
import type { Row } from '../../run/self-test/row.js';
import { wrap } from '../paragraph.js';
import { showProgress } from '../progress.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type SelfTestOptions = { readonly json?: boolean; readonly quiet?: boolean; readonly whole?: boolean };

export async function selfTest(
  { json, quiet, whole = false }: SelfTestOptions,
  { signal, output, messages }: Surroundings,
): Promise<ExitStatus> {
  const { rules } = await loadCatalogue();
  const entrants = await findEntrants();
  const progress = showProgress(messages, 'judging', 'subjects', quiet ?? false);
  try {
    const rows = await killMatrix(entrants, rules, { whole, signal, onProgress: progress.update });
    progress.end();
    const unproven = rules
      .map(({ id }) => id)
      .filter((id) => !rows.some((row) => row.ok && row.kind === 'broken' && row.rules.includes(id)));
    output.write(json ? `${JSON.stringify(rows, null, 2)}\n` : matrixText(rows, unproven, pc.createColors(output.hasColours)));
    return rows.every(({ ok }) => ok) ? EXIT.conformant : EXIT.notConformant;
  } catch (thrown) {
    progress.end();
    if (!signal.aborted) throw thrown;
    messages.write('the self-test was interrupted: nothing is decided\n');
    return EXIT.undecided;
  }
}

function matrixText(rows: readonly Row[], unproven: readonly string[], colours: ReturnType<typeof pc.createColors>): string {
  const wrong = rows.filter(({ ok }) => !ok);
  return [
    ...rows.flatMap(({ name, kind, rules, ok, problem, failed, scenarios }) => [
      `${ok ? colours.green('✔') : colours.red('✖')} ${name}${verdictText(kind, rules)}  (${scenarioCount(scenarios)})`,
      ...(kind === 'unfit' ? wrap(rules.join(', '), 4) : []),
      ...(problem === undefined ? [] : wrap(problem, 4)),
      ...(ok || failed.length === 0 ? [] : wrap(`failed: ${failed.join(', ')}`, 4)),
    ]),
    '',
    ...(unproven.length === 0
      ? []
      : [`unproven, as no broken subject upsets them (${unproven.length}):`, ...unproven.map((id) => `  ${id}`), '']),
    wrong.length === 0
      ? `all ${rows.length} subjects get the verdict they must`
      : `${wrong.length} of ${rows.length} subjects do not get the verdict they must`,
    `${scenarioCount(rows.reduce((sum, { scenarios }) => sum + scenarios, 0))} run on them`,
    '',
  ].join('\n');
}

function scenarioCount(count: number): string {
  return count === 1 ? '1 scenario' : `${count} scenarios`;
}

function verdictText(kind: Row['kind'], rules: readonly string[]): string {
  if (kind === 'odd') return '  conforms, oddly';
  return kind === 'broken' ? `  breaks ${rules.join(', ')}` : '  is of a kind that fwctl refuses, and breaks';
}
