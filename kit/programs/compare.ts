import type { Region } from '../subject/memory.js';
import type { CallOutcome, DriverCall } from '../subject/operations.js';
import { type Difference, showBytes } from './disagreement.js';
import type { PredictedCall, PredictedRegion, Prediction, Predictions } from './oracle/prediction.js';

/** What came of an operation: its outcome, the calls on drivers since the one before, and the caller's memory before and after. */
export type Observed = {
  readonly outcome: CallOutcome;
  readonly calls: ReadonlyMap<string, readonly DriverCall[]>;
  readonly before: readonly Region[];
  readonly after: readonly Region[];
};

/** The prediction that came true; or else one that did not, and in what. */
export function compare(
  predictions: Predictions,
  observed: Observed,
): { readonly nearest: Prediction; readonly difference: Difference | null } {
  const came = observed.outcome.ok ? 'success' : observed.outcome.errno;
  const sameOutcome = predictions
    .filter(({ outcome }) => outcome === came)
    .map((nearest) => ({ nearest, difference: callDifference(nearest, observed) ?? memoryDifference(nearest, observed) }));
  const expected = [...new Set(predictions.map(({ outcome }) => outcome))].join(' or ');
  const otherOutcome = { nearest: predictions[0], difference: { what: 'the outcome', expected, actual: came } };
  return sameOutcome.find(({ difference }) => difference === null) ?? sameOutcome[0] ?? otherOutcome;
}

function callDifference({ calls }: Prediction, observed: Observed): Difference | null {
  for (const [device, made] of observed.calls) {
    const expected = inOrder(calls.filter((call) => call.device.id === device));
    const actual = [...made].sort(byContextWhereClosed);
    const differs = expected.length !== actual.length || expected.some((call, index) => !isSameCall(call, actual[index]));
    if (differs)
      return {
        what: `calls on the driver of ${device}`,
        expected: expected.map(showCall).join(', ') || 'none',
        actual: actual.map(showCall).join(', ') || 'none',
      };
  }
  return null;
}

/** In which order contexts are closed in one go is nowhere said. */
function byContextWhereClosed(a: DriverCall, b: DriverCall): number {
  return a.operation === 'close_uctx' && b.operation === 'close_uctx' ? a.context - b.context : 0;
}

function inOrder(calls: readonly PredictedCall[]): readonly PredictedCall[] {
  const isClose = ({ operation }: PredictedCall): boolean => operation === 'close_uctx';
  return [...calls].sort((a, b) => (isClose(a) && isClose(b) ? (a.file?.context ?? 0) - (b.file?.context ?? 0) : 0));
}

/** The number of a context is the subject's to choose; `file.context` is null until it has told it. */
function isSameCall({ operation, file, scope, request }: PredictedCall, actual: DriverCall | undefined): boolean {
  return (
    actual !== undefined &&
    actual.operation === operation &&
    (file === null || file.context === null || file.context === actual.context) &&
    actual.scope === scope &&
    (request === undefined || (actual.request !== undefined && Buffer.compare(request, actual.request) === 0))
  );
}

function showCall(call: PredictedCall | DriverCall): string {
  const context = 'context' in call ? call.context : (call.file?.context ?? 'new');
  const details = [call.scope, call.request && showBytes(call.request)].filter((part) => part !== undefined);
  return `${call.operation}(${[`context ${context}`, ...details].join(', ')})`;
}

function memoryDifference({ memory }: Prediction, { before, after }: Observed): Difference | null {
  for (const [index, { name, bytes }] of after.entries()) {
    const old = before[index]?.bytes ?? new Uint8Array(0);
    const expected: PredictedRegion = memory.find((region) => region.name === name) ?? { name, after: old, halfWay: null };
    if (Buffer.compare(bytes, expected.after) === 0) continue;
    const { from: first, to: end } = expected.halfWay ?? { from: 0, to: 0 };
    const isOpen = (byte: number, offset: number): boolean => offset >= first && offset < end && (byte === old[offset] || byte === 0);
    const at = bytes.findIndex((byte, offset) => byte !== expected.after[offset] && !isOpen(byte, offset));
    if (at === -1) continue;
    const from = (all: Uint8Array): string => showBytes(all.subarray(at));
    return { what: `the ${name} from byte ${at} on`, expected: from(expected.after), actual: from(bytes) };
  }
  return null;
}
