import { DISALLOWED, type Disallowed, type ModelRpc } from '../../kit/model/model.js';
import { modelledMemory, modelOfRun, sendInLeastScope } from './modelled.js';
import { NotApplicable } from './not-testable.js';
import type { FwctlWorld } from './world.js';

/** What drivers of the kernel notice of their own device. */
const OF_KERNEL_DRIVERS: readonly Disallowed[] = ['kernel objects', 'kernel drivers'];

export const NOTICED_BEYOND: readonly Disallowed[] = DISALLOWED.filter((kind) => !OF_KERNEL_DRIVERS.includes(kind));
export const NOTICED_AS_DISTURBANCE: readonly Disallowed[] = ['kernel drivers', 'hang'];
export const NOTICED_OF_OBJECTS: readonly Disallowed[] = ['kernel objects'];

/** Full debug is left out, as with everything that is disallowed. */
export async function sendBelowFullDebugOnce(world: FwctlWorld): Promise<void> {
  await sendWatched(world, ({ scope }) => scope !== 'debug write full', 'the model declares no RPC below full debug');
}

export async function configureAndReset(world: FwctlWorld): Promise<void> {
  const configures = ({ scope, effect }: ModelRpc): boolean => scope === 'configuration' && effect !== 'none';
  await sendWatched(world, configures, 'the model declares no change for scope configuration');
  await world.device.reset('cold');
}

async function sendWatched(world: FwctlWorld, matters: (rpc: ModelRpc) => boolean, nothing: string): Promise<void> {
  const { host, rpcs } = modelOfRun();
  if (host === undefined) throw new NotApplicable('the model does not say that there is a host that watches the device ("host")');
  await sendInLeastScope(world, rpcs.filter(matters), nothing);
}

export async function expectUnnoticed(world: FwctlWorld, kinds: readonly Disallowed[]): Promise<void> {
  const admitted = modelledMemory(world).attempts.filter(({ outcome }) => outcome.ok);
  world.judge.expect('RPCs that were admitted', 'at least one', admitted.length > 0 ? 'at least one' : 'none');
  const notices = await world.hostNotices();
  world.judge.expectNothing(
    'what the host has noticed',
    notices.filter(({ kind }) => kinds.includes(kind)).map(({ kind, what }) => `${kind}: ${what}`),
  );
}
