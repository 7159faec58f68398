import { ok, type Result, refuse } from '../kit/result.js';
import type { FirmwareState } from '../kit/subject/operations.js';
import type { Errno } from '../kit/uapi/errno.js';
import { MessageFates } from './message-fates.js';

/** What a link needs of the firmware behind it; `Beside` is what arrives with each message. */
export type MessageEnd<Beside extends readonly unknown[] = []> = {
  /** A message in, its answer out. */
  readonly execute: (message: Uint8Array, ...beside: Beside) => Uint8Array;
  /** The answer of a firmware that refuses with this status. */
  readonly refusal: (status: number) => Uint8Array;
};

/** The link of a device that is known by its model file: writes down what arrives, and lets the next message end as the scenario says. */
export class MessageLink<Beside extends readonly unknown[] = []> {
  readonly fates = new MessageFates();
  readonly #end: MessageEnd<Beside>;
  readonly #messages: Uint8Array[] = [];

  constructor(end: MessageEnd<Beside>) {
    this.#end = end;
  }

  send(message: Uint8Array, ...beside: Beside): Result<Uint8Array, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(message));
    return ok(fault?.kind === 'status' ? this.#end.refusal(fault.status) : this.#end.execute(message, ...beside));
  }

  /** Nothing is kept for a file. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}
