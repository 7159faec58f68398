/** Everything in a scenario that may fail, each at the moment at which it is asked for. */
export const FAULTS = [
  'open_uctx is refused',
  'info is refused',
  'fw_rpc is refused',
  'no memory for a device',
  'no memory for a user context',
  'no memory for a request',
  'no number for a device',
  'a message is lost',
  'a message is refused by the firmware',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** Lets the n-th thing fail that may, and nothing else. */
export class Faults {
  readonly #at: number | null;
  #reached = 0;
  #isOver = false;
  #met: FaultName | null = null;

  /** `at` counts from 1; null when nothing is to fail. */
  constructor(at: number | null) {
    this.#at = at;
  }

  /** Whether this is what fails now. */
  meets(name: FaultName): boolean {
    if (this.#isOver) return false;
    this.#reached += 1;
    if (this.#reached !== this.#at) return false;
    this.#met = name;
    return true;
  }

  /** From now on nothing fails, until `resume`. */
  suspend(): void {
    this.#isOver = true;
  }

  resume(): void {
    this.#isOver = false;
  }

  get isSuspended(): boolean {
    return this.#isOver;
  }

  /** How many things might have failed so far. */
  get reached(): number {
    return this.#reached;
  }

  /** What has failed; null when there were fewer things than that. */
  get met(): FaultName | null {
    return this.#met;
  }
}
