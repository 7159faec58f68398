import { type Awaitable, ok, type Result, refuse } from '../../kit/result.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import type { Core } from './core.js';
import type { OpenFile } from './open-file.js';
import type { CoreParts } from './parts.js';
import type { Task } from './task.js';
import type { UserMemory } from './user-memory.js';
import { readU32 } from './words.js';

/** One ioctl under way: struct fwctl_ucmd. `cmd` is the kernel's copy of the structure. */
export type UserCommand = {
  readonly file: OpenFile;
  readonly task: Task;
  readonly memory: UserMemory;
  readonly address: number;
  readonly userSize: number;
  readonly cmd: Uint8Array;
};

export type IoctlEntry = {
  readonly request: number;
  readonly minSize: number;
  readonly size: number;
  readonly execute: (core: Core, command: UserCommand) => Awaitable<Errno | null>;
};

export const OK: CallOutcome = { ok: true };

/** The table that an ioctl number indexes. What a structure has grown by, no caller of today knows, and none must. */
export function ioctlTable(parts: Pick<CoreParts, 'cmdInfo' | 'cmdRpc'>, growth: number): readonly IoctlEntry[] {
  return [
    { request: FWCTL_INFO, minSize: INFO_STRUCT.length, size: INFO_STRUCT.length + growth, execute: parts.cmdInfo },
    { request: FWCTL_RPC, minSize: RPC_STRUCT.length, size: RPC_STRUCT.length + growth, execute: parts.cmdRpc },
  ];
}

/** The whole request word must match: type byte, number, no size, no direction. */
export function findIoctl(core: Core, request: number): IoctlEntry | null {
  const entry = core.table[request & 0xff];
  return entry !== undefined && entry.request === request ? entry : null;
}

/** The caller's size, which is the first word of every structure and read only once. */
export function readUserSize(_core: Core, memory: UserMemory, address: number): number | null {
  const word = memory.read(address, 4);
  return word === null ? null : readU32(word, 0);
}

export function checkUserSize(_core: Core, entry: IoctlEntry, userSize: number): 'EINVAL' | null {
  return userSize < entry.minSize ? 'EINVAL' : null;
}

function copyIn(core: Core, entry: IoctlEntry, memory: UserMemory, address: number): Result<readonly [number, Uint8Array], Errno> {
  const userSize = core.parts.readUserSize(core, memory, address);
  if (userSize === null) return refuse('EFAULT');
  const tooSmall = core.parts.checkUserSize(core, entry, userSize);
  if (tooSmall !== null) return refuse(tooSmall);
  const copied = core.parts.copyStructFromUser(core, memory, address, userSize, entry.size);
  return copied.ok ? ok([userSize, copied.value]) : copied;
}

/** Source: drivers/fwctl/main.c, fwctl_fops_ioctl. The form of the call is judged before the state of the device. */
export async function fopsIoctl(
  core: Core,
  file: OpenFile,
  task: Task,
  request: number,
  address: number,
  memory: UserMemory,
): Promise<CallOutcome> {
  const entry = core.parts.findIoctl(core, request);
  if (entry === null) return refuse('ENOTTY');
  const copied = copyIn(core, entry, memory, address);
  if (!copied.ok) return copied;
  const [userSize, cmd] = copied.value;

  const { device } = file;
  await device.registration.readLock();
  try {
    if (device.ops === null || core.parts.isBlocked(core, device)) return refuse('ENODEV');
    const errno = await entry.execute(core, { file, task, memory, address, userSize, cmd });
    return errno === null ? OK : refuse(errno);
  } finally {
    device.registration.readUnlock();
  }
}

/** Source: drivers/fwctl/main.c, ucmd_respond. Nothing is written beyond what the caller knows, nor beyond what we know. */
export function respond(_core: Core, command: UserCommand): 'EFAULT' | null {
  const length = Math.min(command.userSize, command.cmd.length);
  return command.memory.write(command.address, command.cmd.subarray(0, length)) ? null : 'EFAULT';
}
