import { ok, type Result, refuse } from '../../kit/result.js';
import type { Core } from './core.js';
import type { UserMemory } from './user-memory.js';

/**
 * Copies an extensible structure: the part beyond what the kernel knows must be zero, and a part that the
 * caller does not know counts as zero.
 * Source: include/linux/uaccess.h, copy_struct_from_user; lib/usercopy.c, check_zeroed_user.
 */
export function copyStructFromUser(
  core: Core,
  memory: UserMemory,
  address: number,
  userSize: number,
  knownSize: number,
): Result<Uint8Array, 'E2BIG' | 'EFAULT'> {
  if (userSize > knownSize) {
    const tail = core.parts.checkZeroed(memory, address + knownSize, userSize - knownSize);
    if (tail !== null) return refuse(tail);
  }
  const known = memory.read(address, Math.min(userSize, knownSize));
  if (known === null) return refuse('EFAULT');
  if (known.length === knownSize) return ok(known);
  const padded = new Uint8Array(knownSize);
  padded.set(known);
  return ok(padded);
}

/** Front to back: the first non-zero byte is E2BIG, the first unreadable one EFAULT. */
export function checkZeroed(memory: UserMemory, address: number, length: number): 'E2BIG' | 'EFAULT' | null {
  for (let done = 0; done < length; ) {
    const piece = memory.view(address + done, length - done, 'read');
    if (piece === null) return 'EFAULT';
    if (!isZero(piece)) return 'E2BIG';
    done += piece.length;
  }
  return null;
}

function isZero(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] !== 0) return false;
  return true;
}
