import pc from 'picocolors';
import { loadCatalogue } from '../../catalogue/load.js';
import { KitError } from '../../errors.js';
import { judgeAll } from '../../run/self-test/pool.js';
import type { Candidate, Row } from '../../run/self-test/row.js';
import { loadVariants, VARIANT_KINDS, violatedRules } from '../../subjects/variants.js';
import { wrap } from '../paragraph.js';
import { showProgress } from '../progress.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type SelfTestOptions = { readonly json?: boolean; readonly quiet?: boolean };

export async function selfTest({ json, quiet }: SelfTestOptions, { signal, output, messages }: Surroundings): Promise<ExitStatus> {
  const { rules } = await loadCatalogue();
  const candidates = await findCandidates();
  const progress = showProgress(messages, 'judging', 'subjects', quiet ?? false);
  try {
    const rows = await judgeAll(candidates, signal, progress.update);
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

async function findCandidates(): Promise<readonly Candidate[]> {
  const variants = (await Promise.all(VARIANT_KINDS.map(loadVariants))).flat();
  if (variants.some(({ kind }) => kind === 'broken')) {
    return variants.map((variant) => ({ name: variant.name, kind: variant.kind, rules: violatedRules(variant) }));
  }
  throw new KitError('kit/not-built', {
    summary: 'there is no broken subject to judge',
    expected: 'a compiled file for each broken subject below dist/',
    received: 'none',
    attempt: 'npm run build, or a fresh installation of the kit',
  });
}

function matrixText(rows: readonly Row[], unproven: readonly string[], colours: ReturnType<typeof pc.createColors>): string {
  const wrong = rows.filter(({ ok }) => !ok);
  return [
    ...rows.flatMap(({ name, kind, rules, ok, problem, failed }) => [
      `${ok ? colours.green('✔') : colours.red('✖')} ${name}${verdictText(kind, rules)}`,
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
    '',
  ].join('\n');
}

function verdictText(kind: Row['kind'], rules: readonly string[]): string {
  if (kind === 'odd') return '  conforms, oddly';
  return kind === 'broken' ? `  breaks ${rules.join(', ')}` : '  is of a kind that fwctl refuses, and breaks';
}
