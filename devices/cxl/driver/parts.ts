import { featureCommand, isAdmitted, isChangeable, isReadingAdmitted, isSettingAdmitted } from './admission.js';
import { leastScope, reaches } from './effects-scope.js';
import { featureSupport } from './feature-support.js';
import { getFeature, hasRoomFor, readsFrom } from './get-feature.js';
import { isExclusive, needsNode, shownEntry } from './kernel-features.js';
import { claim, isKept } from './kernel-user.js';
import { entriesFor, isInList, listFeatures } from './list-features.js';
import { oneByOne } from './one-by-one.js';
import { isRightSize } from './op-size.js';
import { deviceError, packAnswer, undelivered } from './outcome.js';
import { fwRpc, isWholeRequest } from './rpc.js';
import { hasRoomForResult, setFeature, setFlags, setsFrom } from './set-feature.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const CXL_DRIVER_PARTS = {
  /** The device data of FWCTL_INFO; the driver has none. */
  info: null as (() => Uint8Array) | null,
  claim,
  deviceError,
  entriesFor,
  featureCommand,
  featureSupport,
  fwRpc,
  hasRoomFor,
  hasRoomForResult,
  isAdmitted,
  isChangeable,
  isExclusive,
  isInList,
  isKept,
  isReadingAdmitted,
  isRightSize,
  isSettingAdmitted,
  isWholeRequest,
  /** When the kernel's own transfer begins. */
  kernelTurn: oneByOne,
  leastScope,
  needsNode,
  oneByOne,
  packAnswer,
  reaches,
  readsFrom,
  runCommand: { 'Get Supported Features': listFeatures, 'Get Feature': getFeature, 'Set Feature': setFeature },
  setFlags,
  setsFrom,
  shownEntry,
  undelivered,
};

export type CxlDriverParts = typeof CXL_DRIVER_PARTS;
