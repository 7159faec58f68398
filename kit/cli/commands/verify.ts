import { resolve } from 'node:path';
import { findDisagreements } from '../../../reports/compare/disagreements.js';
import type { WrittenReport } from '../../../reports/document/report.js';
import { printableJson } from '../../../reports/formats/printable.js';
import { renderVerification, type Verification } from '../../../reports/formats/verification-text.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { replayReport } from '../../replay/replay-report.js';
import { type Change, findChange } from '../../report-file/integrity.js';
import { parseReport, readReportText } from '../../report-file/load.js';
import { requireSameRules } from '../../report-file/same-rules.js';
import { optimiseLate } from '../../run/engine.js';
import { readChallenge } from '../option-values.js';
import { showProgress } from '../progress.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type VerifyOptions = { readonly challenge?: string; readonly json?: boolean; readonly quiet?: boolean };

/** Ends with 0 when the report says what its evidence says, 1 when it does not, and 2 when it ends before its footer. */
export async function verify(path: string, options: VerifyOptions, { cwd, signal, output, messages }: Surroundings): Promise<ExitStatus> {
  const challenge = readChallenge(options.challenge);
  const catalogue = await loadCatalogue();
  const { text, file } = readReportText(resolve(cwd, path));
  const read = parseReport(text, file);
  if (read.kind === 'cut-short') {
    output.write(
      options.json ? `${printableJson({ cutShort: read.where })}\n` : `inconclusive: the report ends before its footer, at ${read.where}\n`,
    );
    return EXIT.undecided;
  }
  requireSameRules(path, read.report, catalogue);
  const changes = [findChange(text, file, read.report), anotherChallenge(challenge, read.report)].flatMap((change) => change ?? []);
  optimiseLate();
  const verification = await judgeAgain(read.report, changes, catalogue, {
    signal,
    progress: showProgress(messages, 'verifying', 'scenarios', options.quiet ?? false),
  });
  output.write(options.json ? `${printableJson(verification)}\n` : renderVerification(verification));
  return verification.holds ? EXIT.conformant : EXIT.notConformant;
}

async function judgeAgain(
  written: WrittenReport,
  changes: readonly Change[],
  catalogue: Catalogue,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: ReturnType<typeof showProgress> },
): Promise<Verification> {
  const { report, left } = await replayReport(written, catalogue, { signal, onProgress: progress.update }).finally(progress.end);
  const places = new Set(left.map(({ location }) => location));
  const disagreements = findDisagreements(written, report, (location) => places.has(location));
  const { result, subject, challenge } = written;
  return {
    holds: changes.length === 0 && disagreements.length === 0,
    report: { result, subject, ...(challenge !== undefined && { challenge }) },
    scenarios: written.rules.reduce((sum, { scenarios }) => sum + scenarios.length, 0),
    changes,
    disagreements,
    left,
  };
}

/** That the run was mixed with the challenge that it names shows when it is judged again; that it is the right one does not. */
function anotherChallenge(expected: string | undefined, { challenge }: WrittenReport): Change | null {
  if (expected === undefined || expected === challenge) return null;
  return {
    where: 'challenge',
    what: challenge === undefined ? 'the run was made with none' : `the run was made with ${JSON.stringify(challenge)}`,
  };
}
