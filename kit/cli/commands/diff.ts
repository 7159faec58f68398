import { resolve } from 'node:path';
import { becameWorse, compare } from '../../../reports/compare/compare.js';
import { renderComparison } from '../../../reports/formats/comparison-text.js';
import { printableJson } from '../../../reports/formats/printable.js';
import { loadReport } from '../../report-file/load.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { undecided } from './cut-short.js';

export type DiffOptions = { readonly json?: boolean };

/** Ends with 0 when nothing became worse, 1 when something did, and 2 when a report ends before its footer. */
export async function diff(
  [before, after]: readonly [string, string],
  { json }: DiffOptions,
  { cwd, output }: Surroundings,
): Promise<ExitStatus> {
  const [a, b] = [loadReport(resolve(cwd, before)), loadReport(resolve(cwd, after))];
  if (a.kind === 'whole' && b.kind === 'whole') {
    const comparison = compare(a.report, b.report);
    output.write(json ? `${printableJson(comparison)}\n` : renderComparison(comparison));
    return becameWorse(comparison) ? EXIT.notConformant : EXIT.conformant;
  }
  const cutShort = [a, b].flatMap((read) => (read.kind === 'cut-short' ? [read.where] : []));
  output.write(json ? `${printableJson({ cutShort })}\n` : cutShort.flatMap(undecided).join('\n').concat('\n'));
  return EXIT.undecided;
}
