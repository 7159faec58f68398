import type { DeviceProfile } from '../subject/device-setups.js';
import type { UnderWay } from './under-way.js';

export type DeviceLeft = {
  readonly device: string;
  readonly profile: DeviceProfile;
  /** Null where it has no node. */
  readonly path: string | null;
  readonly isGone: boolean;
};

/** What was done on the kernel that runs now. */
export function sinceBoot(begun: readonly UnderWay[]): readonly UnderWay[] {
  const boot = begun.findLastIndex(({ operation: { op } }) => op === 'boot' || op === 'boot-next-kernel');
  return begun.slice(boot + 1);
}

/** The devices that were registered on it, in their order, and whether they went: each for itself, or all with their module. */
export function devicesOf(begun: readonly UnderWay[]): readonly DeviceLeft[] {
  let devices: readonly DeviceLeft[] = [];
  const go = (goes: (device: DeviceLeft) => boolean) => {
    devices = devices.map((one) => (goes(one) ? { ...one, isGone: true } : one));
  };
  for (const { operation, outcome } of sinceBoot(begun)) {
    const { node = null, ok = false }: { readonly node?: string | null; readonly ok?: boolean } = Object(outcome);
    if (operation.op === 'register')
      devices = [...devices, { device: operation.device, profile: operation.profile, path: node, isGone: false }];
    if (operation.op === 'unregister') go(({ device }) => device === operation.device);
    if (operation.op === 'remove-module' && ok) {
      const profile = devices.find(({ device }) => device === operation.device)?.profile;
      go((one) => one.profile === profile);
    }
  }
  return devices;
}
