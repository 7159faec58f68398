import type { DeviceInstance } from '../../reference-impl/device-instance.js';

/** One user context at the driver's door. */
export type HeldContext = { readonly inner: unknown; isOpen: boolean };

/** A device, and what it had before anybody used it. */
type HeldDevice = { readonly instance: DeviceInstance; readonly contextsBefore: number; readonly buffersBefore: number };

/** What core, drivers and firmware hold since boot, and what was given back that nobody held. */
export class Ledger {
  readonly wrongs: string[] = [];
  readonly #memory = new Set<object>();
  readonly #numbers = new Set<number>();
  readonly #contexts = new Set<HeldContext>();
  readonly #devices: HeldDevice[] = [];
  /** close_uctx operations that are under way. */
  #closing = 0;
  /** Messages that ended badly while a user context was being closed: the firmware may not know that it is gone. */
  #lostCloses = 0;

  /** A kernel that boots holds nothing. */
  forget(): void {
    this.#memory.clear();
    this.#numbers.clear();
    this.#contexts.clear();
    this.#devices.length = 0;
    this.#lostCloses = 0;
  }

  memoryTaken(memory: object): void {
    this.#memory.add(memory);
  }

  memoryGiven(memory: { readonly what: string }): void {
    if (!this.#memory.delete(memory)) this.wrongs.push(`memory for ${memory.what} is freed that is not held`);
  }

  numberTaken(number: number): void {
    this.#numbers.add(number);
  }

  numberGiven(number: number): void {
    if (!this.#numbers.delete(number)) this.wrongs.push(`the number ${number} is freed that is not held`);
  }

  contextOpened(context: HeldContext): void {
    this.#contexts.add(context);
  }

  /** Whether the context may be used; what is not open is a wrong of whoever asks. */
  isOpen(operation: string, context: HeldContext | null): context is HeldContext {
    if (context?.isOpen === true) return true;
    this.wrongs.push(context === null ? `${operation} of what is no user context` : `${operation} of a user context that is closed`);
    return false;
  }

  async closeContext(context: HeldContext, close: () => unknown): Promise<void> {
    context.isOpen = false;
    this.#contexts.delete(context);
    this.#closing += 1;
    try {
      await close();
    } finally {
      this.#closing -= 1;
    }
  }

  deviceMade(instance: DeviceInstance): void {
    const { contexts = [] } = instance.firmware?.state() ?? {};
    this.#devices.push({ instance, contextsBefore: contexts.length, buffersBefore: instance.buffers?.() ?? 0 });
  }

  messageEndedBadly(): void {
    if (this.#closing > 0) this.#lostCloses += 1;
  }

  /** What is still held when all callers and devices are gone, after what was done wrong before. */
  settle(): readonly string[] {
    const leaks = [
      ...[...this.#contexts].map(() => 'a user context is never closed'),
      ...[...this.#memory].map((memory) => `memory for ${'what' in memory ? memory.what : 'something'} is never freed`),
      ...[...this.#numbers].map((number) => `the number ${number} is never freed`),
    ];
    let left = 0;
    for (const { instance, contextsBefore, buffersBefore } of this.#devices) {
      const { contexts = [], objects = [] } = instance.firmware?.state() ?? {};
      left += Math.max(0, contexts.length - contextsBefore);
      const owners = new Set([0, ...contexts.map(({ id }) => id)]);
      for (const { id, owner } of objects.filter((object) => !owners.has(object.owner)))
        leaks.push(`the firmware holds object ${id} for user context ${owner}, which is gone`);
      const buffers = (instance.buffers?.() ?? 0) - buffersBefore;
      if (buffers > 0) leaks.push(`the device has ${buffers} more buffers of the host than before`);
    }
    if (left > this.#lostCloses) leaks.push(`the firmware holds ${left - this.#lostCloses} user contexts that are gone`);
    return [...this.wrongs, ...leaks];
  }
}
