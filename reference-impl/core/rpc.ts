import { type Awaitable, ok, type Result, refuse } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MAX_RPC_LENGTH, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import type { Scope } from '../../kit/uapi/scope.js';
import type { Core } from './core.js';
import type { UserCommand } from './ioctl.js';
import type { Allocation } from './memory.js';
import { readPointer, readU32, writeU32 } from './words.js';

/** FWCTL_RPC. Source: drivers/fwctl/main.c, fwctl_cmd_rpc. */
export async function cmdRpc(core: Core, command: UserCommand): Promise<Errno | null> {
  const { cmd } = command;
  const inLength = readU32(cmd, RPC_STRUCT.inLen);
  const outLength = readU32(cmd, RPC_STRUCT.outLen);
  const tooLong = core.parts.checkRpcLengths(core, inLength, outLength);
  if (tooLong !== null) return tooLong;

  const admitted = core.parts.admitScope(core, command, readU32(cmd, RPC_STRUCT.scope));
  if (!admitted.ok) return admitted.errno;

  const memory = core.parts.requestMemory(core, inLength);
  if (!memory.ok) return memory.errno;
  const errno = await core.parts.exchange(core, command, admitted.value, inLength, outLength);
  if (memory.value !== null) core.parts.free(core, memory.value);
  return errno;
}

/** An empty request needs no memory. */
export function requestMemory(core: Core, length: number): Result<Allocation | null, Errno> {
  if (length === 0) return ok(null);
  const memory = core.parts.allocate(core, 'a request');
  return memory === null ? refuse('ENOMEM') : ok(memory);
}

/** The request from the caller's memory to the driver, and the response back. */
export async function exchange(core: Core, command: UserCommand, scope: Scope, inLength: number, outLength: number): Promise<Errno | null> {
  const { cmd } = command;
  const request = core.parts.copyRequest(core, command, inLength);
  if (!request.ok) return request.errno;
  if (core.parts.isBlockedRequest(core, command.file.device, request.value)) return 'EPERM';

  const amended = core.parts.amendRequest(core, command.file.device, request.value);
  const answer = await core.parts.deliver(core, command, scope, amended, outLength);
  if (!answer.ok) return answer.errno;

  const fault = core.parts.copyResponse(core, command, answer.value, outLength);
  if (fault !== null) return fault;
  writeU32(cmd, RPC_STRUCT.outLen, core.parts.reportedResponseLength(core, answer.value, outLength));
  return core.parts.respond(core, command);
}

/** Both bounds are inclusive, and come before the scope. */
export function checkRpcLengths(_core: Core, inLength: number, outLength: number): Errno | null {
  return inLength > MAX_RPC_LENGTH || outLength > MAX_RPC_LENGTH ? 'EMSGSIZE' : null;
}

/** The request is taken once; what the caller does to its memory afterwards has no effect. */
export function copyRequest(_core: Core, command: UserCommand, length: number): Result<Uint8Array, Errno> {
  const request = command.memory.read(readPointer(command.cmd, RPC_STRUCT.in), length);
  return request === null ? refuse('EFAULT') : { ok: true, value: request };
}

export function deliver(
  _core: Core,
  command: UserCommand,
  scope: Scope,
  request: Uint8Array,
  outLength: number,
): Awaitable<Result<Uint8Array, Errno>> {
  const { device, context } = command.file;
  return device.ops === null ? refuse('ENODEV') : device.ops.fwRpc(context, scope, request, outLength, command.memory);
}

/** As much as fits. Unlike FWCTL_INFO, room that the response does not fill is left alone. */
export function copyResponse(_core: Core, command: UserCommand, response: Uint8Array, outLength: number): 'EFAULT' | null {
  const target = readPointer(command.cmd, RPC_STRUCT.out);
  const fitting = response.length > outLength ? response.subarray(0, outLength) : response;
  return command.memory.write(target, fitting) ? null : 'EFAULT';
}

/** The full length, so that a caller whose buffer was too small can tell. */
export function reportedResponseLength(_core: Core, response: Uint8Array, _outLength: number): number {
  return response.length;
}
