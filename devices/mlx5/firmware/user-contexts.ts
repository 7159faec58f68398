import { UCTX_CAP_OFFSET } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { CREATE_UCTX, DESTROY_UCTX, UCTX_CAPABILITIES } from '../../../kit/formats/mlx5/user-context.js';
import { readU16, readU32, writeU16 } from '../../../kit/formats/mlx5/words.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';
import { OWN_FUNCTION } from './functions.js';
import { SYNDROMES } from './syndromes.js';

/** The label on whatever a user does, and what that user may do. */
export type UserContext = { readonly capabilities: number };

/** The uid of the kernel driver itself, which no user context ever has. */
export const KERNEL_UID = 0;
/** Uids need both of their bytes from the start, so that a driver which mixes up the byte order is found out. */
export const FIRST_UID = 0x0102;
export const LAST_UID = 0xfffe;

/** The kernel's own commands have no user context behind them; all others must name one that exists. */
export function isKnownUid(firmware: Firmware, uid: number): boolean {
  return uid === KERNEL_UID || firmware.contexts.has(uid);
}

export function lacksTools(firmware: Firmware, uid: number): boolean {
  if (uid === KERNEL_UID) return false;
  const capabilities = firmware.contexts.get(uid)?.capabilities ?? 0;
  return (capabilities & UCTX_CAPABILITIES.TOOLS_RESOURCES) === 0;
}

/** A context can hold only what the function's uctx_cap word offers. */
function offersCapabilities(firmware: Firmware, capabilities: number): boolean {
  const page = firmware.functions.get(OWN_FUNCTION)?.current ?? new Uint8Array(0);
  return (capabilities & ~readU32(page, UCTX_CAP_OFFSET)) === 0;
}

/** A uid that no user context had before. */
export function takeUid(firmware: Firmware): number {
  const uid = firmware.nextUid;
  firmware.nextUid += 1;
  return uid;
}

export function createUctx(firmware: Firmware, command: Command): Answer {
  const capabilities = readU32(command.request, CREATE_UCTX.capabilities);
  if (!offersCapabilities(firmware, capabilities)) return failed('BAD_PARAM', SYNDROMES.NOT_OFFERED);
  const uid = firmware.parts.takeUid(firmware);
  if (uid > LAST_UID) return failed('NO_RES', SYNDROMES.UIDS_EXHAUSTED);
  firmware.contexts.set(uid, { capabilities });
  const results = new Uint8Array(CREATE_UCTX.outputLength - MLX5_RESPONSE.results);
  writeU16(results, CREATE_UCTX.uid - MLX5_RESPONSE.results, uid);
  return done(results);
}

/** Whatever belongs to the user goes with the context. */
export function destroyUctx(firmware: Firmware, command: Command): Answer {
  const uid = readU16(command.request, DESTROY_UCTX.uid);
  if (!firmware.contexts.delete(uid)) return failed('BAD_RES_STATE', SYNDROMES.UNKNOWN_UID);
  firmware.parts.freeObjectsOf(firmware, uid);
  return done();
}
