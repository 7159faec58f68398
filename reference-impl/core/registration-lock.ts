/**
 * The registration lock of a device: calls share it, unregister has it alone. Whoever comes after a waiting
 * writer waits behind it, as with the kernel's rwsem.
 */
export class RegistrationLock {
  #readers = 0;
  #writing = false;
  readonly #waiting: { readonly writes: boolean; readonly enter: () => void }[] = [];

  /** Settles at once, without a promise, when nobody writes or waits. */
  readLock(): Promise<void> | undefined {
    if (!this.#writing && this.#waiting.length === 0) {
      this.#readers += 1;
      return undefined;
    }
    return this.#wait(false);
  }

  readUnlock(): void {
    this.#readers -= 1;
    this.#admit();
  }

  writeLock(): Promise<void> | undefined {
    if (!this.#writing && this.#readers === 0) {
      this.#writing = true;
      return undefined;
    }
    return this.#wait(true);
  }

  writeUnlock(): void {
    this.#writing = false;
    this.#admit();
  }

  #wait(writes: boolean): Promise<void> {
    return new Promise((enter) => this.#waiting.push({ writes, enter }));
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#writing || (next.writes && this.#readers > 0)) return;
      this.#waiting.shift();
      if (next.writes) this.#writing = true;
      else this.#readers += 1;
      next.enter();
    }
  }
}
