import { AssertionError } from 'chai';
import type { RecordedExpectation } from '../../kit/evidence.js';

/** Compares what was expected with what came, and keeps both for the report. */
export class Judge {
  readonly expectations: RecordedExpectation[] = [];

  /** `what` names the thing looked at, as in "the outcome of the call". */
  expect(what: string, expected: string, actual: string, held = expected === actual): void {
    this.expectations.push({ what, expected, actual, held });
    if (!held) throw new AssertionError(`${what}: expected ${expected}, but got ${actual}`, { expected, actual, showDiff: false });
  }

  expectNumber(what: string, expected: number, actual: number): void {
    this.expect(what, String(expected), String(actual));
  }

  expectBytes(what: string, expected: Uint8Array, actual: Uint8Array): void {
    this.expect(what, describeBytes(expected), describeBytes(actual), Buffer.compare(expected, actual) === 0);
  }

  expectNothing(what: string, actual: readonly string[]): void {
    this.expect(what, 'none', actual.length === 0 ? 'none' : actual.join(', '));
  }
}

const SHOWN = 32;

export function describeBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, SHOWN)).toString('hex').replace(/../g, '$& ').trim();
  return `${bytes.length} bytes${bytes.length === 0 ? '' : `: ${hex}${bytes.length > SHOWN ? ' ...' : ''}`}`;
}
