import { shortened } from '../shortened.js';

/** Everything that can go wrong between the kit and an adapter: what was expected, and what to try. */
export const PROBLEMS = {
  'cannot-start': { expected: 'a program that this user may run', attempt: 'the same command in a shell' },
  ended: { expected: 'a program that runs until its standard input is closed', attempt: 'its standard error, and the request it ended in' },
  'ended-badly': { expected: 'exit status 0 when its standard input is closed', attempt: 'to leave the loop at the end of the input' },
  silent: {
    expected: 'an answer in time',
    attempt: 'to answer what can be answered while another call is held, and to flush standard output',
  },
  late: { expected: 'an answer in time', attempt: 'to flush standard output after each message, and to look for what takes so long' },
  slow: { expected: 'every request answered in time', attempt: 'to look for a request that was forgotten' },
  'half-a-line': { expected: 'a newline at the end of each message', attempt: 'to write the newline, and to flush standard output' },
  'stopped-reading': { expected: 'a program that reads its standard input', attempt: 'to read on while a call is under way' },
  'long-line': { expected: 'a line within the limit', attempt: 'to look for a missing newline, or for an answer that repeats itself' },
  'not-utf-8': { expected: 'UTF-8', attempt: 'to send bytes as { "base64": "..." }' },
  'not-json': { expected: 'one JSON object a line and nothing else', attempt: 'to print to standard error in place of standard output' },
  'no-reply': {
    expected: '{ id, result }, { id, cannot }, { id, broke } or { call, device, message }',
    attempt: 'adapter-1.json, which describes every message',
  },
  'too-many-calls': { expected: 'a driver that waits for its device', attempt: 'to send the next message when the last has been answered' },
  'too-much-attached': { expected: 'at most as many bytes behind a line as a line may have', attempt: 'to send only what was asked for' },
  'attached-unasked': { expected: 'bytes as { "base64": "..." }', attempt: 'to say "attachments": true in the greeting' },
  'never-asked': { expected: 'the id of a request', attempt: 'to copy the id from the request, as the number it is' },
  'answered-twice': { expected: 'one answer to each request', attempt: 'to look for the place that answers again' },
  'wrong-result': {
    expected: 'the result that the protocol has for this request',
    attempt: 'adapter-1.json, which has a definition for it',
  },
  'broken-promise': { expected: 'what its capabilities promise', attempt: 'to leave the capability out of the greeting' },
  'not-there': {
    expected: 'what is asked of every adapter, whatever it declares',
    attempt: 'to write boot, spawn, open, ioctl, close and register first',
  },
  'not-opened': { expected: 'a device that can be opened', attempt: 'to let its node be opened, since nothing else can be tried without' },
  'came-early': {
    expected: 'a call that stops in the operation of the driver that is to be held',
    attempt: 'to let the call come as far as the driver, and hold stop it there until release',
  },
  'poke-unseen': {
    expected: 'memory in which another thread can write during a call',
    attempt: 'to let poke write into the memory of every ioctl of that caller under way, and to give that region back',
  },
  'share-unseen': {
    expected: 'one open file that both processes have',
    attempt: 'to let share give the process the file under the same number',
  },
  undeclared: { expected: '{ id, cannot } for what the greeting does not declare', attempt: 'to declare it, or to leave it out' },
  'knows-too-much': { expected: '{ id, cannot }', attempt: 'to answer { "id", "cannot": "why" } to an op that it does not know' },
  'another-greeting': { expected: 'the same greeting of every start', attempt: 'to declare what the program can always do' },
  broke: { expected: 'an adapter that works', attempt: 'what the adapter itself says' },
  'too-many-starts': { expected: 'a conversation that holds', attempt: 'check-adapter, which judges the conversation alone' },
} as const satisfies Record<string, { readonly expected: string; readonly attempt: string }>;
export type ProblemKind = keyof typeof PROBLEMS;

/** Nothing was learnt from what was asked. `came` is what there was in place of what was expected. */
export class AdapterProblem extends Error {
  override readonly name = 'AdapterProblem';
  readonly kind: ProblemKind;
  readonly came: string;

  /** `output` is what the adapter said last on standard error. */
  constructor(kind: ProblemKind, came: string, output = '') {
    const said = output === '' ? '' : `; it last said on standard error: ${output}`;
    const told = shortened(`${came}${said}`);
    super(`${told} (expected: ${PROBLEMS[kind].expected}; try: ${PROBLEMS[kind].attempt})`);
    this.kind = kind;
    this.came = told;
  }

  get expected(): string {
    return PROBLEMS[this.kind].expected;
  }

  get attempt(): string {
    return PROBLEMS[this.kind].attempt;
  }
}
