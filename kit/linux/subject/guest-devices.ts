import { HARDWARE } from '../../../devices/hardware.js';
import { createPlainDevice } from '../../../devices/plain/plain-device.js';
import type { Mlx5Setup } from '../../subject/device-setups.js';
import type { Operation } from '../../subject/operations.js';
import { type HostDevice, HostDriver, HostHardware } from './host-devices.js';
import { LINK_PROFILES, type LinkProfile } from './link.js';
import { words } from './records.js';

/** A device of the guest: its host's half, and what the kernel is told of it. `profile` is null when the kernel gets none. */
export type GuestDevice = { readonly host: HostDevice; readonly profile: LinkProfile | null; readonly setup: Uint8Array };

export const GUEST_PROFILES = LINK_PROFILES;

/** Rejects a profile that the guest has no driver for. */
export function guestDevice({ profile, setup }: Operation<'register'>, number: number): GuestDevice {
  switch (profile) {
    case 'plain':
      return {
        host: new HostDriver(createPlainDevice(setup, number)),
        profile,
        setup: words(setup.deviceType, setup.info === null ? 0 : 1),
      };
    case 'mlx5':
      return {
        host: new HostHardware(HARDWARE.mlx5(setup, number)),
        profile: hasAuxiliaryDevice(setup) ? profile : null,
        setup: words(setup.userContextCapabilities),
      };
    default:
      throw new Error(`the guest has no device of profile ${profile}`);
  }
}

/** Not the driver but mlx5_core decides this, whose place the link takes. Source: drivers/net/ethernet/mellanox/mlx5/core/dev.c, is_fwctl_supported. */
function hasAuxiliaryDevice({ userContextCapabilities, functionKind }: Mlx5Setup): boolean {
  return userContextCapabilities !== 0 && functionKind !== 'scalable';
}
