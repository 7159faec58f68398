import type { Counts } from '../document/report.js';

/** What the first line of a mail text begins with; the result follows. */
export const MAIL_OPENING = 'fwctl-conformance result: ';

/** Stands before the digest, which is the last line. */
export const MAIL_CLOSING = '  SHA-256 of report.json, which holds all evidence:';

/** What the fields of a mail text are called; nothing else stands in their column. */
export const MAIL_LABELS = [
  'subject',
  'kit',
  'rules',
  'run',
  'repeat',
  'page',
  'problem',
  'failed',
  'warned',
  'waived',
  'title',
  'scenario',
  'at',
  'looked at',
  'expected',
  'actual',
  'input',
  'open',
  'reason',
  'source',
  'waiver',
  'owner',
  'link',
  'broken',
  'untested',
  'n/a',
  'left out',
] as const;
export type MailLabel = (typeof MAIL_LABELS)[number];

/** The two lines of counts below the first: of each count its name in the report, and in the mail. */
export const MAIL_COUNTS = [
  [
    ['required', 'required'],
    ['executed', 'executed'],
    ['passed', 'passed'],
    ['warned', 'warned'],
    ['failed', 'failed'],
  ],
  [
    ['waived', 'waived'],
    ['notTestable', 'not testable'],
    ['notApplicable', 'not applicable'],
    ['broken', 'broken'],
  ],
] as const satisfies readonly (readonly (readonly [keyof Counts, string])[])[];
