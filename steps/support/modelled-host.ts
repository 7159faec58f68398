import { DISALLOWED, type Disallowed, disallowedRpcs, type ModelRpc, namedItems, rpcsBeyond } from '../../kit/model/model.js';
import type { HostNotice } from '../../kit/subject/operations.js';
import { SCOPES } from '../../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { attempt, belowLeastScope, everyTry, modelledMemory, modelOfRun, sendInLeastScope, type Try, tryAll } from './modelled.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** What drivers of the kernel notice of their own device. */
const OF_KERNEL_DRIVERS: readonly Disallowed[] = ['kernel objects', 'kernel drivers'];

export const NOTICED_BEYOND: readonly Disallowed[] = DISALLOWED.filter((kind) => !OF_KERNEL_DRIVERS.includes(kind));
export const NOTICED_AS_DISTURBANCE: readonly Disallowed[] = ['kernel drivers', 'hang'];
export const NOTICED_OF_OBJECTS: readonly Disallowed[] = ['kernel objects'];

const NOTHING_BELOW_FULL_DEBUG = 'the model declares no RPC below full debug';

/** Full debug is left out, as with everything that is disallowed. */
export async function sendBelowFullDebugOnce(world: FwctlWorld): Promise<void> {
  await sendWatched(world, ({ scope }) => scope !== 'debug write full', NOTHING_BELOW_FULL_DEBUG);
}

/** The same in every scope below full debug that admits them, there and back, and what the firmware does not carry out. */
export async function sendBelowFullDebugOften(world: FwctlWorld): Promise<void> {
  requireHost();
  const { rpcs, statuses } = modelOfRun();
  const tries = [...rpcs, ...namedItems(statuses)].flatMap((rpc) => everyTry([rpc], BELOW_FULL_DEBUG.slice(SCOPES.indexOf(rpc.scope))));
  await tryAll(world, tries, NOTHING_BELOW_FULL_DEBUG);
}

export async function configureAndReset(world: FwctlWorld): Promise<void> {
  const configures = ({ scope, effect }: ModelRpc): boolean => scope === 'configuration' && effect !== 'none';
  await sendWatched(world, configures, 'the model declares no change for scope configuration');
  await world.device.reset('cold');
}

async function sendWatched(world: FwctlWorld, matters: (rpc: ModelRpc) => boolean, nothing: string): Promise<void> {
  requireHost();
  await sendInLeastScope(world, modelOfRun().rpcs.filter(matters), nothing);
}

function requireHost(): void {
  if (modelOfRun().host === undefined)
    throw new NotApplicable('the model does not say that there is a host that watches the device ("host")');
}

/** A refusal, and what the host noticed meanwhile. */
type Refused = { readonly what: string; readonly notices: readonly HostNotice[] };

const REFUSED_OF_WORLD = new ScenarioMemory<readonly Refused[]>();

export async function sendDisallowedWatched(world: FwctlWorld): Promise<void> {
  const model = modelOfRun();
  const disallowed = DISALLOWED.flatMap((behaviour) => disallowedRpcs(model, behaviour));
  const tries = [...everyTry(disallowed, BELOW_FULL_DEBUG), ...everyTry(model.never, SCOPES)];
  await watchRefusals(world, tries, 'the model disallows and forbids nothing');
}

/** What needs a greater scope, what would take something or reach another function, and what nobody knows. */
export async function sendTooLowWatched(world: FwctlWorld): Promise<void> {
  const model = modelOfRun();
  const others = [
    ...namedItems(model.unknown),
    ...namedItems(model.allocations),
    ...rpcsBeyond(model, 'foreign'),
    ...rpcsBeyond(model, 'global'),
  ];
  await watchRefusals(
    world,
    [...belowLeastScope(), ...everyTry(others, BELOW_FULL_DEBUG)],
    'the model names no RPC that has to be refused',
  );
}

/** What is admitted is of no interest here. */
async function watchRefusals(world: FwctlWorld, tries: readonly Try[], nothing: string): Promise<void> {
  requireHost();
  if (tries.length === 0) throw new NotApplicable(nothing);
  const refused: Refused[] = [];
  for (const [rpc, scope] of tries) {
    const { length } = await world.hostNotices();
    const { what, outcome } = await attempt(world, rpc, scope);
    if (!outcome.ok) refused.push({ what, notices: (await world.hostNotices()).slice(length) });
  }
  if (refused.length === 0) throw new NotApplicable('the driver has refused none of them');
  REFUSED_OF_WORLD.set(world, refused);
}

export function expectRefusedUndone(world: FwctlWorld): void {
  const refused = REFUSED_OF_WORLD.get(world) ?? [];
  world.judge.expect('RPCs that were refused', 'at least one', refused.length > 0 ? 'at least one' : 'none');
  for (const { what, notices } of refused) world.judge.expectNothing(`what the host has noticed of ${what}`, notices.map(describeNotice));
}

function describeNotice({ kind, what }: HostNotice): string {
  return `${kind}: ${what}`;
}

export async function expectUnnoticed(world: FwctlWorld, kinds: readonly Disallowed[]): Promise<void> {
  const admitted = modelledMemory(world).attempts.filter(({ outcome }) => outcome.ok);
  world.judge.expect('RPCs that were admitted', 'at least one', admitted.length > 0 ? 'at least one' : 'none');
  const notices = await world.hostNotices();
  world.judge.expectNothing('what the host has noticed', notices.filter(({ kind }) => kinds.includes(kind)).map(describeNotice));
}
