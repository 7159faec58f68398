import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Parameter selector of the boot flags. Source: the IPMI specification, boot option parameters. */
const BOOT_FLAGS = 5;

export function getBootOptions({ bootDevice }: Firmware, [parameter = 0]: Uint8Array): Answer {
  return parameter === BOOT_FLAGS ? done(1, parameter, bootDevice) : failed('Not Present');
}

/** The host reads it when it starts the next time. */
export function setBootOptions(firmware: Firmware, [parameter = 0, device = 0]: Uint8Array): Answer {
  if (parameter !== BOOT_FLAGS) return failed('Not Present');
  firmware.bootDevice = device;
  return done();
}
