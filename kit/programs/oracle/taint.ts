import { type CallerState, type DeviceState, deviceName, type MachineState } from './state.js';

/** The words that the line of the log speaks of, whatever else it says. */
const ASKED_FOR = 'full access to the physical device';

/** The first use of a scope that taints is logged; later ones, on whatever device, change nothing. Facts: "Log and taint". */
export function taint(machine: MachineState, caller: CallerState, device: DeviceState): void {
  if (machine.isTainted) return;
  machine.isTainted = true;
  machine.log.push([deviceName(device), caller.comm, ASKED_FOR]);
}
