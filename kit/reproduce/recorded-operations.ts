import type { Evidence, RecordedCall } from '../evidence.js';
import { restore } from '../replay/restore.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName } from '../subject/operations.js';

export type AnyOperation = { [Name in OperationName]: Operation<Name> }[OperationName];

/** One operation of a scenario. `waits` is false when the scenario went on before it had come back. */
export type Step = { readonly operation: AnyOperation; readonly waits: boolean };

/** What came of it: the outcome and what the regions held then, or nothing. */
export type Answer = { readonly outcome: unknown; readonly memory: readonly Uint8Array[] } | null;

export type RecordedStep = Step & { readonly answer: Answer };

/** What the scenario did, and what came of it; the many calls that one line stands for are left out, since none of them stands for itself. */
export function recordedSteps({ calls }: Evidence): readonly RecordedStep[] {
  return calls.filter(({ answers }) => answers === undefined).map(recordedStep);
}

function recordedStep(call: RecordedCall): RecordedStep {
  const operation: AnyOperation = Object({ op: call.op, ...Object(restore(call.takes)) });
  const isBack = call.outcome !== undefined && call.broke === undefined;
  return {
    operation,
    waits: isBack && call.back === undefined,
    answer: isBack ? answerOf(operation, restore(call.outcome ?? null)) : null,
  };
}

function answerOf(operation: AnyOperation, restored: unknown): Answer {
  const memory = memoryOf(operation);
  if (memory.length === 0) return { outcome: restored, memory: [] };
  const { written, ...outcome }: { readonly written?: readonly Region[] } = Object(restored);
  return { outcome, memory: memory.map(({ address, bytes }) => written?.find((region) => region.address === address)?.bytes ?? bytes) };
}

/** The regions that it is given; none unless it is an ioctl. */
export function memoryOf(operation: AnyOperation): readonly Region[] {
  return 'memory' in operation ? operation.memory : [];
}
