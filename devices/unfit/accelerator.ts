import type { UnfitVariant } from '../../reference-impl/variant.js';
import { modelledCommands } from '../command-device.js';
import { ACCELERATOR_COMMANDS, createAcceleratorFirmware } from './accelerator/firmware.js';

/** As DRM hands commands of user space to the device: the work of an accelerator goes through fwctl. */
export default {
  summary: 'An accelerator that takes command buffers of user space for debug write.',
  rules: ['isolation-no-data-plane'],
  devices: modelledCommands(() => ({
    deviceType: 252,
    leastScope: (command) => {
      switch (command) {
        case ACCELERATOR_COMMANDS.IDENTIFY:
        case ACCELERATOR_COMMANDS.GET_CLOCK_LIMIT:
        case ACCELERATOR_COMMANDS.SET_CLOCK_LIMIT:
          return 'configuration';
        case ACCELERATOR_COMMANDS.READ_UTILISATION:
          return 'debug read only';
        case ACCELERATOR_COMMANDS.SUBMIT_COMMAND_BUFFER:
        case ACCELERATOR_COMMANDS.READ_RESULT:
          return 'debug write';
        default:
          return null;
      }
    },
    execute: createAcceleratorFirmware(),
  })),
  model: 'unfit/accelerator',
} satisfies UnfitVariant;
