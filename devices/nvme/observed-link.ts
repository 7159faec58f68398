import { type NvmeCompletion, SQE } from '../../kit/formats/nvme/command.js';
import { ok, type Result, refuse } from '../../kit/result.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import { MessageFates } from '../message-fates.js';
import type { Controller } from './firmware/controller.js';
import { execute } from './firmware/execute.js';
import type { NvmeHost } from './host/host.js';
import type { HostMemory } from './host/memory.js';
import type { DmaBuffer, NvmeLink } from './link.js';

/** The link between driver and controller: writes down what arrives, lets the next command end as the scenario says, and lets the host look. */
export class ObservedNvmeLink implements NvmeLink {
  readonly fates = new MessageFates();
  readonly #controller: Controller;
  readonly #memory: HostMemory;
  readonly #host: NvmeHost;
  readonly #messages: Uint8Array[] = [];

  constructor(controller: Controller, memory: HostMemory, host: NvmeHost) {
    this.#controller = controller;
    this.#memory = memory;
    this.#host = host;
  }

  map(length: number): DmaBuffer {
    return this.#memory.give(length);
  }

  unmap(buffer: DmaBuffer): void {
    this.#memory.takeBack(buffer);
  }

  submit(entry: Uint8Array, queue: number): Result<NvmeCompletion, Errno> {
    const fault = this.fates.take();
    if (fault?.kind === 'undelivered') return refuse(fault.errno);
    this.#messages.push(withoutAddresses(entry));
    if (fault?.kind === 'status') return ok({ status: fault.status, result: fault.syndrome });
    const completion = execute(this.#controller, entry, queue);
    this.#host.look();
    return completion === null ? refuse('ETIMEDOUT') : ok(completion);
  }

  /** The controller keeps nothing for a file. */
  state(): FirmwareState {
    return { messages: [...this.#messages], contexts: [], objects: [] };
  }
}

/** Where the data lie is nobody's business but the transport's. */
function withoutAddresses(entry: Uint8Array): Uint8Array {
  return new Uint8Array(entry).fill(0, SQE.mptr, SQE.cdw10);
}
