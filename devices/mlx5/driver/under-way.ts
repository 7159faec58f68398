/** What is under way in a driver, by what it is for, so that somebody can wait for its end. */
export class UnderWay<Key> {
  readonly #works = new Map<Key, Set<Promise<unknown>>>();

  run<Outcome>(key: Key, work: Promise<Outcome>): Promise<Outcome> {
    const works = this.#works.get(key) ?? new Set();
    this.#works.set(key, works);
    works.add(work);
    return work.finally(() => works.delete(work));
  }

  /** Of all that is under way now; what begins later is not waited for. */
  async ended(key: Key): Promise<void> {
    await Promise.allSettled(this.#works.get(key) ?? []);
  }
}
