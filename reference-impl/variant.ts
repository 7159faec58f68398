import type { ModelName } from '../kit/model/model.js';
import type { CoreParts } from './core/parts.js';
import type { DeviceFactories } from './device-instance.js';

/** What a variant of the reference replaces; everything it does not name stays as it is. */
export type Variant = {
  /** One sentence: what this subject does differently. */
  readonly summary: string;
  readonly core?: Partial<CoreParts>;
  readonly devices?: Partial<DeviceFactories>;
  /** Whose model file the modelled device has to keep; the usual one when absent. */
  readonly model?: ModelName;
};

/** A subject that violates exactly one rule, in the smallest possible way. */
export type BrokenVariant = Variant & { readonly rule: string };

/** A device of a kind that fwctl refuses: it violates every rule that it names, and no other. */
export type UnfitVariant = Variant & { readonly rules: readonly string[] };
