import type { DeviceInstance } from '../../../reference-impl/device-instance.js';
import { DriverWitness } from '../../../reference-impl/driver-witness.js';
import { refuse } from '../../result.js';
import { ERRNO_NUMBERS, type Errno } from '../../uapi/errno.js';
import { SCOPES } from '../../uapi/scope.js';
import type { Question } from './records.js';

/** What the kernel gets for a question: 0 or a negative errno, and the bytes of an answer. */
export type Answer = { readonly error: number; readonly bytes: Uint8Array; readonly isInPlace: boolean };

const NOTHING = new Uint8Array(0);
const DONE: Answer = { error: 0, bytes: NOTHING, isInPlace: false };

/**
 * A device of the guest whose driver's operations are asked of the host. It is witnessed and held here; between the core
 * that asks and the driver that answers lies a whole kernel.
 */
export class HostDevice {
  readonly instance: DeviceInstance;
  readonly witness: DriverWitness;
  /** What the driver keeps for each user context, by the kernel's number of it. */
  readonly #contexts = new Map<number, { readonly context: number; readonly inner: unknown }>();

  constructor(instance: DeviceInstance) {
    if (instance.ops === null) throw new Error('a device without a driver has nothing to answer');
    this.instance = instance;
    this.witness = new DriverWitness(instance.ops);
  }

  async answer({ op, context, scope, outLength, bytes }: Question): Promise<Answer> {
    const { ops } = this.witness;
    if (op === 'open_uctx') {
      const opened = await ops.openUctx();
      if (!opened.ok) return refused(opened.errno);
      this.#contexts.set(context, opened.value);
      return DONE;
    }
    const kept = this.#contexts.get(context);
    if (kept === undefined) return refused('EIO');
    if (op === 'close_uctx') {
      this.#contexts.delete(context);
      await ops.closeUctx(kept);
      return DONE;
    }
    const named = SCOPES[scope];
    if (op === 'fw_rpc' && named === undefined) return refused('EIO');
    const result =
      op === 'info' ? ((await ops.info?.(kept)) ?? refuse('EIO')) : await ops.fwRpc(kept, named ?? SCOPES[0], bytes, outLength);
    if (!result.ok) return refused(result.errno);
    return { error: 0, bytes: result.value, isInPlace: result.value === bytes };
  }
}

export function refused(errno: Errno): Answer {
  return { error: -ERRNO_NUMBERS[errno], bytes: NOTHING, isInPlace: false };
}
