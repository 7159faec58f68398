import type { PdsSetup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { pdsOps } from './driver/ops.js';
import { PDS_DRIVER_PARTS, type PdsDriverParts } from './driver/parts.js';
import { bindDriver } from './driver/probe.js';
import { createPdsHardware } from './pds-hardware.js';

/** A pds function with the driver bound to it. */
export async function createPdsDevice(setup: PdsSetup, instance: number, change: Partial<PdsDriverParts> = {}): Promise<DeviceInstance> {
  const { link, parent, firmware } = createPdsHardware(setup, instance);
  const driver = await bindDriver({ ...PDS_DRIVER_PARTS, ...change }, link);
  return { ops: driver && pdsOps(driver), parent, firmware };
}

const pdsKind = deviceKind({ driver: PDS_DRIVER_PARTS }, (setup: PdsSetup, instance, { driver }) =>
  createPdsDevice(setup, instance, driver),
);

/** The device factory of the reference, and of a variant by what it replaces in the driver. */
export function pdsWith(change: Partial<PdsDriverParts>): Pick<DeviceFactories, 'pds'> {
  return { pds: pdsKind(() => ({ driver: change })) };
}
