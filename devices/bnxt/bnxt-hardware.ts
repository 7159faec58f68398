import { createBnxtFirmware, resetBnxtFirmware } from './firmware/firmware.js';
import { ObservedBnxtLink } from './observed-link.js';

/** A bnxt function with no driver bound to it yet. */
export function createBnxtHardware(instance: number) {
  const firmware = createBnxtFirmware();
  const link = new ObservedBnxtLink(firmware);
  return {
    link,
    parent: `pci0000:40/0000:${(0x40 + instance).toString(16).padStart(2, '0')}:00.0`,
    firmware: {
      state: () => link.state(),
      ...link.fates.access,
      reset: () => resetBnxtFirmware(firmware),
    },
  };
}
