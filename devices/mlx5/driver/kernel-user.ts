import { MLX5_REQUEST, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { writeU16 } from '../../../kit/formats/mlx5/words.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { KernelUser } from '../../../reference-impl/driver-ops.js';
import type { Mlx5Context, Mlx5Driver } from './driver.js';

/** The uid of the kernel's own commands. */
const KERNEL_UID = 0;

/** The other drivers of the function: they give commands by the same queue, and under no user context. */
export function kernelUser(driver: Mlx5Driver): KernelUser {
  return {
    command: (request, room) => kernelCommand(driver, request, room),
    claim: (request) => driver.parts.claim(driver, requestHeader(request).opcode),
  };
}

async function kernelCommand(driver: Mlx5Driver, asked: Uint8Array, room: number): Promise<Result<Uint8Array, Errno>> {
  const request = new Uint8Array(asked);
  writeU16(request, MLX5_REQUEST.uid, KERNEL_UID);
  const response = new Uint8Array(room);
  const errno = driver.parts.rpcErrno(await driver.parts.commandDo(driver, request, response));
  return errno === null ? ok(response) : refuse(errno);
}

/** From now on the command is another driver's; what user space has under way comes to its end first. */
export async function claim(driver: Mlx5Driver, opcode: number): Promise<void> {
  driver.claimed.add(opcode);
  await driver.underWay.ended(opcode);
}

/** Whichever file it comes by. */
export function isClaimed(driver: Mlx5Driver, _context: Mlx5Context, opcode: number): boolean {
  return driver.claimed.has(opcode);
}
