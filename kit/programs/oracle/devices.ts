import type { PlainSetup } from '../../subject/device-setups.js';
import { endContext, freeNumber } from './files.js';
import { type Prediction, succeeds } from './prediction.js';
import type { DeviceState, MachineState } from './state.js';

/** Facts: "Global limits and names". */
const MAX_DEVICES = 4096;

/** The device gets the lowest free number; null when there is none. */
export function predictRegister(machine: MachineState, id: string, setup: PlainSetup): DeviceState | null {
  let number = 0;
  while (machine.numbers.has(number)) number += 1;
  if (number === MAX_DEVICES) return null;
  machine.numbers.add(number);
  const device: DeviceState = { id, number, setup, phase: 'registered', files: new Set(), open: 0 };
  machine.devices.set(id, device);
  return device;
}

/** The node goes at once; the rest waits for the calls that are under way. Facts: "unregister". */
export function predictLeaving(device: DeviceState): void {
  device.phase = 'leaving';
}

/** The user context of every open file ends, and from then on the driver is never called. */
export function predictGone(machine: MachineState, device: DeviceState): Prediction {
  device.phase = 'gone';
  const calls = [...device.files].flatMap((file) => endContext(device, file));
  freeNumber(machine, device);
  return succeeds(calls);
}
