import type { Hardware } from '../../../devices/hardware.js';
import type { DeviceInstance, FirmwareAccess } from '../../../reference-impl/device-instance.js';
import { NO_MEMORY } from '../../../reference-impl/driver-ops.js';
import { DriverWitness } from '../../../reference-impl/driver-witness.js';
import { type Result, refuse } from '../../result.js';
import type { PlainSetup } from '../../subject/device-setups.js';
import type { FirmwareRelease } from '../../subject/operations.js';
import { ERRNO_NUMBERS, type Errno } from '../../uapi/errno.js';
import { SCOPES } from '../../uapi/scope.js';
import type { Question } from './records.js';

/** What the kernel gets for a question: 0 or a negative errno, and the bytes of an answer. */
export type Answer = { readonly error: number; readonly bytes: Uint8Array; readonly isInPlace: boolean };

/** What of a device of the guest lives on the host. */
export interface HostDevice {
  answer(question: Question): Promise<Answer>;
  /** Where the host answers in place of the driver: the witness of what it is asked, and the script of the answers. */
  readonly witness?: DriverWitness;
  readonly script?: (setup: Partial<PlainSetup>) => void;
  /** Where the host answers in place of the firmware. */
  readonly firmware?: FirmwareAccess;
  /** Where that has several releases. */
  readonly runFirmware?: (release: FirmwareRelease) => void;
}

const NOTHING = new Uint8Array(0);
const DONE: Answer = { error: 0, bytes: NOTHING, isInPlace: false };

/** Its driver's operations are asked of the host; between the core that asks and the answer lies a whole kernel. */
export class HostDriver implements HostDevice {
  readonly witness: DriverWitness;
  readonly script: (setup: Partial<PlainSetup>) => void;
  /** What the driver keeps for each user context, by the kernel's number of it. */
  readonly #contexts = new Map<number, { readonly context: number; readonly inner: unknown }>();

  constructor({ ops, script }: DeviceInstance) {
    if (ops === null) throw new Error('a device without a driver has nothing to answer');
    this.witness = new DriverWitness(ops);
    this.script = (setup) => script?.(setup);
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
    if (op === 'info') return answerOf((await ops.info?.(kept)) ?? refuse('EIO'), NOTHING);
    const named = SCOPES[scope];
    return named === undefined ? refused('EIO') : answerOf(await ops.fwRpc(kept, named, bytes, outLength, NO_MEMORY), bytes);
  }
}

/** Its firmware is the kit's model, behind the kernel's own driver. */
export class HostHardware implements HostDevice {
  readonly firmware: FirmwareAccess;
  readonly runFirmware?: (release: FirmwareRelease) => void;
  readonly #hardware: Hardware;

  constructor(hardware: Hardware) {
    this.firmware = hardware.firmware;
    if (hardware.runFirmware !== undefined) this.runFirmware = hardware.runFirmware;
    this.#hardware = hardware;
  }

  async answer({ op, outLength, bytes }: Question): Promise<Answer> {
    return op === 'message' ? answerOf(await this.#hardware.send(bytes, outLength), NOTHING) : refused('EIO');
  }
}

export function refused(errno: Errno): Answer {
  return { error: -ERRNO_NUMBERS[errno], bytes: NOTHING, isInPlace: false };
}

function answerOf(result: Result<Uint8Array, Errno>, request: Uint8Array): Answer {
  return result.ok ? { error: 0, bytes: result.value, isInPlace: result.value === request } : refused(result.errno);
}
