import { readU32, writeU32 } from '../little-endian.js';

/** A request and its response, in bytes. Source: include/uapi/fwctl/pds.h, struct fwctl_rpc_pds. */
export const PDS_RPC = {
  length: 48,
  operation: 0,
  endpoint: 4,
  reserved: 8,
  inLength: 12,
  inPayload: 16,
  retval: 24,
  /** Two words. */
  outReserved: 28,
  outLength: 36,
  outPayload: 40,
} as const;

/** What the driver tells of itself. Source: include/uapi/fwctl/pds.h, struct fwctl_info_pds. */
export const PDS_INFO = { length: 4, capabilities: 0 } as const;
/** Bits of the capabilities. Source: include/uapi/fwctl/pds.h, enum pds_fwctl_capabilities. */
export const PDS_CAPABILITIES = { QUERY: 1 << 0, SEND: 1 << 1 } as const;

/** Addresses are the caller's. */
export type PdsRpc = {
  readonly operation: number;
  readonly endpoint: number;
  readonly inLength: number;
  readonly inPayload: number;
  readonly outLength: number;
  readonly outPayload: number;
};

export function decodePdsRpc(bytes: Uint8Array): PdsRpc {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    operation: readU32(bytes, PDS_RPC.operation),
    endpoint: readU32(bytes, PDS_RPC.endpoint),
    inLength: readU32(bytes, PDS_RPC.inLength),
    inPayload: Number(view.getBigUint64(PDS_RPC.inPayload, true)),
    outLength: readU32(bytes, PDS_RPC.outLength),
    outPayload: Number(view.getBigUint64(PDS_RPC.outPayload, true)),
  };
}

export function encodePdsRpc({ operation, endpoint, inLength, inPayload, outLength, outPayload }: PdsRpc): Uint8Array {
  const bytes = new Uint8Array(PDS_RPC.length);
  const view = new DataView(bytes.buffer);
  writeU32(bytes, PDS_RPC.operation, operation);
  writeU32(bytes, PDS_RPC.endpoint, endpoint);
  writeU32(bytes, PDS_RPC.inLength, inLength);
  view.setBigUint64(PDS_RPC.inPayload, BigInt(inPayload), true);
  writeU32(bytes, PDS_RPC.outLength, outLength);
  view.setBigUint64(PDS_RPC.outPayload, BigInt(outPayload), true);
  return bytes;
}
