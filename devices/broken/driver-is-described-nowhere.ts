import type { BrokenVariant } from '../../reference-impl/variant.js';
import { modelledCommands } from '../command-device.js';

const READ_CLOCK = 0x01;

/** Breaks driver-security-model-described. */
export default {
  rule: 'driver-security-model-described',
  summary: 'A clock that can only be read, by a driver of which nobody says so in words.',
  devices: modelledCommands(() => ({
    deviceType: 255,
    leastScope: (command) => (command === READ_CLOCK ? 'configuration' : null),
    execute: () => [12, 30],
  })),
  model: 'broken/undescribed',
} satisfies BrokenVariant;
