import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findDisagreements } from '../../../reports/compare/disagreements.js';
import type { WrittenReport } from '../../../reports/document/report.js';
import { printableJson } from '../../../reports/formats/printable.js';
import { renderVerification, type Verification } from '../../../reports/formats/verification-text.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { cannotWriteFile } from '../../errors.js';
import { replayReport } from '../../replay/replay-report.js';
import type { Change } from '../../report-file/integrity.js';
import { loadReport } from '../../report-file/load.js';
import { requireSameRules } from '../../report-file/same-rules.js';
import { optimiseLate } from '../../run/engine.js';
import { EvidenceSpool } from '../../run/evidence-spool.js';
import { readChallenge } from '../option-values.js';
import { showProgress } from '../progress.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type VerifyOptions = { readonly challenge?: string; readonly json?: boolean; readonly quiet?: boolean };

/** Ends with 0 when the report says what its evidence says, 1 when it does not, and 2 when it ends before its footer, or a signal came. */
export async function verify(path: string, options: VerifyOptions, { cwd, signal, output, messages }: Surroundings): Promise<ExitStatus> {
  const challenge = readChallenge(options.challenge);
  const catalogue = await loadCatalogue();
  const read = loadReport(resolve(cwd, path));
  if (read.kind === 'cut-short') {
    output.write(
      options.json ? `${printableJson({ cutShort: read.where })}\n` : `inconclusive: the report ends before its footer, at ${read.where}\n`,
    );
    return EXIT.undecided;
  }
  requireSameRules(path, read.report, catalogue);
  const changes = [read.findChange(), anotherChallenge(challenge, read.report)].flatMap((change) => change ?? []);
  optimiseLate();
  const verification = await judgeAgain(read.report, changes, catalogue, {
    signal,
    progress: showProgress(messages, 'verifying', 'scenarios', options.quiet ?? false),
  });
  if (signal.aborted) {
    output.write(options.json ? `${printableJson({ interrupted: true })}\n` : 'inconclusive: verifying was interrupted\n');
    return EXIT.undecided;
  }
  output.write(options.json ? `${printableJson(verification)}\n` : renderVerification(verification));
  return verification.holds ? EXIT.conformant : EXIT.notConformant;
}

async function judgeAgain(
  written: WrittenReport,
  changes: readonly Change[],
  catalogue: Catalogue,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: ReturnType<typeof showProgress> },
): Promise<Verification> {
  const spool = temporarySpool();
  const sinks = { signal, onProgress: progress.update, keepEvidence: spool.keep };
  const { report, left } = await replayReport(written, catalogue, sinks).finally(progress.end);
  const places = new Set(left.map(({ location }) => location));
  const disagreements = findDisagreements(written, report, (location) => places.has(location));
  spool.close();
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

/** Its file has no name, so the folder is not needed any more. */
function temporarySpool(): EvidenceSpool {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'fwctl-verify-'));
    const spool = new EvidenceSpool(folder);
    rmSync(folder, { recursive: true });
    return spool;
  } catch (cause) {
    throw cannotWriteFile('what is judged again', tmpdir(), 'TMPDIR with a folder that can be written', cause);
  }
}

/** That the run was mixed with the challenge that it names shows when it is judged again; that it is the right one does not. */
function anotherChallenge(expected: string | undefined, { challenge }: WrittenReport): Change | null {
  if (expected === undefined || expected === challenge) return null;
  return {
    where: 'challenge',
    what: challenge === undefined ? 'the run was made with none' : `the run was made with ${JSON.stringify(challenge)}`,
  };
}
