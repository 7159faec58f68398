import { resolve } from 'node:path';
import { exitStatus } from '../../../reports/document/exit-status.js';
import { asReport } from '../../../reports/document/written-report.js';
import { contradictionIn, contradictionTo, type MailProblem } from '../../../reports/formats/check-mail.js';
import { type MailText, readMail } from '../../../reports/formats/read-mail.js';
import { labelled, wrap } from '../../../reports/formats/wrap.js';
import { KitError } from '../../errors.js';
import { type InputKind, readInput, refuse } from '../../input-file.js';
import { openReport } from '../../report-file/load.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { tellCutShort } from './cut-short.js';

export type VerifyMailOptions = { readonly report?: string };

const MAIL_FILE: InputKind = {
  code: 'input/bad-mail',
  noun: 'the mail',
  attempt: 'the decoded text of a mail with all that render --format mail wrote; docs/reports.md says what may have become of it',
};

/**
 * Ends as the run ended that the mail is about. A mail alone is a claim: without the report it ends with 2, or with 1
 * when it says itself that the subject does not conform.
 * @throws KitError input/bad-mail when the mail contradicts itself or the report, input/bad-report
 */
export function verifyMail(path: string, options: VerifyMailOptions, { cwd, output, messages }: Surroundings): ExitStatus {
  const file = resolve(cwd, path);
  const found = readMail(readInput(file, MAIL_FILE).toString());
  if (found.kind === 'problem') throw refuse(MAIL_FILE, `${file}:${found.line}:1`, found.expected, found.received);
  requireNone(contradictionIn(found.mail), 'contradicts itself');
  if (options.report === undefined) {
    output.write(told(found.mail, 'as the mail says, which does not contradict itself; --report REPORT holds it against the evidence'));
    return found.mail.result === 'non-conformant' ? EXIT.notConformant : EXIT.undecided;
  }
  const { read, digest } = openReport(resolve(cwd, options.report));
  if (read.kind === 'cut-short') return tellCutShort(read.where, messages);
  const report = asReport(read.report);
  requireNone(contradictionTo(report, digest(), found.mail), 'contradicts the report');
  output.write(told(found.mail, 'as the mail and the report say'));
  return exitStatus(report, { allowPartial: false });
}

function requireNone(problem: MailProblem | null, how: string): void {
  if (problem === null) return;
  const { summary, expected, received } = problem;
  throw new KitError(MAIL_FILE.code, { summary: `the mail ${how}: ${summary}`, expected, received, attempt: MAIL_FILE.attempt });
}

function told({ result, sha256 }: MailText, how: string): string {
  return `${[...wrap(`${result}, ${how}`, ''), ...labelled('evidence', sha256)].join('\n')}\n`;
}
