import { buildHwrmResponse } from '../../kit/formats/bnxt/hwrm.js';
import { ok, type Result, refuse } from '../../kit/result.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MessageFates } from '../message-fates.js';
import { type BnxtFirmware, execute } from './firmware/firmware.js';
import type { BnxtLink } from './link.js';

/** The link between driver and firmware: writes down what arrives, and lets the next request end as the scenario says. */
export class ObservedBnxtLink implements BnxtLink {
  readonly fates = new MessageFates();
  readonly #firmware: BnxtFirmware;
  readonly #messages: Uint8Array[] = [];

  constructor(firmware: BnxtFirmware) {
    this.#firmware = firmware;
  }

  send(request: Uint8Array): Result<Uint8Array, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(request));
    return ok(fault?.kind === 'status' ? buildHwrmResponse(request, fault.status) : execute(this.#firmware, request));
  }

  /** The firmware keeps nothing for a file. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}
