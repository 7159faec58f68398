import type { UnfitVariant } from '../../reference-impl/variant.js';
import { modelledCommands } from '../command-device.js';
import { createRegisterFirmware } from './raw-pass-through/firmware.js';

/** As raw HID, raw USB and the generic NVMe interface do it: whatever user space says goes down, under any label. */
export default {
  summary: 'A driver that hands every request to the device as it is, whatever its scope.',
  rules: [
    'driver-scope-too-low-for-reads',
    'driver-scope-too-low',
    'driver-never-admitted',
    'driver-unknown-needs-full',
    'isolation-no-kernel-objects',
    'isolation-no-driver-control',
    'isolation-no-data-plane',
    'isolation-only-this-device',
    'isolation-no-other-hosts',
    'lockdown-no-host-memory',
    'lockdown-no-hang',
    'lockdown-no-untrusted-code',
  ],
  devices: modelledCommands(() => ({ deviceType: 254, leastScope: () => 'configuration', execute: createRegisterFirmware() })),
  model: 'unfit/raw-pass-through',
} satisfies UnfitVariant;
