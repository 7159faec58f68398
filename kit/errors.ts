/** Who has to do something about an error. */
const FAULTS = ['the command line', 'an input file', 'this machine', 'the subject', 'the kit'] as const;
export type Fault = (typeof FAULTS)[number];

/** Every error that ends a command before there is a verdict, and whose fault it is. Codes are stable. */
export const ERRORS = {
  'usage/unknown-command': 'the command line',
  'usage/unknown-option': 'the command line',
  'usage/bad-arguments': 'the command line',
  'usage/unknown-device': 'the command line',
  'usage/unknown-rule': 'the command line',
  'usage/unknown-broken-subject': 'the command line',
  'usage/bad-value': 'the command line',
  'usage/in-the-way': 'the command line',
  'input/bad-model': 'an input file',
  'input/bad-waivers': 'an input file',
  'input/bad-driver': 'an input file',
  'input/bad-report': 'an input file',
  'input/cannot-merge': 'an input file',
  'input/bad-mail': 'an input file',
  'input/bad-attestation': 'an input file',
  'input/bad-key': 'an input file',
  'input/cannot-verify': 'an input file',
  'input/bad-kernel-source': 'an input file',
  'input/wrong-model': 'an input file',
  'machine/cannot-write': 'this machine',
  'machine/no-folder': 'this machine',
  'machine/missing-tools': 'this machine',
  'machine/build-failed': 'this machine',
  'machine/no-linux': 'this machine',
  'machine/no-guest': 'this machine',
  'machine/no-node': 'this machine',
  'machine/not-fwctl': 'this machine',
  'machine/no-permission': 'this machine',
  'subject/cannot-start': 'the command line',
  'subject/no-greeting': 'the subject',
  'subject/bad-agent': 'the command line',
  'kit/not-built': 'the kit',
  'kit/bad-sources': 'the kit',
  'kit/two-cucumbers': 'this machine',
  'kit/worker-ended': 'the kit',
  'kit/unexpected': 'the kit',
} as const satisfies Record<string, Fault>;
export type ErrorCode = keyof typeof ERRORS;

export type Explanation = {
  readonly summary: string;
  readonly expected: string;
  readonly received: string;
  /** What the reader can do next. */
  readonly attempt: string;
};

/** Nothing can be judged: the command ends with exit status 3. */
export class KitError extends Error {
  override readonly name = 'KitError';
  readonly code: ErrorCode;
  readonly explanation: Explanation;

  constructor(code: ErrorCode, explanation: Explanation, cause?: unknown) {
    super(explanation.summary, cause === undefined ? undefined : { cause });
    this.code = code;
    this.explanation = explanation;
  }

  get fault(): Fault {
    return ERRORS[this.code];
  }
}

/** What was thrown, in words: anything may be thrown, and cucumber throws strings. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The machine does not let us write below the folder. Whatever was there before is left as it was. */
export function cannotWrite(folder: string, cause: unknown): KitError {
  return notWritten(
    'the report',
    folder,
    'a folder that this user can write, with room for the report; an earlier report there is left as it was',
    'make room, or --out with another folder',
    cause,
  );
}

/** The same of one file; `what` goes there, as in "the agent". */
export function cannotWriteFile(what: string, file: string, attempt: string, cause: unknown): KitError {
  return notWritten(what, file, 'a file in a folder that this user can write', attempt, cause);
}

/** The same of standard output, which may be a file on a disk that is full. */
export function cannotPrint(cause: unknown): KitError {
  return new KitError(
    'machine/cannot-write',
    {
      summary: 'standard output cannot be written',
      expected: 'to be able to write all of it, with room where it goes to a file',
      received: messageOf(cause),
      attempt: 'make room, or another place for it',
    },
    cause,
  );
}

function notWritten(what: string, where: string, expected: string, attempt: string, cause: unknown): KitError {
  const summary = `${what} cannot be written to ${where}`;
  return new KitError('machine/cannot-write', { summary, expected, received: messageOf(cause), attempt }, cause);
}
