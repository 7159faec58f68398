import type { CxlSetup } from '../../kit/subject/device-setups.js';
import type { FirmwareRelease, Reset } from '../../kit/subject/operations.js';
import { execute } from './firmware/execute.js';
import { createFirmware, type Firmware, resetFirmware, runRelease } from './firmware/firmware.js';
import type { CxlFirmwareParts } from './firmware/parts.js';
import { ObservedLink } from './observed-link.js';

/** A CXL memory device with no driver bound to it yet. */
export function createCxlHardware(setup: CxlSetup, instance: number, change: Partial<CxlFirmwareParts> = {}) {
  const firmware = createFirmware(setup, change);
  const link = new ObservedLink(firmware, (request) => execute(firmware, request));
  return {
    link,
    runFirmware: (release: FirmwareRelease) => runRelease(firmware, setup, release),
    parent: `pci0000:00/0000:${instance.toString(16).padStart(2, '0')}:00.0/mem${instance - 1}`,
    firmware: {
      state: () => link.state(),
      ...link.fates.access,
      reset: (reset: Reset) => resetMemoryDevice(firmware, reset),
    },
  };
}

/** A function level reset leaves the memory of a CXL device, and what belongs to it, alone. */
function resetMemoryDevice(firmware: Firmware, reset: Reset): void {
  if (reset !== 'function') resetFirmware(firmware, reset);
}
