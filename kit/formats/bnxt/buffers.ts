import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { hwrmRequestType } from './hwrm.js';
import { type HwrmRequestType, requestTypeName } from './request-types.js';

/** The field of a request that says how long a buffer is: its offset and width in bytes, and how many bytes one of it stands for. */
export type LengthField = { readonly at: number; readonly width: 2 | 4; readonly unit?: number };

/** A buffer that a request points to: the offset of its address in bytes, which way the data go, and its length in bytes where no field says it. */
export type BufferField = {
  readonly address: number;
  readonly direction: 'to the device' | 'from the device';
  readonly length: number | LengthField;
};

/** `length` is that of the whole request in bytes. */
export type RequestWithBuffers = { readonly length: number; readonly buffers: readonly BufferField[] };

/** In bytes. Source: include/uapi/fwctl/bnxt.h, FWCTL_BNXT_MAX_DMABUF. */
export const LONGEST_BUFFER = 0x1_0000;

const toDevice = (address: number, length: BufferField['length']): BufferField => ({ address, direction: 'to the device', length });
const fromDevice = (address: number, length: BufferField['length']): BufferField => ({ address, direction: 'from the device', length });

/**
 * The requests with buffers that Linux takes since 7.3. Sources: drivers/fwctl/bnxt/main.c, bnxtctl_dma_cmds;
 * include/linux/bnxt/hsi.h, the structures named after the requests.
 */
export const REQUESTS_WITH_BUFFERS = {
  NVM_SET_VARIABLE: { length: 40, buffers: [toDevice(16, { at: 24, width: 2 })] },
  NVM_GET_VARIABLE: { length: 40, buffers: [fromDevice(16, { at: 24, width: 2 })] },
  NVM_READ: { length: 40, buffers: [fromDevice(16, { at: 32, width: 4 })] },
  NVM_GET_DIR_ENTRIES: { length: 24, buffers: [fromDevice(16, LONGEST_BUFFER)] },
  NVM_WRITE: { length: 56, buffers: [toDevice(16, { at: 32, width: 4 })] },
  NVM_MODIFY: { length: 40, buffers: [toDevice(16, { at: 32, width: 4 })] },
  NVM_RAW_WRITE_BLK: { length: 40, buffers: [toDevice(16, { at: 28, width: 4 })] },
  NVM_RAW_DUMP: { length: 40, buffers: [fromDevice(16, { at: 28, width: 4 })] },
  FW_GET_STRUCTURED_DATA: { length: 32, buffers: [fromDevice(16, { at: 24, width: 2 })] },
  FW_SET_STRUCTURED_DATA: { length: 32, buffers: [toDevice(16, { at: 24, width: 2 })] },
  FW_LIVEPATCH: { length: 32, buffers: [toDevice(24, { at: 20, width: 4 })] },
  DBG_COREDUMP_LIST: { length: 32, buffers: [fromDevice(16, { at: 24, width: 4 })] },
  DBG_COREDUMP_RETRIEVE: { length: 56, buffers: [fromDevice(16, { at: 24, width: 4 })] },
  DBG_READ_DIRECT: { length: 32, buffers: [fromDevice(16, { at: 28, width: 4, unit: 4 })] },
  DBG_READ_INDIRECT: { length: 80, buffers: [fromDevice(16, { at: 24, width: 4 })] },
  DBG_SERDES_TEST: { length: 40, buffers: [fromDevice(16, { at: 28, width: 2 })] },
  DBG_TOKEN_CFG: { length: 32, buffers: [toDevice(24, { at: 20, width: 4 })] },
  QUEUE_DSCP2PRI_QCFG: { length: 32, buffers: [fromDevice(16, { at: 26, width: 2 })] },
  PORT_QSTATS: { length: 40, buffers: [fromDevice(24, 408), fromDevice(32, 528)] },
  PORT_QSTATS_EXT: { length: 40, buffers: [fromDevice(24, { at: 18, width: 2 }), fromDevice(32, { at: 20, width: 2 })] },
  PORT_QSTATS_EXT_PFC_ADV: { length: 40, buffers: [fromDevice(24, { at: 18, width: 2 }), fromDevice(32, { at: 18, width: 2 })] },
  PCIE_QSTATS: { length: 32, buffers: [fromDevice(24, { at: 16, width: 2 })] },
  STAT_GENERIC_QSTATS: { length: 32, buffers: [fromDevice(24, { at: 16, width: 2 })] },
  STAT_QUERY_ROCE_STATS: { length: 32, buffers: [fromDevice(24, { at: 16, width: 2 })] },
  STAT_QUERY_ROCE_STATS_EXT: { length: 32, buffers: [fromDevice(24, { at: 16, width: 2 })] },
  PORT_EVENTS_LOG: { length: 32, buffers: [fromDevice(16, { at: 24, width: 4 })] },
  PORT_PRBS_TEST: { length: 48, buffers: [fromDevice(16, { at: 24, width: 2 })] },
  PORT_DSC_DUMP: { length: 40, buffers: [fromDevice(16, { at: 24, width: 2 })] },
  SCH_GRP_CFG: { length: 88, buffers: [toDevice(24, { at: 18, width: 2, unit: 2 })] },
  SCH_GRP_QCFG: { length: 32, buffers: [fromDevice(24, { at: 18, width: 2 })] },
  SELFTEST_RETRIEVE_SERDES_DATA: { length: 40, buffers: [fromDevice(16, { at: 28, width: 2 })] },
  DBG_PTRACE: { length: 40, buffers: [toDevice(16, { at: 32, width: 4 }), fromDevice(24, { at: 32, width: 4 })] },
} as const satisfies { readonly [Type in HwrmRequestType]?: RequestWithBuffers };

export type BufferRequestType = keyof typeof REQUESTS_WITH_BUFFERS;
export const BUFFER_REQUEST_NAMES = Object.keys(REQUESTS_WITH_BUFFERS).filter(isBufferRequest);

function isBufferRequest(name: string): name is BufferRequestType {
  return name in REQUESTS_WITH_BUFFERS;
}

/** Whether requests of the type have buffers. */
export function hasBuffers(type: number): boolean {
  const name = requestTypeName(type);
  return name !== undefined && isBufferRequest(name);
}

/** Of which kind the request is, by its type; null when it has no buffers. */
export function buffersOfRequest(request: Uint8Array): RequestWithBuffers | null {
  const name = requestTypeName(hwrmRequestType(request));
  return name !== undefined && isBufferRequest(name) ? REQUESTS_WITH_BUFFERS[name] : null;
}

/** How long the request says that the buffer is, in bytes. */
export function bufferLength(request: Uint8Array, { length }: BufferField): number {
  if (typeof length === 'number') return length;
  return (length.width === 2 ? readU16(request, length.at) : readU32(request, length.at)) * (length.unit ?? 1);
}

/** Makes the request say so; does nothing where it does not say it. `bytes` must be a multiple of the field's unit. */
export function setBufferLength(request: Uint8Array, { length }: BufferField, bytes: number): void {
  if (typeof length === 'number') return;
  const value = bytes / (length.unit ?? 1);
  if (length.width === 2) writeU16(request, length.at, value);
  else writeU32(request, length.at, value);
}

/** Addresses of the kit are below 2 to the power of 53. */
export function bufferAddress(request: Uint8Array, { address }: BufferField): number {
  return readU32(request, address) + readU32(request, address + 4) * 2 ** 32;
}

export function setBufferAddress(request: Uint8Array, { address }: BufferField, value: number): void {
  writeU32(request, address, value % 2 ** 32);
  writeU32(request, address + 4, Math.floor(value / 2 ** 32));
}
