import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** What Chassis Control does to the host. Source: the IPMI specification, Chassis Control. */
const CONTROLS = { 'power down': 0, 'power up': 1 } as const;

export function getChassisStatus({ isHostOn }: Firmware): Answer {
  return done(isHostOn ? 1 : 0);
}

/** At once, whatever the host is doing. */
export function chassisControl(firmware: Firmware, [control = 0]: Uint8Array): Answer {
  if (control !== CONTROLS['power down'] && control !== CONTROLS['power up']) return failed('Invalid Data Field');
  firmware.isHostOn = control === CONTROLS['power up'];
  return done();
}
