import { decodeCciMessage, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { CXL_OPCODES } from '../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../kit/formats/cxl/return-codes.js';
import { ok, type Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import type { Component } from './firmware/switch/component.js';
import { executeMessage } from './firmware/switch/execute.js';
import type { CxlSwitchLink } from './link.js';

/** What the kernel has to run in the background. */
const KERNEL_COMMAND = encodeCciRequest({ opcode: CXL_OPCODES['Populate Log'], payload: new Uint8Array(0) });

type Kernel = 'has nothing to do' | 'has something to do' | 'waits';

/**
 * The mailbox between driver and switch: writes down what arrives. A kernel that has something to do waits from the
 * moment on in which a command of the driver's goes on in the background; its own command is sent as soon as the
 * driver has asked for an end, or has talked of anything else instead, whether the slot is free then or not.
 */
export class SwitchLink implements CxlSwitchLink {
  readonly payloadSize: number;
  readonly messages: Uint8Array[] = [];
  readonly #component: Component;
  readonly #onBusy: () => void;
  #kernel: Kernel;

  constructor(component: Component, kernelHasCommand: boolean, onBusy: () => void) {
    this.#component = component;
    this.payloadSize = component.payloadSize;
    this.#kernel = kernelHasCommand ? 'has something to do' : 'has nothing to do';
    this.#onBusy = onBusy;
  }

  get kernelWaits(): boolean {
    return this.#kernel === 'waits';
  }

  async execute(request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
    const response = this.#pass(request);
    const { returnCode } = decodeCciMessage(response);
    if (this.#kernel === 'waits' && !asksForAnEnd(request)) this.#takeTurn();
    else if (this.#kernel === 'has something to do' && returnCode === CXL_RETURN_CODES['Background Command Started'])
      this.#kernel = 'waits';
    return ok(response);
  }

  #takeTurn(): void {
    this.#kernel = 'has nothing to do';
    const { returnCode } = decodeCciMessage(this.#pass(KERNEL_COMMAND));
    if (returnCode === CXL_RETURN_CODES.Busy) this.#onBusy();
  }

  #pass(request: Uint8Array): Uint8Array {
    this.messages.push(new Uint8Array(request));
    return executeMessage(this.#component, request);
  }
}

function asksForAnEnd(request: Uint8Array): boolean {
  return decodeCciMessage(request).opcode === CXL_OPCODES['Request Abort Background Operation'];
}
