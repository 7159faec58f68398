/** Who waits for a slot: the uid of the command, which is 0 where the kernel gives it. */
type Waiting = { readonly uid: number; readonly enter: () => void };

/**
 * The slots of the command queue, each of which holds one command. Who finds none waits, whoever it is: a kernel driver
 * and fwctl stand in one line. Source: drivers/net/ethernet/mellanox/mlx5/core/cmd.c, cmd_work_handler.
 */
export class CommandSlots {
  readonly #indexOfNext: (waiting: readonly Waiting[]) => number;
  readonly #waiting: Waiting[] = [];
  #free: number;

  constructor(count: number, indexOfNext: typeof firstInLine) {
    this.#free = count;
    this.#indexOfNext = indexOfNext;
  }

  /** Settles at once, without a promise, when a slot is free. */
  take(uid: number): Promise<void> | undefined {
    if (this.#free === 0) return new Promise((enter) => this.#waiting.push({ uid, enter }));
    this.#free -= 1;
    return undefined;
  }

  give(): void {
    const [next] = this.#waiting.splice(this.#indexOfNext(this.#waiting), 1);
    if (next === undefined) this.#free += 1;
    else next.enter();
  }
}

/** Who has waited longest. */
export function firstInLine(_waiting: readonly Waiting[]): number {
  return 0;
}
