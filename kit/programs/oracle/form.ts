import type { Errno } from '../../uapi/errno.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../../uapi/ioctl.js';
import type { CallerMemory } from './caller-memory.js';

/** The kernel's copy of the structure of a call whose form is right. */
export type Structure = {
  readonly name: 'FWCTL_INFO' | 'FWCTL_RPC';
  readonly address: number;
  readonly words: DataView;
};

const KNOWN = {
  [FWCTL_INFO]: { name: 'FWCTL_INFO', length: INFO_STRUCT.length },
  [FWCTL_RPC]: { name: 'FWCTL_RPC', length: RPC_STRUCT.length },
} as const;

const isKnown = (request: number): request is keyof typeof KNOWN => Object.hasOwn(KNOWN, request);

/** Number, size and tail of a call, in this order. Facts: "ioctl prologue", steps 1 to 6; "copy_struct_from_user". */
export function judgeForm(request: number, address: number, memory: CallerMemory): Structure | Errno {
  if (!isKnown(request)) return 'ENOTTY';
  const { name, length } = KNOWN[request];
  const sizeWord = memory.read(address, 4);
  if (sizeWord === null) return 'EFAULT';
  const size = new DataView(sizeWord.buffer).getUint32(0, true);
  if (size < length) return 'EINVAL';
  const trouble = memory.firstTrouble(address + length, size - length);
  if (trouble !== null) return trouble === 'not zero' ? 'E2BIG' : 'EFAULT';
  const known = memory.read(address, length);
  return known === null ? 'EFAULT' : { name, address, words: new DataView(known.buffer) };
}

/** A user pointer; no program maps memory where a number would not be exact. */
export function pointerAt(words: DataView, offset: number): number {
  return Number(words.getBigUint64(offset, true));
}

/** Writes the structure back, as far as the kernel knows it. */
export function writeBack(memory: CallerMemory, { address, words }: Structure): boolean {
  return memory.write(address, new Uint8Array(words.buffer));
}
