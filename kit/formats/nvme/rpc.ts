import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { decodeCommand, encodeCommand, type NvmeCommand, type NvmeCompletion, SQE } from './command.js';

/**
 * The words in which user space would speak with an fwctl driver for NVMe. No such driver exists in mainline, and no
 * such structure: this one is ours, made after the rules of Documentation/userspace-api/fwctl/fwctl.rst.
 *
 * A request is a submission queue entry, how long the command's data are, the queue that it is for, and behind them the
 * data that go to the controller. What belongs to the host's driver in the entry (command identifier, flags and all
 * pointers) is zero.
 */
export const NVME_RPC = { length: 72, dataLength: 64, queue: 68 } as const;

/** A response: the result and the status of the completion, and behind them the data from the controller. */
export const NVME_RPC_ANSWER = { result: 0, status: 4, data: 8 } as const;

/** Not assigned to anybody: mainline counts from 1 upwards. */
export const NVME_DEVICE_TYPE = 241;

/** What FWCTL_INFO tells: the longest transfer in bytes. */
export const NVME_INFO = { length: 4, longestTransfer: 0 } as const;

export type NvmeRpc = {
  readonly command: NvmeCommand;
  readonly dataLength: number;
  readonly queue: number;
  /** What lies behind the structure. */
  readonly data: Uint8Array;
};

export function encodeNvmeRpc({ command, dataLength, queue, data }: NvmeRpc): Uint8Array {
  const bytes = new Uint8Array(NVME_RPC.length + data.length);
  bytes.set(encodeCommand(command));
  writeU32(bytes, NVME_RPC.dataLength, dataLength);
  writeU32(bytes, NVME_RPC.queue, queue);
  bytes.set(data, NVME_RPC.length);
  return bytes;
}

export function decodeNvmeRpc(bytes: Uint8Array): NvmeRpc {
  return {
    command: decodeCommand(bytes.subarray(0, SQE.length)),
    dataLength: readU32(bytes, NVME_RPC.dataLength),
    queue: readU32(bytes, NVME_RPC.queue),
    data: bytes.slice(NVME_RPC.length),
  };
}

export function encodeNvmeRpcAnswer({ result, status }: NvmeCompletion, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(NVME_RPC_ANSWER.data + data.length);
  writeU32(bytes, NVME_RPC_ANSWER.result, result);
  writeU16(bytes, NVME_RPC_ANSWER.status, status);
  bytes.set(data, NVME_RPC_ANSWER.data);
  return bytes;
}

export function decodeNvmeRpcAnswer(bytes: Uint8Array): NvmeCompletion & { readonly data: Uint8Array } {
  return {
    result: readU32(bytes, NVME_RPC_ANSWER.result),
    status: readU16(bytes, NVME_RPC_ANSWER.status),
    data: bytes.slice(NVME_RPC_ANSWER.data),
  };
}
