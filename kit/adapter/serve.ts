import { messageOf } from '../errors.js';
import { CAPABILITY_OF_OPERATION, type Capability } from '../subject/capabilities.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { Lines } from './lines.js';
import { attachedLength, encode, fromJson, LONGEST_LINE, PROTOCOL_VERSION } from './wire.js';

type Request = { readonly id: number; readonly op: string; readonly attachments?: boolean };
type Ioctl = { readonly memory?: readonly Region[] };

/** The other side of the conversation: a subject answers on standard output what it is asked on standard input. */
export async function serve(subject: Subject): Promise<void> {
  let canAttach = false;
  const say = (message: object): void => {
    for (const piece of encode(message, canAttach)) process.stdout.write(piece);
  };
  for await (const request of requests()) {
    const { id, op } = request;
    if (op === 'hello') {
      const attachments = request.attachments === true;
      const { name, version } = subject.identity;
      say({
        id,
        result: { protocol: PROTOCOL_VERSION, name, version, attachments, inOrder: true, capabilities: [...subject.capabilities] },
      });
      canAttach = attachments;
    } else if (canDo(subject, request)) {
      const { id: _, ...operation } = request;
      void perform(subject, asOperation(operation)).then(
        (result) => say({ id, result }),
        (thrown) => say({ id, broke: messageOf(thrown) }),
      );
    } else say({ id, cannot: `there is no "${op}" of that kind here` });
  }
  await subject.stop();
}

async function* requests(): AsyncGenerator<Request> {
  const lines = new Lines(LONGEST_LINE);
  let unfinished: unknown = null;
  for await (const chunk of process.stdin) {
    for (const piece of lines.take(chunk)) {
      if (piece === 'too long') throw new Error(`a line of more than ${LONGEST_LINE} bytes`);
      if (unfinished !== null) {
        yield Object(fromJson(unfinished, piece));
        unfinished = null;
        continue;
      }
      const message: unknown = JSON.parse(piece.toString());
      const length = attachedLength(message);
      if (length === 0) yield Object(fromJson(message));
      else {
        unfinished = message;
        lines.expectPiece(length);
      }
    }
  }
}

function canDo({ capabilities }: Subject, request: Request): boolean {
  const { op } = request;
  if (!isOperation(op)) return false;
  const needed: Capability | null = CAPABILITY_OF_OPERATION[op];
  if (needed !== null && !capabilities.has(needed)) return false;
  return !('profile' in request) || [...capabilities].some((name) => name === `device-${String(request.profile)}`);
}

function isOperation(op: string): op is OperationName {
  return Object.hasOwn(CAPABILITY_OF_OPERATION, op);
}

async function perform(subject: Subject, operation: Operation<OperationName>): Promise<object | null> {
  const { memory }: Ioctl = Object(operation);
  const before = memory?.map(({ bytes }) => new Uint8Array(bytes));
  const outcome = (await subject.perform(operation)) ?? null;
  if (memory === undefined || before === undefined) return outcome;
  const changed = memory.filter(({ bytes }, index) => Buffer.compare(bytes, before[index] ?? bytes) !== 0);
  return { outcome, memory: Object.fromEntries(changed.map(({ name, bytes }) => [name, bytes])) };
}

/** The kit is the one that asks, and it asks by the table of operations. */
function asOperation(value: object): Operation<OperationName> {
  return Object(value);
}
