import type { FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';

/** A feature as the device is shipped: its entry, but for the index, and its value; lengths in bytes. */
export type FeatureSetup = Omit<FeatureEntry, 'id'> & { readonly value: Uint8Array };

/** What is known of the device before power-on. */
export type MemoryDeviceSetup = {
  /** The opcodes that the Command Effects Log is to have beside those that every such device has. */
  readonly commands: readonly number[];
  /** What the Command Effects Log announces for Set Feature. */
  readonly setFeatureEffects: number;
  readonly features: readonly FeatureSetup[];
  /** The longest payload of a command or an answer, in bytes. */
  readonly payloadSize: number;
};
