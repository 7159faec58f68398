import type { CxlSetup } from '../../kit/subject/device-setups.js';
import type { Reset } from '../../kit/subject/operations.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { cxlOps } from './driver/ops.js';
import type { CxlDriverParts } from './driver/parts.js';
import { bindDriver } from './driver/probe.js';
import { createFirmware, type Firmware, resetFirmware } from './firmware/firmware.js';
import type { CxlFirmwareParts } from './firmware/parts.js';
import { ObservedLink } from './observed-link.js';

/** What a variant replaces in the driver, and in the firmware. */
export type CxlChange = { readonly driver?: Partial<CxlDriverParts>; readonly firmware?: Partial<CxlFirmwareParts> };

/** A CXL memory device with the driver bound to it. */
export async function createCxlDevice(setup: CxlSetup, instance: number, change: CxlChange = {}): Promise<DeviceInstance> {
  const firmware = createFirmware(setup, change.firmware);
  const link = new ObservedLink(firmware);
  const driver = await bindDriver(link, change.driver);
  return {
    ops: driver.parts.needsNode(driver.features) ? cxlOps(driver) : null,
    parent: `pci0000:00/0000:${instance.toString(16).padStart(2, '0')}:00.0/mem${instance - 1}`,
    firmware: {
      state: () => link.state(),
      fault: (fault) => link.failNext(fault),
      reset: (reset) => resetMemoryDevice(firmware, reset),
    },
  };
}

/** A function level reset leaves the memory of a CXL device, and what belongs to it, alone. */
function resetMemoryDevice(firmware: Firmware, reset: Reset): void {
  if (reset !== 'function') resetFirmware(firmware, reset);
}

/** The device factory of a variant. */
export function cxlWith(change: CxlChange): Pick<DeviceFactories, 'cxl'> {
  return { cxl: (setup, instance) => createCxlDevice(setup, instance, change) };
}
