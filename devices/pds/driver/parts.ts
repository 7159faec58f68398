import type { PdsIdentity, PdsOperation } from '../../../kit/formats/pds/admin-queue.js';
import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { PdsLink } from '../link.js';
import { admit, leastScope, matches } from './admission.js';
import { deviceInfo } from './info.js';
import { answerOf, checkLengths, fwRpc, readPayload, writePayload } from './rpc.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const PDS_DRIVER_PARTS = {
  admit,
  answerOf,
  checkLengths,
  deviceInfo,
  deviceType: DEVICE_TYPES.PDS as number,
  fwRpc,
  leastScope,
  matches,
  readPayload,
  writePayload,
};

export type PdsDriverParts = typeof PDS_DRIVER_PARTS;

/** The driver bound to one function. Operations are asked for when an endpoint is first used, and kept. */
export type PdsDriver = {
  readonly parts: PdsDriverParts;
  readonly link: PdsLink;
  readonly identity: PdsIdentity;
  readonly endpoints: readonly number[];
  readonly operations: Map<number, readonly PdsOperation[]>;
};
