import type { FirmwareFault } from '../kit/subject/operations.js';
import type { FateOfMessages } from '../reference-impl/device-instance.js';

/** How messages to a firmware end: the next one as the scenario says, and each one as whoever interferes decides. */
export class MessageFates {
  #next: FirmwareFault | null = null;
  #decide: FateOfMessages | null = null;

  /** For the part of a device instance that lets others disturb it. */
  readonly access = {
    fault: (fault: FirmwareFault): void => {
      this.#next = fault;
    },
    interfere: (decide: FateOfMessages): void => {
      this.#decide = decide;
    },
  };

  /** What befalls the message that is about to be sent; null when it arrives and is answered. */
  take(): FirmwareFault | null {
    const planned = this.#next;
    this.#next = null;
    return this.#decide === null ? planned : this.#decide(planned);
  }
}
