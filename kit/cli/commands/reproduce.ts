import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { WrittenReport } from '../../../reports/document/report.js';
import { printable } from '../../../reports/formats/printable.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { cannotWrite } from '../../errors.js';
import { makeFolder } from '../../make-folder.js';
import { BadRecord } from '../../replay/restore.js';
import { loadReport } from '../../report-file/load.js';
import { notWritten, requireNoOtherRules, requireSameRules } from '../../report-file/same-rules.js';
import { reproductionFiles } from '../../reproduce/files.js';
import { reproduceRule } from '../../reproduce/reproduce-rule.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { RULE, requireKnown } from '../usage-errors.js';

export type ReproduceOptions = { readonly rule: readonly string[]; readonly out: string };

/** Writes a folder for each rule that failed. Ends with 2 when the report ends before its footer. */
export async function reproduce(path: string, { rule: named, out }: ReproduceOptions, { cwd, output }: Surroundings): Promise<ExitStatus> {
  const read = loadReport(resolve(cwd, path));
  if (read.kind === 'cut-short') {
    output.write(`inconclusive: the report ends before its footer, at ${read.where}\n`);
    return EXIT.undecided;
  }
  const catalogue = await loadCatalogue();
  requireSameRules(path, read.report, catalogue);
  requireNoOtherRules(path, read.report, catalogue);
  const rules = failedRules(read.report, named);
  if (rules.length === 0) output.write('nothing to reproduce: no rule failed\n');
  for (const rule of rules) {
    const reproduction = await reproduceRule(read.report, rule).catch((thrown: unknown) => {
      throw thrown instanceof BadRecord ? notWritten(path, 'evidence that can be judged again', thrown.message) : thrown;
    });
    if (reproduction === null) continue;
    const folder = resolve(cwd, out, rule.id);
    writeFiles(folder, reproductionFiles(reproduction));
    const { program, found } = reproduction;
    const steps = found === null ? 'as it was recorded' : `in ${found.steps.length} operations`;
    output.write(
      `${relative(cwd, folder)}: ${steps}, ${program.kind === 'program' ? 'with a program' : `without a program, since ${printable(program.why)}`}\n`,
    );
  }
  return EXIT.conformant;
}

function failedRules({ rules }: WrittenReport, named: readonly string[]): WrittenReport['rules'] {
  const failed = rules.filter(({ scenarios }) => scenarios.some(({ verdict }) => verdict === 'failed'));
  const ids = failed.map(({ id }) => id);
  const wanted = named.map((id) => requireKnown(FAILED_RULE, id, ids));
  return wanted.length === 0 ? failed : failed.filter(({ id }) => wanted.includes(id));
}

const FAILED_RULE = { ...RULE, noun: 'failed rule' };

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  try {
    makeFolder(folder);
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
}
