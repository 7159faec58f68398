import { requestHeader, responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { type Mlx5StatusName, statusName } from '../../../kit/formats/mlx5/statuses.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Mlx5Driver } from './driver.js';

/** The errno for each status, where the kernel itself gave the command. Source: drivers/net/ethernet/mellanox/mlx5/core/cmd.c, cmd_status_to_err. */
const STATUS_ERRNOS = {
  OK: null,
  INT_ERR: 'EIO',
  BAD_OP: 'EINVAL',
  BAD_PARAM: 'EINVAL',
  BAD_SYS_STATE: 'EIO',
  BAD_RES: 'EINVAL',
  RES_BUSY: 'EBUSY',
  NOT_READY: 'EAGAIN',
  LIM_ERR: 'ENOMEM',
  BAD_RES_STATE: 'EINVAL',
  IX: 'EINVAL',
  NO_RES: 'EAGAIN',
  BAD_QP_STATE: 'EINVAL',
  BAD_PKT: 'EINVAL',
  BAD_SIZE_OUTS_CQES: 'EINVAL',
  BAD_INP_LEN: 'EIO',
  BAD_OUTP_LEN: 'EIO',
} as const satisfies Record<Mlx5StatusName, Errno | null>;

export function statusErrno(status: number): Errno | null {
  const name = statusName(status);
  return name === undefined ? 'EIO' : STATUS_ERRNOS[name];
}

/**
 * Sends a command and fills the whole response buffer: what the firmware does not answer with is zero.
 * EREMOTEIO means that the command was delivered and failed there, and so is never the transport's own errno.
 * Source: drivers/net/ethernet/mellanox/mlx5/core/cmd.c, mlx5_cmd_do.
 */
export async function commandDo(driver: Mlx5Driver, request: Uint8Array, response: Uint8Array): Promise<Errno | null> {
  await driver.slots.take(requestHeader(request).uid);
  const answer = await driver.link.execute(new Uint8Array(request), response.length);
  driver.slots.give();
  if (!answer.ok) return answer.errno === 'EREMOTEIO' ? 'EIO' : answer.errno;
  response.fill(0);
  response.set(answer.value.subarray(0, response.length));
  return responseHeader(response).status === 0 ? null : 'EREMOTEIO';
}

/** As commandDo, with the status turned into an errno. Source: the same file, mlx5_cmd_exec. */
export async function commandExec(driver: Mlx5Driver, request: Uint8Array, response: Uint8Array): Promise<Errno | null> {
  const errno = await driver.parts.commandDo(driver, request, response);
  return errno === 'EREMOTEIO' ? driver.parts.statusErrno(responseHeader(response).status) : errno;
}
