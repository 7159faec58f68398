import type { CallerRights } from '../../kit/subject/operations.js';
import { FIRST, OTHER } from './caller.js';
import { expectOpened } from './expectations.js';
import type { FwctlWorld } from './world.js';

/** The caller, with those rights, has opened the device once more. */
export async function openWith(world: FwctlWorld, rights: CallerRights): Promise<void> {
  await world.caller.setRights(rights);
  await openAgain(world);
}

export async function openAgain(world: FwctlWorld): Promise<void> {
  await world.caller.open(world.device.node);
  expectOpened(world, FIRST);
}

/** A second process with those capabilities, which has opened the device. */
export async function addSecondCaller(world: FwctlWorld, capabilities: readonly string[], device: string): Promise<void> {
  const caller = await world.addCaller(OTHER);
  if (capabilities.length > 0) await caller.setRights({ capabilities, userNamespace: 'initial' });
  await caller.open(world.deviceNamed(device).node);
  expectOpened(world, OTHER);
}
