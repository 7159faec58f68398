import { ok, type Result, refuse } from '../kit/result.js';
import type { FirmwareState } from '../kit/subject/operations.js';
import type { Errno } from '../kit/uapi/errno.js';
import { MessageFates } from './message-fates.js';

/** What a link needs of the firmware behind it. */
export type MessageEnd = {
  /** A message in, its answer out. */
  readonly execute: (message: Uint8Array) => Uint8Array;
  /** The answer of a firmware that refuses with this status. */
  readonly refusal: (status: number) => Uint8Array;
};

/** The link of a device that is known by its model file: writes down what arrives, and lets the next message end as the scenario says. */
export class MessageLink {
  readonly fates = new MessageFates();
  readonly #end: MessageEnd;
  readonly #messages: Uint8Array[] = [];

  constructor(end: MessageEnd) {
    this.#end = end;
  }

  send(message: Uint8Array): Result<Uint8Array, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(message));
    return ok(fault?.kind === 'status' ? this.#end.refusal(fault.status) : this.#end.execute(message));
  }

  /** Nothing is kept for a file. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}
