import type { Region } from '../../subject/memory.js';
import { CallerMemory } from './caller-memory.js';
import { judgeForm } from './form.js';
import { predictInfo } from './info.js';
import { fails, type Predictions } from './prediction.js';
import { callOf, type Delivered, predictAnswer, predictDelivery } from './rpc.js';
import type { CallerState, FileState, MachineState } from './state.js';

/** One ioctl as it is handed to the kernel. */
export type Ioctl = {
  readonly caller: CallerState;
  readonly file: FileState;
  readonly request: number;
  readonly argument: number;
  readonly memory: readonly Region[];
};

/** All ways in which the call may end. Facts: "ioctl prologue". */
export function predictIoctl(machine: MachineState, ioctl: Ioctl): Predictions {
  const { file, memory } = ioctl;
  const call = judgeForm(ioctl.request, ioctl.argument, new CallerMemory(memory));
  const isGone = file.device.phase !== 'registered';
  // A malformed call on the file of a device that has gone may be ENODEV too, as the kernel's comment promises.
  if (typeof call === 'string') return isGone ? [fails(call), fails('ENODEV')] : [fails(call)];
  if (isGone) return [fails('ENODEV')];
  if (call.name === 'FWCTL_INFO') return predictInfo(machine, file, call, memory);
  const delivered = predictDelivery(machine, ioctl.caller, file, call, memory);
  if (typeof delivered === 'string') return [fails(delivered)];
  return predictAnswer(machine, delivered, [callOf(delivered)], memory);
}

/** The RPC, if it gets as far as to the driver. */
export function predictDelivered(machine: MachineState, ioctl: Ioctl): Delivered | null {
  const call = judgeForm(ioctl.request, ioctl.argument, new CallerMemory(ioctl.memory));
  if (typeof call === 'string' || call.name !== 'FWCTL_RPC' || ioctl.file.device.phase !== 'registered') return null;
  const delivered = predictDelivery(machine, ioctl.caller, ioctl.file, call, ioctl.memory);
  return typeof delivered === 'string' ? null : delivered;
}
