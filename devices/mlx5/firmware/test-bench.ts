import type { Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';
import { buildRequest, MLX5_REQUEST, type RequestFields, responseHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { type Mlx5StatusName, statusName } from '../../../kit/formats/mlx5/statuses.js';
import { CREATE_UCTX, DESTROY_UCTX } from '../../../kit/formats/mlx5/user-context.js';
import { readU16, readU32, writeU16 } from '../../../kit/formats/mlx5/words.js';
import { execute } from './execute.js';
import { createFirmware, type Firmware } from './firmware.js';

const ROOM = 16 + 4096;

export type Reply = { readonly status: Mlx5StatusName | undefined; readonly syndrome: number; readonly bytes: Uint8Array };

/** A firmware on the bench of the unit tests, with nothing in front of it. */
export class FirmwareBench {
  readonly firmware: Firmware;

  constructor(userContextCapabilities = 0x4, otherFunctions: readonly number[] = [1, 2]) {
    this.firmware = createFirmware({ userContextCapabilities, otherFunctions });
  }

  send(command: Mlx5CommandName | number, fields: RequestFields = {}, room = ROOM): Reply {
    const bytes = execute(this.firmware, buildRequest(command, fields), room);
    const { status, syndrome } = responseHeader(bytes);
    return { status: statusName(status), syndrome, bytes };
  }

  /** The uid of a new user context. */
  createUctx(capabilities = 0): number {
    const body = new Uint8Array(CREATE_UCTX.inputLength - CREATE_UCTX.capabilities);
    body[3] = capabilities;
    return readU16(this.send('CREATE_UCTX', { body }).bytes, CREATE_UCTX.uid);
  }

  destroyUctx(uid: number): Reply {
    return this.send('DESTROY_UCTX', { arguments: argumentsOf({ [DESTROY_UCTX.uid]: uid }) });
  }

  /** The number of a new object that belongs to the uid. */
  create(command: Mlx5CommandName, uid: number): number {
    return readU32(this.send(command, { uid }).bytes, 8);
  }
}

/** The arguments of a command, which lie in the last eight bytes of its header: 16-bit words by their offset in the request. */
export function argumentsOf(words: { readonly [offset: number]: number }): Uint8Array {
  const bytes = new Uint8Array(MLX5_REQUEST.length - MLX5_REQUEST.arguments);
  for (const [offset, value] of Object.entries(words)) writeU16(bytes, Number(offset) - MLX5_REQUEST.arguments, value);
  return bytes;
}
