import type { EffectsLog } from '../../../kit/formats/nvme/effects.js';
import type { NvmeLink } from '../link.js';
import { leastScope, scopeOfDirectiveReceive, scopeOfSecurityReceive } from './command-scope.js';
import { currentLogs, forgetLogs } from './effects-logs.js';
import { reaches, scopeOfEffects, scopeOfFeatureEffects } from './effects-scope.js';
import { scopeOfFeature } from './feature-scope.js';
import { scopeOfCommit } from './firmware-scope.js';
import { deviceInfo } from './info.js';
import { isClaimed } from './kernel-user.js';
import { areLengthsRight } from './lengths.js';
import { scopeOfLogPage } from './log-page-scope.js';
import { leavesOwnFields } from './own-fields.js';
import { admit, deliver, fwRpc, isForAdmin } from './rpc.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const NVME_DRIVER_PARTS = {
  admit,
  areLengthsRight,
  currentLogs,
  deliver,
  deviceInfo,
  forgetLogs,
  fwRpc,
  isClaimed,
  isForAdmin,
  leastScope,
  leavesOwnFields,
  reaches,
  scopeOfCommit,
  scopeOfDirectiveReceive,
  scopeOfEffects,
  scopeOfFeature,
  scopeOfFeatureEffects,
  scopeOfLogPage,
  scopeOfSecurityReceive,
};

export type NvmeDriverParts = typeof NVME_DRIVER_PARTS;

/** What the running firmware says of its commands, and of setting its features. */
export type EffectsLogs = { readonly commands: EffectsLog; readonly features: EffectsLog };

/** The driver bound to one controller. */
export type NvmeDriver = {
  readonly parts: NvmeDriverParts;
  readonly link: NvmeLink;
  /** What has been read and still holds. */
  readonly known: { logs: EffectsLogs | null };
  /** What other drivers in the kernel have taken over. */
  readonly claimed: Set<string>;
};
