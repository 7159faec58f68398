import type { CxlSwitchSetup } from '../../kit/subject/device-setups.js';
import type { HostNotice } from '../../kit/subject/operations.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { switchOps } from './driver/switch/ops.js';
import { CXL_SWITCH_DRIVER_PARTS, type CxlSwitchDriverParts } from './driver/switch/parts.js';
import { createComponent, type Owner, resetComponent } from './firmware/switch/component.js';
import { executeMessage, OWN_COMMANDS } from './firmware/switch/execute.js';
import { ObservedLink } from './observed-link.js';
import { SwitchLink } from './switch-link.js';

/** What it is to a host that memory which it uses is gone. */
const LOSS = { 'this host': 'host memory', 'another host': 'other hosts' } as const satisfies Record<Owner, HostNotice['kind']>;

/** A CXL switch with the driver bound to it, and what the hosts around it notice. */
function createCxlSwitch(setup: CxlSwitchSetup, instance: number, change: Partial<CxlSwitchDriverParts> = {}): DeviceInstance {
  const notices: HostNotice[] = [];
  const component = createComponent(setup, OWN_COMMANDS, (owner, what) => notices.push({ kind: LOSS[owner], what }));
  const mailbox = new ObservedLink(component, (request) => executeMessage(component, request));
  const link = new SwitchLink(mailbox, setup.kernelHasCommand, () =>
    notices.push({ kind: 'kernel drivers', what: 'the place for background commands is taken' }),
  );
  return {
    ops: switchOps({ parts: { ...CXL_SWITCH_DRIVER_PARTS, ...change }, link, isBmc: setup.kernel === 'BMC' }),
    parent: `pci0000:40/0000:${(0x40 + instance).toString(16).padStart(2, '0')}:00.0`,
    firmware: {
      state: () => mailbox.state(),
      ...mailbox.fates.access,
      reset: () => resetComponent(component),
    },
    notices: () => notices,
  };
}

const switchKind = deviceKind({ driver: CXL_SWITCH_DRIVER_PARTS }, (setup: CxlSwitchSetup, instance, { driver }) =>
  createCxlSwitch(setup, instance, driver),
);

/** The device factory of the reference, and of a variant by what it replaces in the driver. */
export function cxlSwitchWith(change: Partial<CxlSwitchDriverParts>): Pick<DeviceFactories, 'cxl-switch'> {
  return { 'cxl-switch': switchKind(() => ({ driver: change })) };
}
