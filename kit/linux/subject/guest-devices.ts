import { HARDWARE, type Hardware } from '../../../devices/hardware.js';
import { createPlainDevice } from '../../../devices/plain/plain-device.js';
import { decodeCciMessage, encodeCciRequest } from '../../formats/cxl/cci-message.js';
import { withoutAddresses } from '../../formats/pds/admin-queue.js';
import { ok } from '../../result.js';
import type { Mlx5Setup } from '../../subject/device-setups.js';
import type { Operation } from '../../subject/operations.js';
import { type HostDevice, HostDriver, HostHardware } from './host-devices.js';
import { LINK_PROFILES, type LinkProfile } from './link.js';
import { wordAt, words } from './records.js';

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
    case 'cxl':
      return { host: new HostHardware(behindMailbox(HARDWARE.cxl(setup, number))), profile, setup: words(setup.payloadSize) };
    case 'bnxt':
      return { host: new HostHardware(HARDWARE.bnxt(setup, number)), profile, setup: words() };
    case 'pds':
      return { host: new HostHardware(behindQueue(HARDWARE.pds(setup, number))), profile, setup: words() };
    default:
      throw new Error(`the guest has no device of profile ${profile}`);
  }
}

/** Not the driver but mlx5_core decides this, whose place the link takes. Source: drivers/net/ethernet/mellanox/mlx5/core/dev.c, is_fwctl_supported. */
function hasAuxiliaryDevice({ userContextCapabilities, functionKind }: Mlx5Setup): boolean {
  return userContextCapabilities !== 0 && functionKind !== 'scalable';
}

const COMMAND_WORDS = 8;

/** The kernel's mailbox has registers where a CCI message has a header: opcode and length before a command, the return code before an answer. */
function behindMailbox(hardware: Hardware): Hardware {
  return {
    ...hardware,
    send: async (command, room) => {
      const request = encodeCciRequest({ opcode: wordAt(command, 0), payload: command.slice(COMMAND_WORDS) });
      const answer = await hardware.send(request, room);
      if (!answer.ok) return answer;
      const { returnCode, payload } = decodeCciMessage(answer.value);
      return ok(new Uint8Array([...words(returnCode), ...payload]));
    },
  };
}

/** The kernel's commands hold addresses of its own, which are nothing to look at. */
function behindQueue(hardware: Hardware): Hardware {
  return { ...hardware, send: (message, room) => hardware.send(withoutAddresses(message), room) };
}
