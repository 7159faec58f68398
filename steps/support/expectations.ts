import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { isFiller } from './call-draft.js';
import { BOTH } from './caller.js';
import { countedBytes } from './sent.js';
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

/** Any errno will do. */
export function expectRefused(world: FwctlWorld, what: string, outcome: CallOutcome): void {
  world.judge.expect(what, 'an errno', describeOutcome(outcome), !outcome.ok);
}

export function expectOpened(world: FwctlWorld, caller: string): void {
  expectSuccess(world, `open by ${caller}`, world.callerNamed(caller).takeOpenOutcome());
}

/** What the last call did not do: no byte of the caller's memory differs. */
export function expectNothingWritten(world: FwctlWorld): void {
  world.judge.expectNothing('memory written by the call', world.caller.judgedResult.writtenRegions);
}

export function expectStructureUnchangedFrom(world: FwctlWorld, from: number): void {
  const changed = world.caller.judgedResult.changedStructureBytes.filter((offset) => offset >= from);
  world.judge.expectNothing(`bytes of the structure that changed, from byte ${from} on`, changed.map(String));
}

export function expectOnlyStructureBytes(world: FwctlWorld, first: number, last: number): void {
  const changed = world.caller.judgedResult.changedStructureBytes.filter((offset) => offset < first || offset > last);
  world.judge.expectNothing(`bytes of the structure that changed outside ${first} to ${last}`, changed.map(String));
}

export function expectNothingBehind(world: FwctlWorld, region: string): void {
  if (!world.caller.judgedResult.watchedRegions.includes(region)) throw new Error(`nothing shows what is written behind the ${region}`);
  const overrun = world.caller.judgedResult.overrunRegions.filter((name) => name === region);
  world.judge.expectNothing(`memory written behind the ${region}`, overrun);
}

/** The caller's buffer starts with the first bytes of what the driver of the plain device had to say. */
export function expectBeginning(world: FwctlWorld, length: number): void {
  world.judge.expectBytes(`the first ${length} bytes`, countedBytes(length), world.caller.judgedResult.data.subarray(0, length));
}

export function expectZerosFrom(world: FwctlWorld, from: number): void {
  const rest = world.caller.judgedResult.data.subarray(from);
  world.judge.expectBytes(`the buffer from byte ${from} on`, new Uint8Array(rest.length), rest);
}

export function expectFillerFrom(world: FwctlWorld, from: number): void {
  const written = [...world.caller.judgedResult.data.subarray(from).entries()].filter(([, byte]) => !isFiller(byte));
  world.judge.expectNothing(
    `bytes of the buffer that changed, from byte ${from} on`,
    written.map(([offset]) => String(from + offset)),
  );
}

export function expectBothSucceed(world: FwctlWorld): void {
  for (const name of BOTH) expectSuccess(world, `the outcome of the call of ${name}`, world.callerNamed(name).takeResult().outcome);
}

export function expectAllSucceeded({ judge, results }: FwctlWorld): void {
  if (results.length === 0) throw new Error('the scenario judges calls that were not made');
  const outcomes = results.map(({ outcome }) => describeOutcome(outcome));
  judge.expect('the outcomes of the calls', outcomes.map(() => 'success').join(', '), outcomes.join(', '));
}

export function expectEachItsOwn(world: FwctlWorld): void {
  if (world.results.length < 2) throw new Error('the scenario compares the answers of calls that were not made');
  for (const [index, result] of world.results.entries()) {
    expectSuccess(world, `the outcome of call ${index + 1}`, result.outcome);
    const request = result.draft.name === 'FWCTL_RPC' ? result.draft.request : new Uint8Array(0);
    world.judge.expectBytes(`the answer to call ${index + 1}`, request, result.data.subarray(0, request.length));
  }
}
