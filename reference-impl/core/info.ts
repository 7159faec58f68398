import { ok, type Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import type { Core } from './core.js';
import type { UserCommand } from './ioctl.js';
import { readPointer, readU32, writeU32 } from './words.js';

const NO_DATA = new Uint8Array(0);

/** FWCTL_INFO. Source: drivers/fwctl/main.c, fwctl_cmd_info. */
export async function cmdInfo(core: Core, command: UserCommand): Promise<Errno | null> {
  const { cmd, file } = command;
  const unknownFlags = core.parts.checkInfoFlags(core, readU32(cmd, INFO_STRUCT.flags));
  if (unknownFlags !== null) return unknownFlags;

  const room = readU32(cmd, INFO_STRUCT.deviceDataLen);
  let data: Uint8Array = NO_DATA;
  if (core.parts.asksForDeviceData(core, room)) {
    const answer = await core.parts.deviceData(core, command);
    if (!answer.ok) return answer.errno;
    data = answer.value;
    const fault = core.parts.copyDeviceData(core, command, data, room);
    if (fault !== null) return fault;
  }

  writeU32(cmd, INFO_STRUCT.outDeviceType, core.parts.deviceType(core, file.device));
  writeU32(cmd, INFO_STRUCT.deviceDataLen, core.parts.reportedDataLength(core, data, room));
  return core.parts.respond(core, command);
}

/** No flag is defined. */
export function checkInfoFlags(_core: Core, flags: number): Errno | null {
  return flags === 0 ? null : 'EOPNOTSUPP';
}

/** A length of 0 says that the caller wants no device data: neither the driver nor the pointer is looked at. */
export function asksForDeviceData(_core: Core, room: number): boolean {
  return room > 0;
}

/** What the driver has to say about itself; nothing when it has no info operation. */
export async function deviceData(_core: Core, command: UserCommand): Promise<Result<Uint8Array, Errno>> {
  const { device, context } = command.file;
  return (await device.ops?.info?.(context)) ?? ok(NO_DATA);
}

/** As much as fits, and zeros in the rest of the caller's buffer. */
export function copyDeviceData(_core: Core, command: UserCommand, data: Uint8Array, room: number): 'EFAULT' | null {
  const { memory, cmd } = command;
  const target = readPointer(cmd, INFO_STRUCT.outDeviceData);
  const copied = Math.min(data.length, room);
  const written = memory.write(target, data.subarray(0, copied)) && memory.clear(target + copied, room - copied);
  return written ? null : 'EFAULT';
}

/** The driver's full length, whether it fitted or not. */
export function reportedDataLength(_core: Core, data: Uint8Array, _room: number): number {
  return data.length;
}
