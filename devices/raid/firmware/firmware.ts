import type { CachePolicy } from './cache-policy.js';
import type { Event } from './event-log.js';
import { RAID_FIRMWARE_PARTS, type RaidFirmwareParts } from './parts.js';
import type { Rebuild } from './rebuild.js';
import { type Release, VERSIONS } from './releases.js';
import type { Subscription } from './subscriptions.js';
import type { Volume } from './volumes.js';

/** Everything that the firmware of the controller holds. */
export type Firmware = {
  readonly parts: RaidFirmwareParts;
  release: Release;
  version: number;
  /** The version that is loaded at the next reset, or null. */
  stagedVersion: number | null;
  /** How many drives there are, numbered from 0. */
  readonly driveCount: number;
  readonly failedDrives: Set<number>;
  readonly volumes: Map<number, Volume>;
  /** What becomes of volumes at the next reset; null is for one that goes. */
  readonly stagedVolumes: Map<number, Volume | null>;
  readonly rebuilds: Map<number, Rebuild>;
  /** By volume. */
  readonly cachePolicies: Map<number, CachePolicy>;
  readonly stagedCachePolicies: Map<number, CachePolicy>;
  /** How much of the time patrol read may take, in percent. */
  patrolRate: number;
  readonly events: Event[];
  /** A bit for each group of commands whose events are kept. */
  eventGroups: number;
  nextEvent: number;
  /** Who wants to be told of events, by number. */
  readonly subscriptions: Map<number, Subscription>;
  nextSubscription: number;
};

/**
 * A controller with seven drives: the volume of drives 0 and 1 is the one that the block driver uses, that of 2 and 3 is
 * nobody's, and drive 3 has failed.
 */
export function createFirmware(changed: Partial<RaidFirmwareParts> = {}): Firmware {
  return {
    parts: { ...RAID_FIRMWARE_PARTS, ...changed },
    release: 'usual',
    version: VERSIONS.usual,
    stagedVersion: null,
    driveCount: 7,
    failedDrives: new Set([3]),
    volumes: new Map([
      [0, { level: 1, drives: [0, 1], isAttached: true }],
      [1, { level: 1, drives: [2, 3], isAttached: false }],
    ]),
    stagedVolumes: new Map(),
    rebuilds: new Map(),
    cachePolicies: new Map(),
    stagedCachePolicies: new Map(),
    patrolRate: 30,
    events: [],
    eventGroups: 0xffff,
    nextEvent: 1,
    subscriptions: new Map(),
    nextSubscription: 1,
  };
}

/** Another release is put on the controller in place of an image that waits, and the reset that follows makes it run. */
export function runRelease(firmware: Firmware, release: Release): void {
  firmware.release = release;
  firmware.stagedVersion = VERSIONS[release];
  resetFirmware(firmware);
}

/** What waited for the reset takes effect, and a rebuild is through. */
export function resetFirmware(firmware: Firmware): void {
  firmware.version = firmware.stagedVersion ?? firmware.version;
  firmware.stagedVersion = null;
  for (const rebuild of firmware.rebuilds.values()) finish(firmware, rebuild);
  firmware.rebuilds.clear();
  for (const [id, volume] of firmware.stagedVolumes) {
    if (volume === null) firmware.volumes.delete(id);
    else firmware.volumes.set(id, volume);
  }
  firmware.stagedVolumes.clear();
  for (const [id, policy] of firmware.stagedCachePolicies) firmware.cachePolicies.set(id, policy);
  firmware.stagedCachePolicies.clear();
}

function finish({ volumes }: Firmware, { volume: id, failed, replacement }: Rebuild): void {
  const volume = volumes.get(id);
  if (volume === undefined) return;
  volumes.set(id, { ...volume, drives: volume.drives.map((drive) => (drive === failed ? replacement : drive)) });
}
