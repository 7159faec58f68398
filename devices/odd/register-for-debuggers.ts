import type { Variant } from '../../reference-impl/variant.js';
import { modelledCommands } from '../command-device.js';

const READ_REGISTER = 0x01;

export default {
  summary: 'A device of one register, which can be read with full debug, and not otherwise.',
  devices: modelledCommands(() => ({
    deviceType: 248,
    leastScope: (command) => (command === READ_REGISTER ? 'debug write full' : null),
    execute: () => [42],
  })),
  model: 'odd/register',
} satisfies Variant;
