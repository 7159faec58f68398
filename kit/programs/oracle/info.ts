import type { Region } from '../../subject/memory.js';
import { INFO_STRUCT } from '../../uapi/ioctl.js';
import { CallerMemory } from './caller-memory.js';
import { pointerAt, type Structure, writeBack } from './form.js';
import { fails, type PredictedCall, type Prediction, type Predictions, succeeds } from './prediction.js';
import type { FileState, MachineState } from './state.js';

const NO_DATA = new Uint8Array(0);

/**
 * FWCTL_INFO on a device that is there. Facts: "FWCTL_INFO".
 * Whoever wants no data hears a length of 0, or, as the text can be read too, the full one from the driver.
 */
export function predictInfo(machine: MachineState, file: FileState, call: Structure, regions: readonly Region[]): Predictions {
  if (call.words.getUint32(INFO_STRUCT.flags, true) !== 0) return [fails('EOPNOTSUPP')];
  const room = call.words.getUint32(INFO_STRUCT.deviceDataLen, true);
  const { info, infoErrno } = file.device.setup;
  if (info === null) return [tell(file, [], NO_DATA, call, regions)];

  const asked: readonly PredictedCall[] = [{ device: file.device, operation: 'info', file }];
  const told = infoErrno === null ? tell(file, asked, info, call, regions) : fails(infoErrno, asked);
  if (room === 0) return [tell(file, [], NO_DATA, call, regions), told];
  // The core needs no memory here, but what the driver tells may.
  return machine.memoryAvailable ? [told] : [told, fails('ENOMEM', asked)];
}

/** As much of the data as there is room for, zeros in the rest of the room, and the full length. */
function tell(file: FileState, calls: readonly PredictedCall[], data: Uint8Array, call: Structure, regions: readonly Region[]): Prediction {
  const memory = new CallerMemory(regions);
  const words = new DataView(call.words.buffer.slice(0));
  const room = words.getUint32(INFO_STRUCT.deviceDataLen, true);
  const target = pointerAt(words, INFO_STRUCT.outDeviceData);
  const fitting = data.subarray(0, room);
  words.setUint32(INFO_STRUCT.outDeviceType, file.device.setup.deviceType, true);
  words.setUint32(INFO_STRUCT.deviceDataLen, data.length, true);
  const isWritten =
    memory.write(target, fitting) && memory.clear(target + fitting.length, room - fitting.length) && writeBack(memory, { ...call, words });
  return isWritten ? succeeds(calls, memory.predicted('complete')) : fails('EFAULT', calls, memory.predicted('failed'));
}
