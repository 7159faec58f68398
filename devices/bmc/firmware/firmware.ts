import { BMC_FIRMWARE_PARTS, type BmcFirmwareParts } from './parts.js';
import { REVISIONS, type Release } from './releases.js';
import { createSensors, type Sensor } from './sensors.js';
import type { User } from './users.js';

/** Everything that the firmware of one manager holds. */
export type Firmware = {
  readonly parts: BmcFirmwareParts;
  release: Release;
  revision: number;
  /** The revision that is loaded at the next reset, or null. */
  stagedRevision: number | null;
  readonly sensors: ReadonlyMap<number, Sensor>;
  readonly users: Map<number, User>;
  /** Which device the host starts from next; numbers as in the boot flags. */
  bootDevice: number;
  /** Address of the manager in its own network, and the one that it has from the next reset on. */
  address: readonly number[];
  stagedAddress: readonly number[] | null;
  isHostOn: boolean;
  /** The last commands, the newest last, as far as the level lets them in. */
  readonly trace: number[];
  traceLevel: number;
  /** The managers of the other hosts in the chassis, by their number. */
  readonly nodes: ReadonlyMap<number, Firmware>;
};

const OTHER_NODES = [1, 2];

/** The manager of one host in a chassis. A broken subject brings the parts that differ. */
export function createFirmware(changed: Partial<BmcFirmwareParts> = {}, others: readonly number[] = OTHER_NODES): Firmware {
  return {
    parts: { ...BMC_FIRMWARE_PARTS, ...changed },
    release: 'usual',
    revision: REVISIONS.usual,
    stagedRevision: null,
    sensors: createSensors(),
    users: new Map([[2, { name: 'operator', password: 'changeme' }]]),
    bootDevice: 0,
    address: [192, 0, 2, 10],
    stagedAddress: null,
    isHostOn: true,
    trace: [],
    traceLevel: 1,
    nodes: new Map(others.map((node) => [node, createFirmware(changed, [])])),
  };
}

/** Another release is put on the manager in place of an image that waits, and the reset that follows makes it run. */
export function runRelease(firmware: Firmware, release: Release): void {
  firmware.release = release;
  firmware.stagedRevision = REVISIONS[release];
  resetFirmware(firmware);
}

/** Of the manager, not of the host: what waited for it takes effect. */
export function resetFirmware(firmware: Firmware): void {
  firmware.revision = firmware.stagedRevision ?? firmware.revision;
  firmware.stagedRevision = null;
  firmware.address = firmware.stagedAddress ?? firmware.address;
  firmware.stagedAddress = null;
  firmware.trace.length = 0;
}
