import type { Errno } from '../../kit/uapi/errno.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { type Attempts, thereAndBack } from './admission.js';
import { cxl } from './cxl.js';
import { describeOutcome } from './expectations.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** A command for the device is admitted when it gets to the mailbox; the list may be answered without the device. */
export type Admission = 'gets to the mailbox' | 'is answered';

const ATTEMPTS_OF_WORLD = new ScenarioMemory<Attempts>();

/** Sends the same request in each scope, there and back. */
export async function tryEveryScope(world: FwctlWorld, request: Uint8Array, admission: Admission = 'gets to the mailbox'): Promise<void> {
  const attempts: [Scope, string][] = [];
  await cxl(world).mark();
  for (const scope of thereAndBack(SCOPES)) {
    await cxl(world).sendNext(request, { scope });
    attempts.push([scope, await describeAttempt(world, admission)]);
  }
  ATTEMPTS_OF_WORLD.set(world, attempts);
}

async function describeAttempt(world: FwctlWorld, admission: Admission): Promise<string> {
  const { outcome, writtenRegions } = world.caller.takeResult();
  const hasArrived = (await cxl(world).takeArrived()).length > 0;
  if (hasArrived || (outcome.ok && admission === 'is answered')) return 'admitted';
  if (outcome.ok) return 'not sent, although the call succeeded';
  const refused = `refused with ${describeOutcome(outcome)}`;
  return writtenRegions.length === 0 ? refused : `${refused}, but the ${writtenRegions.join(' and the ')} was written`;
}

/** Admitted in the scope and in all greater ones, and refused in all others with one of the errnos, nothing sent and nothing written. */
export function expectAdmittedFrom(world: FwctlWorld, least: Scope | null, errnos: readonly Errno[] = []): void {
  const from = least === null ? SCOPES.length : SCOPES.indexOf(least);
  for (const [index, scope] of SCOPES.entries()) {
    const expected = index >= from ? ['admitted'] : errnos.map((errno) => `refused with ${errno}`);
    expectAttempt(world, scope, expected);
  }
}

/** Refused below the scope; what happens in it and in greater ones is not judged. */
export function expectRefusedBelow(world: FwctlWorld, least: Scope, errnos: readonly Errno[]): void {
  for (const scope of SCOPES.slice(0, SCOPES.indexOf(least))) {
    expectAttempt(
      world,
      scope,
      errnos.map((errno) => `refused with ${errno}`),
    );
  }
}

function expectAttempt(world: FwctlWorld, scope: Scope, expected: readonly string[]): void {
  const attempts = ATTEMPTS_OF_WORLD.get(world)?.filter(([tried]) => tried === scope);
  if (!attempts?.length) throw new Error('the scenario judges a command that nobody sent');
  for (const [, became] of attempts) {
    world.judge.expect(`the command in scope "${scope}"`, expected.join(' or '), became, expected.includes(became));
  }
}
