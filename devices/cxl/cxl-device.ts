import type { CxlSetup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { createCxlHardware } from './cxl-hardware.js';
import { kernelUser } from './driver/kernel-user.js';
import { cxlOps } from './driver/ops.js';
import { CXL_DRIVER_PARTS, type CxlDriverParts } from './driver/parts.js';
import { bindDriver } from './driver/probe.js';
import { CXL_FIRMWARE_PARTS, type CxlFirmwareParts } from './firmware/parts.js';

/** What a variant replaces in the driver, and in the firmware. */
export type CxlChange = { readonly driver?: Partial<CxlDriverParts>; readonly firmware?: Partial<CxlFirmwareParts> };

/** A CXL memory device with the driver bound to it. */
export async function createCxlDevice(setup: CxlSetup, instance: number, change: CxlChange = {}): Promise<DeviceInstance> {
  const { link, ...hardware } = createCxlHardware(setup, instance, change.firmware);
  const driver = await bindDriver(link, change.driver);
  const ops = driver.parts.needsNode(driver.features) ? cxlOps(driver) : null;
  return { ops, ...hardware, kernelUser: kernelUser(driver) };
}

const cxlKind = deviceKind({ driver: CXL_DRIVER_PARTS, firmware: CXL_FIRMWARE_PARTS }, createCxlDevice);

/** The device factory of the reference, and of a variant. */
export function cxlWith(change: CxlChange): Pick<DeviceFactories, 'cxl'> {
  return { cxl: cxlKind(() => change) };
}
