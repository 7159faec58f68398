import type { FileId } from '../../subject/operations.js';
import { fails, type PredictedCall, type Prediction, type Predictions, succeeds } from './prediction.js';
import { type CallerState, type DeviceState, type FileState, type MachineState, registeredDevices } from './state.js';

/** The number that a node's path tells: a device may have got the number of one that has gone. */
export function predictOpen(machine: MachineState, caller: CallerState, number: number, id: FileId): Predictions {
  const device = registeredDevices(machine).find((candidate) => candidate.number === number);
  if (device === undefined) return [fails('ENOENT'), fails('ENXIO'), fails('ENODEV')];
  if (!machine.memoryAvailable) return [fails('ENOMEM')];
  const { openErrno } = device.setup;
  if (openErrno !== null) return [fails(openErrno, [{ device, operation: 'open_uctx', file: null }])];
  const file: FileState = { id, device, holders: 1, callsUnderWay: 0, context: null };
  device.files.add(file);
  device.open += 1;
  caller.files.push(file);
  return [succeeds([{ device, operation: 'open_uctx', file }])];
}

export function predictShare(from: CallerState, to: CallerState): void {
  const file = from.files.at(-1);
  if (file === undefined) throw new Error('there is no file to share');
  file.holders += 1;
  to.files.push(file);
}

export function predictClose(machine: MachineState, caller: CallerState): Prediction {
  const file = caller.files.pop();
  if (file === undefined) throw new Error('there is no file to close');
  file.holders -= 1;
  return succeeds(letGo(machine, file));
}

export function predictExit(machine: MachineState, caller: CallerState): Prediction {
  const calls: PredictedCall[] = [];
  while (caller.files.length > 0) calls.push(...predictClose(machine, caller).calls);
  caller.isAlive = false;
  return succeeds(calls);
}

/** The user context ends with the last reference to the file, and the number of a device that has gone with its last file. */
export function letGo(machine: MachineState, file: FileState): readonly PredictedCall[] {
  if (file.holders > 0 || file.callsUnderWay > 0) return [];
  const { device } = file;
  device.open -= 1;
  const calls = endContext(device, file);
  if (device.phase === 'gone') freeNumber(machine, device);
  return calls;
}

export function endContext(device: DeviceState, file: FileState): readonly PredictedCall[] {
  return device.files.delete(file) ? [{ device, operation: 'close_uctx', file }] : [];
}

export function freeNumber(machine: MachineState, device: DeviceState): void {
  if (device.open === 0) machine.numbers.delete(device.number);
}
