import { createInterface } from 'node:readline';
import { messageOf } from '../errors.js';
import { CAPABILITY_OF_OPERATION } from '../subject/capabilities.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { fromJson, PROTOCOL_VERSION, toJson } from './wire.js';

type Request = { readonly id: number; readonly op: OperationName | 'hello'; readonly memory?: readonly Region[] };

/** The other side of the conversation: a subject answers on standard output what it is asked on standard input. */
export async function serve(subject: Subject): Promise<void> {
  const { name, version } = subject.identity;
  const say = (message: object): void => {
    process.stdout.write(`${JSON.stringify(message)}\n`);
  };
  const answer = async (request: Request): Promise<object> => {
    if (request.op === 'hello') return { protocol: PROTOCOL_VERSION, name, version, capabilities: [...subject.capabilities] };
    const { id: _, ...operation } = request;
    const before = request.memory?.map(({ bytes }) => new Uint8Array(bytes));
    const outcome = await subject.perform(asOperation(operation));
    if (request.memory === undefined || before === undefined) return Object(toJson(outcome ?? null));
    const changed = request.memory.filter(({ bytes }, index) => Buffer.compare(bytes, before[index] ?? bytes) !== 0);
    return { outcome, memory: Object.fromEntries(changed.map(({ name: region, bytes }) => [region, toJson(bytes)])) };
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const request: Request = Object(fromJson(JSON.parse(line)));
    const { id } = request;
    if (request.op !== 'hello' && !Object.hasOwn(CAPABILITY_OF_OPERATION, request.op)) {
      say({ id, cannot: `there is no operation "${String(request.op)}" in version ${PROTOCOL_VERSION}` });
      continue;
    }
    void answer(request).then(
      (result) => say({ id, result: result instanceof Object && Object.keys(result).length === 0 ? null : result }),
      (thrown) => say({ id, broke: messageOf(thrown) }),
    );
  }
  await subject.stop();
}

/** The kit is the one that asks, and it asks by the table of operations. */
function asOperation(value: object): Operation<OperationName> {
  return Object(value);
}
