import {
  bufferAddress,
  bufferLength,
  LONGEST_BUFFER,
  type RequestWithBuffers,
  setBufferAddress,
} from '../../../kit/formats/bnxt/buffers.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { CallerMemory } from '../../../reference-impl/driver-ops.js';

/** Where the driver has memory for the device, in place of the caller's: one buffer behind the other. */
const MEMORY_FOR_THE_DEVICE = 0x1000_0000;

/** A request is just as long as its structure, and no buffer is empty or too long. Source: drivers/fwctl/bnxt/main.c, bnxtctl_check_dma_lens. */
export function checkBuffers(request: Uint8Array, { length, buffers }: RequestWithBuffers): Errno | null {
  const lengths = buffers.map((field) => bufferLength(request, field));
  return request.length === length && lengths.every((bytes) => bytes > 0 && bytes <= LONGEST_BUFFER) ? null : 'EINVAL';
}

/**
 * Copies what the device is to read, and has the request point to the driver's own memory; what was copied is of no use to
 * this firmware, which keeps nothing of it. Null when the caller's memory cannot be read. Source: there, bnxtctl_map_dma_bufs.
 */
export function lendBuffers(request: Uint8Array, { buffers }: RequestWithBuffers, memory: CallerMemory): Uint8Array | null {
  const lent = new Uint8Array(request);
  for (const [index, field] of buffers.entries()) {
    const isForDevice = field.direction === 'to the device';
    if (isForDevice && memory.read(bufferAddress(request, field), bufferLength(request, field)) === null) return null;
    setBufferAddress(lent, field, MEMORY_FOR_THE_DEVICE + index * LONGEST_BUFFER);
  }
  return lent;
}

/** Gives the caller what the device has written, which is nothing. False when the caller's memory cannot be written. Source: there, bnxtctl_unmap_dma_bufs. */
export function takeBuffersBack(request: Uint8Array, { buffers }: RequestWithBuffers, memory: CallerMemory): boolean {
  const fromDevice = buffers.filter(({ direction }) => direction === 'from the device');
  const written = fromDevice.map((field) => memory.write(bufferAddress(request, field), new Uint8Array(bufferLength(request, field))));
  return written.every((isWritten) => isWritten);
}
