import type { NvmeCompletion } from '../../kit/formats/nvme/command.js';
import type { Awaitable, Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';

/** Memory that the device can reach, at the address by which it does. */
export type DmaBuffer = { readonly address: number; readonly bytes: Uint8Array };

/** All that a driver knows of the controller: memory for both, and queues that take a submission queue entry. */
export interface NvmeLink {
  map(length: number): DmaBuffer;
  unmap(buffer: DmaBuffer): void;
  /** @returns the completion, whatever its status; or an errno when the command was not taken, or nothing came back */
  submit(entry: Uint8Array, queue: number): Awaitable<Result<NvmeCompletion, Errno>>;
}
