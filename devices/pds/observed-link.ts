import { encodeCompletion } from '../../kit/formats/pds/admin-queue.js';
import { ok, type Result, refuse } from '../../kit/result.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MessageFates } from '../message-fates.js';
import { execute, type PdsFirmware } from './firmware/firmware.js';
import type { PdsLink } from './link.js';

/** The link between driver and firmware: writes down what arrives, and lets the next message end as the scenario says. */
export class ObservedPdsLink implements PdsLink {
  readonly fates = new MessageFates();
  readonly #firmware: PdsFirmware;
  readonly #messages: Uint8Array[] = [];

  constructor(firmware: PdsFirmware) {
    this.#firmware = firmware;
  }

  send(message: Uint8Array, room: number): Result<Uint8Array, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(message));
    if (fault?.kind === 'status') return ok(encodeCompletion({ code: fault.status, data: new Uint8Array(0) }));
    const { code, data } = execute(this.#firmware, message);
    return ok(encodeCompletion({ code, data: data.slice(0, room) }));
  }

  /** The firmware keeps nothing for a file. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}
