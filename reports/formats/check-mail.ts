import { type Report, WAIVER_STATES, type WaiverState } from '../document/report.js';
import { resultWith } from '../document/waivers.js';
import { renderMail } from './mail.js';
import type { MailLabel } from './mail-words.js';
import { type MailField, type MailText, readMail } from './read-mail.js';

/** Something that a mail says and that cannot be. */
export type MailProblem = { readonly summary: string; readonly expected: string; readonly received: string };

/** The first thing in which a mail contradicts itself; null when it does not. */
export function contradictionIn(mail: MailText): MailProblem | null {
  return badSum(mail) ?? badList(mail) ?? badResult(mail);
}

function badSum({ counts }: MailText): MailProblem | null {
  const { required, executed, passed, warned, failed, waived, notTestable, broken } = counts;
  return (
    unequal('the rules that were executed', passed + warned + failed + waived, executed) ??
    unequal('the rules that are required', executed + notTestable + broken, required)
  );
}

/** Whatever needs attention is listed. */
function badList({ counts, fields }: MailText): MailProblem | null {
  return (
    unequal('the rules listed as failed', counts.failed, listed(fields, 'failed').length) ??
    unequal('the rules listed as warned', counts.warned, listed(fields, 'warned').length) ??
    unequal('the rules listed as waived', counts.waived, listed(fields, 'waived').length) ??
    unequal('the waivers listed as applied', counts.waived, statesOf(fields).filter((state) => state === 'applied').length) ??
    unequal('the rules listed as broken', counts.broken, numbered(fields, 'broken')) ??
    unequal('the rules listed as not testable', counts.notTestable, numbered(fields, 'untested')) ??
    unequal('the rules listed as not applicable', counts.notApplicable, numbered(fields, 'n/a'))
  );
}

function badResult(mail: MailText): MailProblem | null {
  const { counts, fields, result } = mail;
  const isSound = listed(fields, 'run').every((text) => text.startsWith('complete,')) && listed(fields, 'problem').length === 0;
  const due = listed(fields, 'run').length === 1 ? resultWith(counts, isSound, statesOf(fields)) : 'inconclusive';
  return result === due ? null : { summary: 'the result is not what the rest of the mail says', expected: due, received: result };
}

function listed(fields: readonly MailField[], label: MailLabel): readonly string[] {
  return fields.filter((one) => one.label === label).map(({ text }) => text);
}

function numbered(fields: readonly MailField[], label: MailLabel): number {
  return listed(fields, label).reduce((sum, text) => sum + (/^\d{1,9}(?= )/.test(text) ? Number.parseInt(text, 10) : 0), 0);
}

/** The state stands before the rule, so that no name of a rule can be taken for one. */
function statesOf(fields: readonly MailField[]): readonly WaiverState[] {
  return listed(fields, 'waiver').flatMap((text) => WAIVER_STATES.find((state) => text.startsWith(`${state}: `)) ?? []);
}

function unequal(what: string, expected: number, received: number): MailProblem | null {
  return expected === received
    ? null
    : { summary: `${what} are not as many as the counts say`, expected: `${expected}`, received: `${received}` };
}

/** The first thing in which a mail is not what this report, of that digest, says; null when there is none. */
export function contradictionTo(report: Report, sha256: string, mail: MailText): MailProblem | null {
  if (mail.sha256 !== sha256) return { summary: 'the mail is about another report.json', expected: sha256, received: mail.sha256 };
  const due = readMail(renderMail(report, sha256));
  if (due.kind === 'problem') throw new Error(`a mail that cannot be read was written: ${due.expected}, not ${due.received}`);
  const [expected, received] = [linesOf(due.mail), linesOf(mail)];
  const length = Math.max(expected.length, received.length);
  const index = Array.from({ length }, (_, place) => place).find(
    (place) => withoutBlanks(expected[place]) !== withoutBlanks(received[place]),
  );
  if (index === undefined) return null;
  return {
    summary: 'the mail does not say what the report does',
    expected: expected[index] ?? 'nothing more',
    received: received[index] ?? 'nothing more',
  };
}

function linesOf({ result, counts, fields }: MailText): readonly string[] {
  return [
    result,
    ...Object.entries(counts).map(([name, count]) => `${name} ${count}`),
    ...fields.map(({ label, text }) => `${label}: ${text}`),
  ];
}

/** A long word was cut where a line ended. */
function withoutBlanks(text: string | undefined): string | undefined {
  return text?.replaceAll(' ', '');
}
