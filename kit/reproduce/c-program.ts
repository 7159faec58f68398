import type { Region } from '../subject/memory.js';
import type { CallerRights, CallOutcome, Operation, OperationName } from '../subject/operations.js';
import { CAP_SYS_RAWIO, FWCTL_INFO, FWCTL_RPC } from '../uapi/ioctl.js';
import { byteLines, fillStatements } from './c-bytes.js';
import { RUNTIME } from './c-runtime.js';
import type { Answer, AnyOperation } from './recorded-operations.js';
import type { Case } from './shrink.js';

/** A program for a real node, or why a program cannot show the failure. */
export type Program = { readonly kind: 'program'; readonly text: string } | { readonly kind: 'none'; readonly why: string };

export type ProgramHead = {
  readonly rule: string;
  readonly title: string;
  readonly subject: string;
  readonly scenario: string;
  /** What the scenario expected of what did not hold, in its words. */
  readonly expected: readonly string[];
};

/** What a program cannot do, or cannot see. */
class NotInC extends Error {
  override readonly name = 'NotInC';
}

/** Of what a program does on a node, that which can come to something else. */
const GETS_AN_ANSWER: readonly OperationName[] = ['open', 'close', 'ioctl', 'observe-taint'];

/** Writes a program that does the steps and judges the last answer, where it differs from the reference's. */
export function writeProgram(found: Case, head: ProgramHead): Program {
  try {
    return { kind: 'program', text: new ProgramText(found, head).text };
  } catch (error) {
    if (error instanceof NotInC) return { kind: 'none', why: error.message };
    throw error;
  }
}

class ProgramText {
  readonly #found: Case;
  readonly #head: ProgramHead;
  #caller: number | null = null;
  #node: string | null = null;
  #hasCalled = false;
  readonly #devices: string[] = [];

  constructor(found: Case, head: ProgramHead) {
    this.#found = found;
    this.#head = head;
  }

  get text(): string {
    const { steps, answers } = this.#found;
    const body = steps.flatMap(({ operation, waits }, index) => {
      if (!waits) throw new NotInC('two calls at a time are needed, and the program makes one after the other');
      return this.#step(operation, answers[index] ?? null, index === steps.length - 1);
    });
    if (!GETS_AN_ANSWER.includes(steps.at(-1)?.operation.op ?? 'boot')) throw new NotInC('what differs is nothing that a program is told');
    const node = this.#node ?? '/dev/fwctl/fwctl0';
    const verdict = `return conclude(${JSON.stringify(plain(this.#head.rule))}, ${this.#acceptsOthers ? 1 : 0});`;
    return [...this.#comment(), RUNTIME, ...main(node, [...body, verdict]), ''].join('\n');
  }

  /** Whether the scenario expected something else, too, or less, than just what the reference answers. */
  get #acceptsOthers(): boolean {
    const { answers, expected } = this.#found;
    const [came, wanted] = [outcomeOf(answers.at(-1) ?? null), outcomeOf(expected)];
    if (came === wanted) return this.#head.expected.some((words) => words.includes(' or '));
    return !this.#head.expected.includes(wanted);
  }

  #comment(): readonly string[] {
    const { rule, title, subject, scenario } = this.#head;
    const lines = [
      `${rule}: ${title}`,
      `Seen on ${subject}, in ${scenario}.`,
      ...this.#devices.map((device) => `The device behind the node: ${device}`),
      'Compile and run as root: cc -o reproduce reproduce.c && ./reproduce /dev/fwctl/fwctl0',
      'It ends with 0 when the node conforms here, 1 when it does not, and 2 when nothing was learnt.',
    ];
    return ['/*', ...lines.map((line) => ` * ${plain(line)}`), ' */'];
  }

  #step(operation: AnyOperation, answer: Answer, isLast: boolean): readonly string[] {
    const expected = isLast ? this.#found.expected : answer;
    switch (operation.op) {
      case 'boot':
        return [];
      case 'register':
        this.#devices.push(`${operation.profile} ${describe(operation.setup)}`);
        if (isLast || this.#devices.length > 1) throw new NotInC('what happens when devices are registered does not show at a node');
        return [];
      case 'script-driver':
        this.#devices.push(`then its driver is told: ${describe(operation.setup)}`);
        if (this.#hasCalled) throw new NotInC('the driver has to change its behaviour between two calls');
        return [];
      case 'spawn':
      case 'set-capabilities':
        return this.#rights(operation.caller, operation);
      case 'open':
        this.#only(operation.caller);
        if (this.#node !== null && this.#node !== operation.path) throw new NotInC('two nodes are needed');
        this.#node = operation.path;
        return [
          `int file_${operation.file} = open(node, ${operation.mode === 'read-write' ? 'O_RDWR' : 'O_RDONLY'});`,
          judged('open', `file_${operation.file} < 0 ? errno : 0`, errnoOf(expected), isLast ? errnoOf(answer) : null),
        ];
      case 'close':
        this.#only(operation.caller);
        return [judged('close', `close(file_${operation.file}) ? errno : 0`, errnoOf(expected), isLast ? errnoOf(answer) : null)];
      case 'ioctl':
        this.#only(operation.caller);
        return this.#ioctl(operation, answer, isLast);
      case 'observe-taint':
        return isLast ? taint(answer, expected) : [];
      default:
        throw new NotInC(`"${operation.op}" cannot be done, or seen, by a program on a node`);
    }
  }

  #rights(caller: number, { capabilities, userNamespace }: CallerRights): readonly string[] {
    this.#only(caller);
    const others = capabilities.filter((capability) => capability !== CAP_SYS_RAWIO);
    if (others.length > 0) throw new NotInC(`the caller has ${others.join(' and ')}, which the program does not take`);
    if (userNamespace !== 'initial') throw new NotInC('the caller is in another user namespace than the initial one');
    return [`set_rawio(${capabilities.length});`];
  }

  #only(caller: number): void {
    this.#caller ??= caller;
    if (this.#caller !== caller) throw new NotInC('two processes are needed');
  }

  #ioctl({ file, request, argument, memory }: Operation<'ioctl'>, answer: Answer, isLast: boolean): readonly string[] {
    const { expected } = this.#found;
    this.#hasCalled = true;
    const call = `ioctl(file_${file}, ${nameOf(request)}, (void *)${address(argument)}) ? errno : 0`;
    const code = isLast ? errnoOf(expected) : errnoOf(answer);
    const isErrno = isLast && errnoOf(answer) !== code;
    return [
      '{',
      ...indented([
        ...memory.flatMap(place),
        judged(nameOf(request), call, code, isErrno ? errnoOf(answer) : null),
        ...(isLast ? memory.flatMap((region, index) => judgeRegion(region, answer?.memory[index], expected?.memory[index], isErrno)) : []),
        ...memory.map((region) => `unmap(${address(region.address)}, ${region.bytes.length});`),
      ]),
      '}',
    ];
  }
}

function main(node: string, body: readonly string[]): readonly string[] {
  return [
    'int main(int argc, char **argv)',
    '{',
    ...indented([`const char *node = argc > 1 ? argv[1] : ${JSON.stringify(node)};`, '', '(void)node;', ...body]),
    '}',
  ];
}

function place({ name, address: at, access, bytes }: Region, index: number): readonly string[] {
  const fill = fillStatements(`region_${index}`, bytes);
  if (fill === null) throw new NotInC(`${bytes.length} bytes of ${name} are too many to stand in a program`);
  return [
    `/* ${plain(name)} */`,
    `unsigned char *region_${index} = map(${address(at)}, ${bytes.length});`,
    `(void)region_${index};`,
    ...fill,
    ...(access === 'read-only' ? [`protect(${address(at)}, ${bytes.length});`] : []),
  ];
}

/** Only what differs is judged: another device may answer otherwise where nothing is wrong. */
function judgeRegion(
  { name, address: at }: Region,
  came: Uint8Array | undefined,
  expected: Uint8Array | undefined,
  isErrno: boolean,
): readonly string[] {
  if (came === undefined || expected === undefined || Buffer.compare(came, expected) === 0) return [];
  const from = came.findIndex((byte, index) => byte !== expected[index]);
  const to = came.findLastIndex((byte, index) => byte !== expected[index]) + 1;
  const end = Math.min(to, from + LONGEST_COMPARED);
  return [
    `judge_bytes(${JSON.stringify(`${plain(name)} from byte ${from}`)}, (unsigned char *)${address(at + from)}, (unsigned char[]){`,
    ...byteLines(expected.subarray(from, end)),
    ...(isErrno ? [] : ['}, (unsigned char[]){', ...byteLines(came.subarray(from, end))]),
    `}, ${isErrno ? 'NULL, ' : ''}${end - from});`,
  ];
}

/** Bytes that are compared of a region; where they differ from more on, the first ones tell. */
const LONGEST_COMPARED = 64;

/** `failed` is what came of it where it is judged. */
function judged(what: string, call: string, code: string, failed: string | null): string {
  return failed === null
    ? `need(${JSON.stringify(what)}, ${call}, ${code});`
    : `judge_errno(${JSON.stringify(what)}, ${call}, ${code}, ${failed});`;
}

function taint(answer: Answer, expected: Answer): readonly string[] {
  const [came, wanted] = [maskOf(answer), maskOf(expected)];
  const differing = came ^ wanted;
  return [`judge("the taint of the kernel", tainted() & ${differing}ul, ${wanted & differing}ul);`];
}

function maskOf(answer: Answer): number {
  const { mask }: { readonly mask?: number } = Object(answer?.outcome);
  return mask ?? 0;
}

/** As a scenario says it. */
function outcomeOf(answer: Answer): string {
  const outcome: CallOutcome = Object(answer?.outcome);
  return outcome.ok ? 'success' : outcome.errno;
}

function errnoOf(answer: Answer): string {
  if (answer === null) throw new NotInC('a call does not come back');
  const outcome: CallOutcome = Object(answer.outcome);
  return outcome.ok ? '0' : outcome.errno;
}

function nameOf(request: number): string {
  if (request === FWCTL_INFO) return 'FWCTL_INFO';
  return request === FWCTL_RPC ? 'FWCTL_RPC' : `0x${request.toString(16)}`;
}

function address(at: number): string {
  return `0x${at.toString(16)}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `\t${line}`));
}

function describe(setup: object): string {
  return JSON.stringify(setup, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
}

/** Text that neither ends a comment nor begins another line. */
function plain(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '?')
    .replaceAll('*/', '* /')
    .replaceAll('\\', '/');
}
