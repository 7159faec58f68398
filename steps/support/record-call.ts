import type { RecordedCall, RecordedValue } from '../../kit/evidence.js';
import type { Region } from '../../kit/subject/memory.js';
import { record, recordFields } from './record.js';
import { recordBytes } from './record-bytes.js';

const NOTHING = new Uint8Array(0);

/** A call in the evidence, from before it comes back. */
type CallRecord = {
  readonly call: RecordedCall;
  /** What the evidence says of its outcome. */
  readonly outcomeOf: (outcome: unknown) => RecordedValue;
};

/** Records what the operation takes now; `before` holds what each region of memory held. */
export function beginRecord(
  { op, memory, ...takes }: { readonly op: string; readonly memory?: readonly Region[] },
  before: readonly Uint8Array[],
): CallRecord {
  if (memory === undefined) return { call: { op, takes: recordFields(takes) }, outcomeOf: record };
  return {
    call: { op, takes: { ...recordFields(takes), memory: memory.map(recordRegion) } },
    outcomeOf: (outcome) => ({ ...recordOutcome(outcome), written: changed(memory, before).map(recordRegion) }),
  };
}

function recordOutcome(outcome: unknown): RecordedCall['takes'] {
  return typeof outcome === 'object' && outcome !== null ? recordFields(outcome) : {};
}

function recordRegion({ bytes, ...region }: Region) {
  return { ...region, bytes: recordBytes(bytes) };
}

/** Of the memory, the evidence shows again what the call has changed. */
export function changed(memory: readonly Region[], before: readonly Uint8Array[]): readonly Region[] {
  return memory.filter(({ bytes }, index) => Buffer.compare(bytes, before[index] ?? NOTHING) !== 0);
}
