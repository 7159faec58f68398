import { originOf } from '../../reference-impl/device-kind.js';

/** What is called while no scenario runs. */
export const OUTSIDE = '';

/**
 * What of the reference is called for which rule: entries of its tables and makers of its devices, by names such as
 * `core.respond`, `devices.mlx5` and `devices.mlx5.driver.leastScope`.
 */
export class Observation {
  readonly #called = new Map<string, Set<string>>();
  #now = this.#calledFor(OUTSIDE);

  /** From here on, calls are for that rule. */
  turnTo(rule: string): void {
    this.#now = this.#calledFor(rule);
  }

  /** By the id of the rule. */
  get called(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#called;
  }

  /** The same table, or function, so that each call of what is in it is written down. */
  readonly lookAt = <Value extends object>(value: Value, name: string): Value => {
    const withTables = originOf(value)?.lookedAt((tables) => this.lookAt(tables, name)) ?? value;
    return new Proxy(withTables as Value, {
      apply: (target, self, values) => {
        this.#now.add(name);
        return typeof target === 'function' ? Reflect.apply(target, self, values) : target;
      },
      get: (target, key, receiver) => {
        const entry = Reflect.get(target, key, receiver);
        return typeof target !== 'function' && isLookedAt(entry) ? this.lookAt(entry, `${name}.${String(key)}`) : entry;
      },
    });
  };

  #calledFor(rule: string): Set<string> {
    const called = this.#called.get(rule) ?? new Set();
    this.#called.set(rule, called);
    return called;
  }
}

function isLookedAt(entry: unknown): entry is object {
  return typeof entry === 'function' || isTable(entry);
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const open = new Map<string, Observation>();

/** Steps are told of a subject in JSON, so that an observation has a name. */
export function openObservation(): { readonly name: string; readonly observation: Observation; close(): void } {
  const name = `observation ${open.size + 1}`;
  const observation = new Observation();
  open.set(name, observation);
  return { name, observation, close: () => open.delete(name) };
}

export function observationNamed(name: string): Observation {
  const observation = open.get(name);
  if (observation === undefined) throw new Error(`no ${name} is open`);
  return observation;
}
