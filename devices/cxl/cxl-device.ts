import type { CxlSetup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { createCxlHardware } from './cxl-hardware.js';
import { kernelUser } from './driver/kernel-user.js';
import { cxlOps } from './driver/ops.js';
import type { CxlDriverParts } from './driver/parts.js';
import { bindDriver } from './driver/probe.js';
import type { CxlFirmwareParts } from './firmware/parts.js';

/** What a variant replaces in the driver, and in the firmware. */
export type CxlChange = { readonly driver?: Partial<CxlDriverParts>; readonly firmware?: Partial<CxlFirmwareParts> };

/** A CXL memory device with the driver bound to it. */
export async function createCxlDevice(setup: CxlSetup, instance: number, change: CxlChange = {}): Promise<DeviceInstance> {
  const { link, parent, firmware } = createCxlHardware(setup, instance, change.firmware);
  const driver = await bindDriver(link, change.driver);
  const ops = driver.parts.needsNode(driver.features) ? cxlOps(driver) : null;
  return { ops, parent, firmware, kernelUser: kernelUser(driver) };
}

/** The device factory of a variant. */
export function cxlWith(change: CxlChange): Pick<DeviceFactories, 'cxl'> {
  return { cxl: (setup, instance) => createCxlDevice(setup, instance, change) };
}
