import type { Mlx5Setup } from '../../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../../kit/subject/operations.js';
import { createFirmware, resetFirmware, runRelease } from './firmware/firmware.js';
import type { Mlx5FirmwareParts } from './firmware/parts.js';
import { ObservedLink } from './observed-link.js';

/** An mlx5 function with no driver bound to it yet. */
export function createMlx5Hardware(setup: Mlx5Setup, instance: number, change: Partial<Mlx5FirmwareParts> = {}) {
  const firmware = createFirmware(setup, change);
  const link = new ObservedLink(firmware, setup.turnsPerCommand);
  return {
    link,
    runFirmware: (release: FirmwareRelease) => runRelease(firmware, release),
    parent: `pci0000:00/0000:${instance.toString(16).padStart(2, '0')}:00.0`,
    firmware: {
      state: () => link.state(),
      ...link.fates.access,
      reset: () => resetFirmware(firmware),
    },
  };
}
