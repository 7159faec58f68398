import { writeU32 } from '../../../kit/formats/little-endian.js';
import { NVME_INFO } from '../../../kit/formats/nvme/rpc.js';
import { LONGEST_TRANSFER } from './lengths.js';

/** How much data a command may have. */
export function deviceInfo(): Uint8Array {
  const data = new Uint8Array(NVME_INFO.length);
  writeU32(data, NVME_INFO.longestTransfer, LONGEST_TRANSFER);
  return data;
}
