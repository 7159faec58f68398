import type { Amendment, Blocked, FirmwareRelease, ListedCommand } from '../../kit/subject/operations.js';
import { SCOPE_NUMBERS, SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { rpcDraft } from './call-draft.js';
import { PLAIN_TYPE } from './device.js';
import { describeOutcome } from './expectations.js';
import { sampleRequest } from './sample-request.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

type Attempt = { readonly scope: Scope; readonly outcome: string };

const ATTEMPTS_OF_WORLD = new ScenarioMemory<readonly Attempt[]>();

export async function block(world: FwctlWorld, entry: Blocked): Promise<void> {
  await world.machine.perform({ op: 'block', entry });
}

/** RPCs whose request begins with so many bytes of the sample, in those releases of the firmware; in all when none is named. */
export function samples(length: number, deviceType = PLAIN_TYPE, releases: readonly FirmwareRelease[] = []): ListedCommand {
  return { deviceType, beginning: sampleRequest(length), releases };
}

export async function blockSamples(world: FwctlWorld, listed: ListedCommand): Promise<void> {
  await block(world, { kind: 'command', ...listed });
}

/** The kernel turns every bit of so many bytes of them, from byte `at` on. */
export async function amendSamples(world: FwctlWorld, listed: ListedCommand, at: number, length: number): Promise<void> {
  const bytes = sampleRequest(at + length)
    .subarray(at)
    .map((byte) => ~byte);
  const entry: Amendment = { ...listed, at, bytes };
  await world.machine.perform({ op: 'amend', entry });
}

/** What arrives of the sample, cut to that length, when the kernel has turned the bytes from `at` to `end`. */
export function amendedSample(length: number, at: number, end: number): Uint8Array {
  return sampleRequest(length).map((byte, index) => (index >= at && index < end ? ~byte : byte));
}

/** Sends the sample, cut to that length, once in each scope, the least first; with one byte changed where there is one to change. */
export async function sendSample(world: FwctlWorld, length: number, changed: number | null = null): Promise<void> {
  const request = sampleRequest(length).map((byte, index) => (index === changed ? byte ^ 1 : byte));
  const attempts: Attempt[] = [];
  for (const scope of SCOPES) {
    await world.caller.make(rpcDraft({ request, scope: SCOPE_NUMBERS[scope] }));
    attempts.push({ scope, outcome: describeOutcome(world.caller.takeResult().outcome) });
  }
  ATTEMPTS_OF_WORLD.set(world, attempts);
}

export function expectInEveryScope(world: FwctlWorld, expected: 'success' | 'an errno'): void {
  const attempts = ATTEMPTS_OF_WORLD.get(world);
  if (attempts === undefined) throw new Error('the scenario judges a sample that nobody sent');
  for (const { scope, outcome } of attempts) {
    const actual = outcome === 'success' ? outcome : 'an errno';
    world.judge.expect(`the call in scope "${scope}"`, expected, outcome, actual === expected);
  }
}

/** It has no node, or one that cannot be opened. */
export async function expectOutOfReach(world: FwctlWorld, name: string): Promise<void> {
  const device = world.deviceNamed(name);
  if (device.hasNode) await world.caller.open(device.node);
  const outcome = device.hasNode ? describeOutcome(world.caller.takeOpenOutcome()) : 'no node';
  world.judge.expect(`opening ${name}`, 'no node, or an errno', outcome, outcome !== 'success');
}
