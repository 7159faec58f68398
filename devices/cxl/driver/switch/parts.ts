import type { CxlSwitchLink } from '../../link.js';
import {
  concernsOwnHost,
  isDestructive,
  leastScopeOf,
  mayBegin,
  mayDestroy,
  readingScope,
  scopeOfEffects,
  unknownScope,
} from './admission.js';
import { givesWay } from './background.js';
import { effectsLog } from './effects-log.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const CXL_SWITCH_DRIVER_PARTS = {
  concernsOwnHost,
  effectsLog,
  givesWay,
  isDestructive,
  leastScopeOf,
  mayBegin,
  mayDestroy,
  readingScope,
  scopeOfEffects,
  unknownScope,
};

export type CxlSwitchDriverParts = typeof CXL_SWITCH_DRIVER_PARTS;

/** The driver bound to one switch. */
export type SwitchDriver = {
  readonly parts: CxlSwitchDriverParts;
  readonly link: CxlSwitchLink;
  /** Whether the kernel is configured for a BMC, which may do harm to the hosts that it manages. */
  readonly isBmc: boolean;
};
