import { setImmediate } from 'node:timers/promises';
import { buildResponse } from '../../kit/formats/mlx5/mailbox.js';
import { type Awaitable, ok, type Result, refuse } from '../../kit/result.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MessageFates } from '../message-fates.js';
import { execute } from './firmware/execute.js';
import type { Firmware } from './firmware/firmware.js';
import type { Mlx5Link } from './link.js';

/** The link between driver and firmware: writes down what arrives, and lets the next command end as the scenario says. */
export class ObservedLink implements Mlx5Link {
  readonly fates = new MessageFates();
  readonly #firmware: Firmware;
  readonly #turnsPerCommand: number;
  readonly #messages: Uint8Array[] = [];

  constructor(firmware: Firmware, turnsPerCommand = 0) {
    this.#firmware = firmware;
    this.#turnsPerCommand = turnsPerCommand;
  }

  execute(request: Uint8Array, room: number): Awaitable<Result<Uint8Array, Errno>> {
    const answer = this.#answer(request, room);
    return this.#turnsPerCommand === 0 ? answer : this.#later(answer);
  }

  async #later<Answer>(answer: Answer): Promise<Answer> {
    for (let turn = 0; turn < this.#turnsPerCommand; turn += 1) await setImmediate();
    return answer;
  }

  #answer(request: Uint8Array, room: number): Result<Uint8Array, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(new Uint8Array(request));
    if (fault?.kind === 'status') return ok(buildResponse(fault.status, fault.syndrome, new Uint8Array(0)));
    return ok(execute(this.#firmware, request, room));
  }

  state(): FirmwareState {
    const { contexts, objects } = this.#firmware;
    return {
      messages: [...this.#messages],
      contexts: [...contexts].map(([id, context]) => ({ id, ...context })),
      objects: [...objects].map(([id, object]) => ({ id, ...object })),
    };
  }
}
