import type { Region } from '../../subject/memory.js';
import type { Errno } from '../../uapi/errno.js';
import { MAX_RPC_LENGTH, RPC_STRUCT } from '../../uapi/ioctl.js';
import type { Scope } from '../../uapi/scope.js';
import { CallerMemory } from './caller-memory.js';
import { pointerAt, type Structure, writeBack } from './form.js';
import { answerTo } from './plain-driver.js';
import { fails, type PredictedCall, type Predictions, succeeds } from './prediction.js';
import { judgeScope } from './scope.js';
import type { CallerState, FileState, MachineState } from './state.js';
import { taint } from './taint.js';

/** An RPC that the driver has been given. */
export type Delivered = { readonly file: FileState; readonly call: Structure; readonly request: Uint8Array; readonly scope: Scope };

/** FWCTL_RPC up to the driver, on a device that is there. Facts: "FWCTL_RPC", steps 1 to 4. Taints on its way. */
export function predictDelivery(
  machine: MachineState,
  caller: CallerState,
  file: FileState,
  call: Structure,
  regions: readonly Region[],
): Delivered | Errno {
  const inLength = call.words.getUint32(RPC_STRUCT.inLen, true);
  const outLength = call.words.getUint32(RPC_STRUCT.outLen, true);
  if (inLength > MAX_RPC_LENGTH || outLength > MAX_RPC_LENGTH) return 'EMSGSIZE';
  const admitted = judgeScope(call.words.getUint32(RPC_STRUCT.scope, true), caller.rights);
  if (typeof admitted === 'string') return admitted;
  if (admitted.taints) taint(machine, caller, file.device);
  // An empty request needs no memory.
  if (!machine.memoryAvailable && inLength > 0) return 'ENOMEM';
  const request = new CallerMemory(regions).read(pointerAt(call.words, RPC_STRUCT.in), inLength);
  return request === null ? 'EFAULT' : { file, call, request, scope: admitted.scope };
}

export function callOf({ file, scope, request }: Delivered): PredictedCall {
  return { device: file.device, operation: 'fw_rpc', file, scope, request };
}

/** FWCTL_RPC from the driver's answer on. Facts: "FWCTL_RPC", steps 5 to 7. */
export function predictAnswer(
  machine: MachineState,
  { file, call, request }: Delivered,
  calls: readonly PredictedCall[],
  regions: readonly Region[],
): Predictions {
  const answer = answerTo(file.device.setup, request);
  if (typeof answer === 'string') return [fails(answer, calls)];
  const memory = new CallerMemory(regions);
  const words = new DataView(call.words.buffer.slice(0));
  const room = words.getUint32(RPC_STRUCT.outLen, true);
  words.setUint32(RPC_STRUCT.outLen, answer.length, true);
  const isWritten = memory.write(pointerAt(words, RPC_STRUCT.out), answer.subarray(0, room)) && writeBack(memory, { ...call, words });
  const answered = isWritten ? succeeds(calls, memory.predicted('complete')) : fails('EFAULT', calls, memory.predicted('failed'));
  // The core needs no memory any more, but the answer of the driver may.
  return machine.memoryAvailable ? [answered] : [answered, fails('ENOMEM', calls)];
}
