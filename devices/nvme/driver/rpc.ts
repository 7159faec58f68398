import { ADMIN_QUEUE, encodeCommand } from '../../../kit/formats/nvme/command.js';
import { COMMIT_ACTIONS, commitActionOf } from '../../../kit/formats/nvme/dwords.js';
import { dataDirection, NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { decodeNvmeRpc, encodeNvmeRpcAnswer, NVME_RPC, type NvmeRpc } from '../../../kit/formats/nvme/rpc.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { NvmeDriver } from './parts.js';

/** One command of user space. */
export async function fwRpc(driver: NvmeDriver, scope: Scope, request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
  const { parts } = driver;
  if (request.length < NVME_RPC.length) return refuse('EINVAL');
  const rpc = decodeNvmeRpc(request);
  if (!parts.leavesOwnFields(rpc.command)) return refuse('EINVAL');
  const refusal = await parts.admit(driver, rpc, scope);
  if (refusal !== null) return refuse(refusal);
  if (parts.isClaimed(driver, rpc.command)) return refuse('EPERM');
  return parts.areLengthsRight(rpc) ? parts.deliver(driver, rpc) : refuse('EINVAL');
}

/** Whether the scope is enough. There is no scope for the queues of the block layer. */
export async function admit(driver: NvmeDriver, { command, queue }: NvmeRpc, scope: Scope): Promise<Errno | null> {
  const { parts } = driver;
  if (!parts.isForAdmin(queue)) return 'EPERM';
  const logs = await parts.currentLogs(driver);
  if (logs === null) return 'EIO';
  const least = parts.leastScope(driver, logs, command);
  return least !== null && parts.reaches(scope, least) ? null : 'EPERM';
}

export function isForAdmin(queue: number): boolean {
  return queue === ADMIN_QUEUE;
}

/** Data go through memory of the driver's own, and no longer than the command is under way. */
export async function deliver(driver: NvmeDriver, rpc: NvmeRpc): Promise<Result<Uint8Array, Errno>> {
  const { parts, link } = driver;
  const { command, dataLength, queue, data } = rpc;
  const buffer = link.map(dataLength);
  buffer.bytes.set(data.subarray(0, dataLength));
  const completed = await link.submit(encodeCommand({ ...command, prp1: dataLength === 0 ? 0 : buffer.address }), queue);
  link.unmap(buffer);
  if (activatesFirmware(rpc)) parts.forgetLogs(driver);
  if (!completed.ok) return completed;
  const isForHost = dataDirection(command.opcode) === 'to the host';
  return ok(encodeNvmeRpcAnswer(completed.value, isForHost ? buffer.bytes : new Uint8Array(0)));
}

function activatesFirmware({ command }: NvmeRpc): boolean {
  return command.opcode === NVME_ADMIN['Firmware Commit'] && commitActionOf(command) === COMMIT_ACTIONS['activate now'];
}
