import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { commands, type Message } from './commands.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** What became of one command in each scope, every time that it was sent, in the words of the verdict. */
export type Attempts = readonly (readonly [Scope, string])[];

const ATTEMPTS_OF_WORLD = new ScenarioMemory<Attempts>();

export const BELOW_FULL_DEBUG: readonly Scope[] = SCOPES.filter((scope) => scope !== 'debug write full');

/** The least scope first, and back again: what a greater one has admitted is no matter of a lesser one. */
export function thereAndBack(scopes: readonly Scope[]): readonly Scope[] {
  return [...scopes, ...[...scopes].reverse()];
}

/** Sends the same message in each of the scopes, there and back. */
export function tryEveryScope(world: FwctlWorld, message: Message, scopes: readonly Scope[] = SCOPES): Promise<void> {
  return tryEach(world, [message], scopes);
}

/** The same with several messages, one after the other. */
export async function tryEach(world: FwctlWorld, messages: readonly Message[], scopes: readonly Scope[] = SCOPES): Promise<void> {
  const attempts: [Scope, string][] = [];
  await commands(world).mark();
  for (const message of messages) {
    for (const scope of thereAndBack(scopes)) {
      await commands(world).sendNext({ ...message, scope });
      attempts.push([scope, await describeAttempt(world)]);
    }
  }
  ATTEMPTS_OF_WORLD.set(world, attempts);
}

/** A command is admitted when the firmware has it, whatever the firmware then says; refused when it has not and the call failed. */
async function describeAttempt(world: FwctlWorld): Promise<string> {
  const { outcome } = world.caller.takeResult();
  const arrived = await commands(world).takeArrived();
  if (arrived.length === 0) return outcome.ok ? 'not sent, although the call succeeded' : 'refused';
  return arrived.length === 1 ? 'admitted' : `sent ${arrived.length} times`;
}

/** Of the scopes that were tried the command is admitted in this one and in all greater ones, and refused in all others. Without a scope it is never admitted. */
export function expectAdmittedFrom(world: FwctlWorld, least: Scope | null): void {
  const attempts = ATTEMPTS_OF_WORLD.get(world);
  if (!attempts?.length) throw new Error('the scenario judges a command that nobody sent');
  const from = least === null ? SCOPES.length : SCOPES.indexOf(least);
  for (const [scope, became] of attempts) {
    world.judge.expect(`the command in scope "${scope}"`, SCOPES.indexOf(scope) >= from ? 'admitted' : 'refused', became);
  }
}
