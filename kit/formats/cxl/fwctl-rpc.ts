import { readU32, writeU32 } from '../little-endian.js';

/**
 * The request and the response of FWCTL_RPC on a CXL device; offsets and lengths in bytes. The words of both headers
 * are in host order, little endian here. Source: include/uapi/fwctl/cxl.h, struct fwctl_rpc_cxl and fwctl_rpc_cxl_out.
 */
export const CXL_RPC_IN = { headerLength: 16, opcode: 0, flags: 4, opSize: 8, reserved: 12, payload: 16 } as const;
export const CXL_RPC_OUT = { headerLength: 8, size: 0, returnCode: 4, payload: 8 } as const;

export type CxlRpcFields = {
  readonly opcode: number;
  readonly payload: Uint8Array;
  readonly flags?: number;
  readonly reserved?: number;
  /** What op_size says; the payload's length unless given. */
  readonly opSize?: number;
};

export function encodeCxlRpc({ opcode, payload, flags = 0, reserved = 0, opSize = payload.length }: CxlRpcFields): Uint8Array {
  const request = new Uint8Array(CXL_RPC_IN.headerLength + payload.length);
  writeU32(request, CXL_RPC_IN.opcode, opcode);
  writeU32(request, CXL_RPC_IN.flags, flags);
  writeU32(request, CXL_RPC_IN.opSize, opSize);
  writeU32(request, CXL_RPC_IN.reserved, reserved);
  request.set(payload, CXL_RPC_IN.payload);
  return request;
}

/** The header of a request, and all that follows it. */
export function decodeCxlRpc(request: Uint8Array): Required<CxlRpcFields> {
  return {
    opcode: readU32(request, CXL_RPC_IN.opcode),
    flags: readU32(request, CXL_RPC_IN.flags),
    opSize: readU32(request, CXL_RPC_IN.opSize),
    reserved: readU32(request, CXL_RPC_IN.reserved),
    payload: request.slice(CXL_RPC_IN.payload),
  };
}

/** `size` is what the response says of its payload's length. */
export type CxlRpcAnswer = { readonly size: number; readonly returnCode: number; readonly payload: Uint8Array };

export function encodeCxlRpcAnswer({ size, returnCode, payload }: CxlRpcAnswer): Uint8Array {
  const response = new Uint8Array(CXL_RPC_OUT.headerLength + payload.length);
  writeU32(response, CXL_RPC_OUT.size, size);
  writeU32(response, CXL_RPC_OUT.returnCode, returnCode);
  response.set(payload, CXL_RPC_OUT.payload);
  return response;
}

/** `payload` is all that follows the header, however long `size` says it is. */
export function decodeCxlRpcAnswer(response: Uint8Array): CxlRpcAnswer {
  return {
    size: readU32(response, CXL_RPC_OUT.size),
    returnCode: readU32(response, CXL_RPC_OUT.returnCode),
    payload: response.slice(CXL_RPC_OUT.payload),
  };
}
