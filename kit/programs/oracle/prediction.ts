import type { DriverOperation } from '../../subject/operations.js';
import type { Errno } from '../../uapi/errno.js';
import type { Scope } from '../../uapi/scope.js';
import type { DeviceState, FileState } from './state.js';

/** A call that the core makes on the driver of a device; `file` is null when the open is refused. */
export type PredictedCall = {
  readonly device: DeviceState;
  readonly operation: DriverOperation;
  readonly file: FileState | null;
  readonly scope?: Scope;
  readonly request?: Uint8Array;
};

/** Bytes of a region, the last of them left out. */
export type Span = { readonly from: number; readonly to: number };

/**
 * What a region holds when the call has come back. `halfWay` is what was to be written when the call failed: each byte of
 * it may still be as it was, or may have been cleared first.
 */
export type PredictedRegion = { readonly name: string; readonly after: Uint8Array; readonly halfWay: Span | null };

/** One way in which the rules let an operation end. */
export type Prediction = {
  readonly outcome: 'success' | Errno;
  readonly calls: readonly PredictedCall[];
  /** Regions that are not named here stay as they are. */
  readonly memory: readonly PredictedRegion[];
};

/** All ways in which the rules let it end. */
export type Predictions = readonly [Prediction, ...Prediction[]];

export function succeeds(calls: readonly PredictedCall[] = [], memory: readonly PredictedRegion[] = []): Prediction {
  return { outcome: 'success', calls, memory };
}

export function fails(errno: Errno, calls: readonly PredictedCall[] = [], memory: readonly PredictedRegion[] = []): Prediction {
  return { outcome: errno, calls, memory };
}
