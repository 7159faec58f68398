import { type Mlx5CommandName, opcodeOf } from './commands.js';
import { MLX5_STATUSES, type Mlx5StatusName } from './statuses.js';
import { readU16, readU32, writeU16, writeU32 } from './words.js';

/**
 * The first 16 bytes of every request and of every response; offsets and lengths in bytes, words big endian.
 * Source: drivers/fwctl/mlx5/main.c, mlx5_ifc_mbox_in_hdr_bits and mlx5_ifc_mbox_out_hdr_bits.
 */
export const MLX5_REQUEST = { length: 16, opcode: 0, uid: 2, opMod: 6, arguments: 8 } as const;
export const MLX5_RESPONSE = { length: 16, status: 0, syndrome: 4, results: 8 } as const;

const NO_BYTES = new Uint8Array(0);

export type RequestHeader = { readonly opcode: number; readonly uid: number; readonly opMod: number };

export function requestHeader(request: Uint8Array): RequestHeader {
  return {
    opcode: readU16(request, MLX5_REQUEST.opcode),
    uid: readU16(request, MLX5_REQUEST.uid),
    opMod: readU16(request, MLX5_REQUEST.opMod),
  };
}

export type RequestFields = {
  readonly uid?: number;
  readonly opMod?: number;
  /** The last 8 bytes of the header: whom or what the command concerns. */
  readonly arguments?: Uint8Array;
  /** What follows the header. */
  readonly body?: Uint8Array;
  /** The length of the whole request; as long as header and body by default. */
  readonly length?: number;
};

/** A request for the command of that name or number. */
export function buildRequest(command: Mlx5CommandName | number, fields: RequestFields = {}): Uint8Array {
  const body = fields.body ?? NO_BYTES;
  const request = new Uint8Array(fields.length ?? MLX5_REQUEST.length + body.length);
  writeU16(request, MLX5_REQUEST.opcode, opcodeOf(command));
  writeU16(request, MLX5_REQUEST.uid, fields.uid ?? 0);
  writeU16(request, MLX5_REQUEST.opMod, fields.opMod ?? 0);
  request.set(fields.arguments ?? NO_BYTES, MLX5_REQUEST.arguments);
  request.set(body, MLX5_REQUEST.length);
  return request;
}

export type ResponseHeader = { readonly status: number; readonly syndrome: number };

export function responseHeader(response: Uint8Array): ResponseHeader {
  return { status: response[MLX5_RESPONSE.status] ?? 0, syndrome: readU32(response, MLX5_RESPONSE.syndrome) };
}

/** A response: status, syndrome, and the results that follow them from `MLX5_RESPONSE.results` on. */
export function buildResponse(status: Mlx5StatusName | number, syndrome: number, results: Uint8Array): Uint8Array {
  const response = new Uint8Array(Math.max(MLX5_RESPONSE.length, MLX5_RESPONSE.results + results.length));
  response[MLX5_RESPONSE.status] = typeof status === 'number' ? status : MLX5_STATUSES[status];
  writeU32(response, MLX5_RESPONSE.syndrome, syndrome);
  response.set(results, MLX5_RESPONSE.results);
  return response;
}
