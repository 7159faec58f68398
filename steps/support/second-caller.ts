import { expectOpened } from './expectations.js';
import type { FwctlWorld } from './world.js';

/** A second process with those capabilities, which has opened the device. */
export async function addSecondCaller(world: FwctlWorld, capabilities: readonly string[], device: string): Promise<void> {
  const caller = await world.addCaller('the second caller');
  if (capabilities.length > 0) await caller.setRights({ capabilities, userNamespace: 'initial' });
  await caller.open(world.deviceNamed(device).node);
  expectOpened(world, 'the second caller');
}
