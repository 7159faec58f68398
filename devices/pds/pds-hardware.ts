import type { PdsSetup } from '../../kit/subject/device-setups.js';
import { createPdsFirmware, resetPdsFirmware } from './firmware/firmware.js';
import { ObservedPdsLink } from './observed-link.js';

/** A pds function with no driver bound to it yet. */
export function createPdsHardware(setup: PdsSetup, instance: number) {
  const firmware = createPdsFirmware(setup);
  const link = new ObservedPdsLink(firmware);
  return {
    link,
    parent: `pci0000:80/0000:${(0x80 + instance).toString(16).padStart(2, '0')}:00.0`,
    firmware: {
      state: () => link.state(),
      ...link.fates.access,
      reset: () => resetPdsFirmware(firmware),
    },
  };
}
