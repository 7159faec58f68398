import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import type { FwctlWorld } from './world.js';

export function describeOutcome(outcome: CallOutcome): string {
  return outcome.ok ? 'success' : outcome.errno;
}

export function expectSuccess(world: FwctlWorld, what: string, outcome: CallOutcome): void {
  world.judge.expect(what, 'success', describeOutcome(outcome));
}

/** Any of the errnos will do. */
export function expectErrno(world: FwctlWorld, what: string, errnos: readonly Errno[], outcome: CallOutcome): void {
  world.judge.expect(what, errnos.join(' or '), describeOutcome(outcome), !outcome.ok && errnos.includes(outcome.errno));
}

export function expectOpened(world: FwctlWorld, caller: string): void {
  expectSuccess(world, `open by ${caller}`, world.callerNamed(caller).takeOpenOutcome());
}

/** What the last call did not do: no byte of the caller's memory differs. */
export function expectNothingWritten(world: FwctlWorld): void {
  world.judge.expectNothing('memory written by the call', world.caller.judgedResult.writtenRegions);
}
