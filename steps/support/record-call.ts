import type { RecordedCall } from '../../kit/evidence.js';
import type { Region } from '../../kit/subject/memory.js';
import { record, recordFields } from './record.js';
import { recordBytes } from './record-bytes.js';

const NOTHING = new Uint8Array(0);

/** A call in the evidence, from before it comes back. */
type CallRecord = { readonly call: RecordedCall; readonly finish: (outcome: unknown) => void };

/** Records what the operation takes now, and what came of it when it is finished; `before` holds what each region of memory held. */
export function beginRecord(
  { op, memory, ...takes }: { readonly op: string; readonly memory?: readonly Region[] },
  before: readonly Uint8Array[],
): CallRecord {
  if (memory === undefined) {
    const call: RecordedCall = { op, takes: recordFields(takes) };
    return { call, finish: (outcome) => Object.assign(call, { outcome: record(outcome) }) };
  }
  const call: RecordedCall = { op, takes: { ...recordFields(takes), memory: memory.map(recordRegion) } };
  const finish = (outcome: unknown) => Object.assign(call, { outcome: { ...recordOutcome(outcome), written: changed(memory, before) } });
  return { call, finish };
}

function recordOutcome(outcome: unknown): RecordedCall['takes'] {
  return typeof outcome === 'object' && outcome !== null ? recordFields(outcome) : {};
}

function recordRegion({ bytes, ...region }: Region) {
  return { ...region, bytes: recordBytes(bytes) };
}

/** Of the memory, the evidence shows again what the call has changed. */
function changed(memory: readonly Region[], before: readonly Uint8Array[]) {
  return memory.filter(({ bytes }, index) => Buffer.compare(bytes, before[index] ?? NOTHING) !== 0).map(recordRegion);
}
