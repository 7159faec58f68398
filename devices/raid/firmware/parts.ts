import { keepCachePolicy } from './cache-policy.js';
import { isUnused } from './drives.js';
import { readEvents } from './event-log.js';
import { isSigned } from './image.js';
import { keepRebuild } from './rebuild.js';
import { resultsOfRelease } from './releases.js';
import { pollSubscription, subscribe, unsubscribe } from './subscriptions.js';
import { isInUse } from './volumes.js';

/** What the firmware alone decides, by name. A broken subject is this table with one entry replaced. */
export const RAID_FIRMWARE_PARTS = {
  isInUse,
  isSigned,
  isUnused,
  keepCachePolicy,
  keepRebuild,
  pollSubscription,
  readEvents,
  resultsOfRelease,
  subscribe,
  unsubscribe,
};

export type RaidFirmwareParts = typeof RAID_FIRMWARE_PARTS;
