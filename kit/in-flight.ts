/**
 * Values by key that come and go in large numbers, few at a time. Once it is empty it starts with a fresh table: a Map
 * that lives long leaves its outgrown tables behind, and V8 keeps what was in them until the whole heap is collected.
 */
export class InFlight<Key, Value> {
  #values = new Map<Key, Value>();

  get size(): number {
    return this.#values.size;
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  set(key: Key, value: Value): void {
    this.#values.set(key, value);
  }

  /** The value, which is in it no more; undefined when it was not. */
  take(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (this.#values.delete(key) && this.#values.size === 0) this.clear();
    return value;
  }

  clear(): void {
    this.#values = new Map();
  }

  keys(): IterableIterator<Key> {
    return this.#values.keys();
  }

  values(): IterableIterator<Value> {
    return this.#values.values();
  }

  entries(): IterableIterator<[Key, Value]> {
    return this.#values.entries();
  }
}
