import type { FeatureEntry } from '../../../kit/formats/cxl/feature-entry.js';
import type { CxlLink } from '../link.js';
import type { FeatureSupport } from './feature-support.js';
import type { CxlDriverParts } from './parts.js';

/** The driver bound to one memory device. */
export type CxlDriver = {
  readonly parts: CxlDriverParts;
  readonly link: CxlLink;
  /** The Command Effects Log: effects by opcode. Only which opcodes it has is looked at. */
  readonly commands: ReadonlyMap<number, number>;
  readonly support: FeatureSupport;
  /** The list of features as the device gave it when the driver was bound. */
  readonly features: readonly FeatureEntry[];
  /** Features that another driver in the kernel has taken over, by UUID. */
  readonly claimed: Set<string>;
  /** `over` settles when the transfer that was begun last is over. */
  readonly lastTransfer: { over: Promise<unknown> };
};
