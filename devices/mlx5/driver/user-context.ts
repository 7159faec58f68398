import { buildRequest } from '../../../kit/formats/mlx5/mailbox.js';
import { CREATE_UCTX, DESTROY_UCTX, UCTX_CAPABILITIES } from '../../../kit/formats/mlx5/user-context.js';
import { readU16, writeU16, writeU32 } from '../../../kit/formats/mlx5/words.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Mlx5Context, Mlx5Driver } from './driver.js';

/** The one capability that is of use here, and only where it is offered. Without it the user context can do less. */
export function requestedCapabilities(driver: Mlx5Driver): number {
  return driver.offeredCapabilities & UCTX_CAPABILITIES.TOOLS_RESOURCES;
}

/** Source: drivers/fwctl/mlx5/main.c, mlx5ctl_open_uctx. */
export async function openUctx(driver: Mlx5Driver): Promise<Result<Mlx5Context, Errno>> {
  const capabilities = driver.parts.requestedCapabilities(driver);
  const uid = await driver.parts.allocateUid(driver, capabilities);
  return uid.ok ? ok({ uid: uid.value, capabilities }) : uid;
}

/** Source: drivers/fwctl/mlx5/main.c, mlx5ctl_alloc_uid. */
export async function allocateUid(driver: Mlx5Driver, capabilities: number): Promise<Result<number, Errno>> {
  const request = buildRequest('CREATE_UCTX', { length: CREATE_UCTX.inputLength });
  writeU32(request, CREATE_UCTX.capabilities, capabilities);
  const response = new Uint8Array(CREATE_UCTX.outputLength);
  const errno = await driver.parts.commandExec(driver, request, response);
  return errno === null ? ok(readU16(response, CREATE_UCTX.uid)) : refuse(errno);
}

/** The firmware frees whatever the uid owns; what it answers changes nothing. Source: drivers/fwctl/mlx5/main.c, mlx5ctl_release_uid. */
export async function releaseUid(driver: Mlx5Driver, context: Mlx5Context): Promise<void> {
  const request = buildRequest('DESTROY_UCTX', { length: DESTROY_UCTX.inputLength });
  writeU16(request, DESTROY_UCTX.uid, context.uid);
  await driver.parts.commandExec(driver, request, new Uint8Array(DESTROY_UCTX.outputLength));
}
