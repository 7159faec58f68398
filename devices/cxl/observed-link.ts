import { decodeCciMessage, encodeCciResponse } from '../../kit/formats/cxl/cci-message.js';
import { ok, type Result, refuse } from '../../kit/result.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MessageFates } from '../message-fates.js';
import type { CxlLink } from './link.js';

/**
 * The mailbox between driver and firmware: writes down what arrives, and lets the next command end as the scenario says.
 * Its answers come later, so that transfers mix which the driver does not keep apart.
 */
export class ObservedLink implements CxlLink {
  readonly fates = new MessageFates();
  readonly payloadSize: number;
  readonly #execute: (request: Uint8Array) => Uint8Array;
  readonly #messages: Uint8Array[] = [];

  /** `execute` is the firmware: one CCI message in, one out. */
  constructor({ payloadSize }: Pick<CxlLink, 'payloadSize'>, execute: (request: Uint8Array) => Uint8Array) {
    this.payloadSize = payloadSize;
    this.#execute = execute;
  }

  async execute(request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(request));
    if (fault?.kind !== 'status') return ok(this.#execute(request));
    const { opcode } = decodeCciMessage(request);
    return ok(encodeCciResponse({ opcode, returnCode: fault.status, payload: new Uint8Array(0) }));
  }

  /** A memory device has no user contexts, and no objects. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}
