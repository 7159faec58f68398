import type { Awaitable } from '../kit/result.js';
import type { DeviceInstance } from './device-instance.js';

/** The tables that the decisions of a device are in, as `driver` and `firmware`. */
type Tables = { readonly [name: string]: object };
type Change<Of extends Tables> = { readonly [Name in keyof Of]?: Partial<Of[Name]> };
type Factory<Setup> = (setup: Setup, instance: number) => Awaitable<DeviceInstance>;

/** Gives the same in a form that is looked at. */
type Look = <Value extends object>(value: Value) => Value;

/** Where a factory comes from. */
export type Origin = {
  /** One object for all factories of a kind. */
  readonly tables: Tables;
  readonly change: () => Change<Tables>;
  /** The factory without a change, its tables looked at. */
  readonly lookedAt: (look: Look) => unknown;
};

const origins = new WeakMap<object, Origin>();

/**
 * Factories of one kind of device, which differ in nothing but the entries that they replace in its tables; without a
 * change it is the device of the reference. The change is asked for anew for each device.
 */
export function deviceKind<Setup, Of extends Tables>(
  tables: Of,
  create: (setup: Setup, instance: number, change: Change<Of>) => Awaitable<DeviceInstance>,
): (change: () => Change<Of>) => Factory<Setup> {
  const ofThisKind = (change: () => Change<Of>): Factory<Setup> => {
    const factory: Factory<Setup> = (setup, instance) => create(setup, instance, change());
    origins.set(factory, { tables, change, lookedAt: (look) => ofThisKind(() => look(tables)) });
    return factory;
  };
  return ofThisKind;
}

/** Null for a factory that was made in another way, of which nothing is known. */
export function originOf(factory: object): Origin | null {
  return origins.get(factory) ?? null;
}
