import { decodeCciMessage, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { CXL_OPCODES } from '../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../kit/formats/cxl/return-codes.js';
import type { Result } from '../../kit/result.js';
import type { Errno } from '../../kit/uapi/errno.js';
import type { CxlLink, CxlSwitchLink } from './link.js';

/** What the kernel has to run in the background. */
const KERNEL_COMMAND = encodeCciRequest({ opcode: CXL_OPCODES['Populate Log'], payload: new Uint8Array(0) });

type Kernel = 'has nothing to do' | 'has something to do' | 'waits';

/**
 * The mailbox between driver and switch, which the kernel uses, too. A kernel that has something to do waits from the
 * moment on in which a command of the driver's goes on in the background; its own command is sent as soon as the
 * driver has talked of anything but an end, whether the place is free then or not.
 */
export class SwitchLink implements CxlSwitchLink {
  readonly #mailbox: CxlLink;
  readonly #onBusy: () => void;
  #kernel: Kernel;

  constructor(mailbox: CxlLink, kernelHasCommand: boolean, onBusy: () => void) {
    this.#mailbox = mailbox;
    this.#onBusy = onBusy;
    this.#kernel = kernelHasCommand ? 'has something to do' : 'has nothing to do';
  }

  get payloadSize(): number {
    return this.#mailbox.payloadSize;
  }

  get kernelWaits(): boolean {
    return this.#kernel === 'waits';
  }

  async execute(request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
    const response = await this.#mailbox.execute(request);
    if (this.#kernel === 'waits' && !asksForAnEnd(request)) await this.#takeTurn();
    else if (this.#kernel === 'has something to do' && ends(response, 'Background Command Started')) this.#kernel = 'waits';
    return response;
  }

  async #takeTurn(): Promise<void> {
    this.#kernel = 'has nothing to do';
    if (ends(await this.#mailbox.execute(KERNEL_COMMAND), 'Busy')) this.#onBusy();
  }
}

function asksForAnEnd(request: Uint8Array): boolean {
  return decodeCciMessage(request).opcode === CXL_OPCODES['Request Abort Background Operation'];
}

function ends(response: Result<Uint8Array, Errno>, code: keyof typeof CXL_RETURN_CODES): boolean {
  return response.ok && decodeCciMessage(response.value).returnCode === CXL_RETURN_CODES[code];
}
