import type { OperationName } from './operations.js';

/** What a subject may be able to do for the kit beyond open, ioctl and close. A subject declares what it can. */
export const CAPABILITIES = [
  'device-plain',
  'device-mlx5',
  'device-cxl',
  'device-cxl-switch',
  'device-bnxt',
  'device-pds',
  'device-nvme',
  'device-modelled',
  'caller-capabilities',
  'shared-files',
  'threads',
  'process-death',
  'hold-operations',
  'unregister',
  'script-driver',
  'firmware-faults',
  'reset',
  'memory-pressure',
  'lockdown',
  'kernel-user',
  'kernel-claims',
  'block-list',
  'amendments',
  'firmware-releases',
  'driver-module',
  'next-kernel',
  'observe-taint',
  'observe-log',
  'observe-class',
  'observe-nodes',
  'observe-driver',
  'observe-firmware',
  'observe-host',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/**
 * Those that say what there is in a kernel or a device, and not what can be done with it: mainline need not have it.
 * A rule that speaks of it does not apply where it is not, as with a device.
 */
export const FACILITIES = {
  'kernel-user': 'kernel driver beside fwctl that uses the same firmware',
  'kernel-claims': 'kernel driver that takes over what fwctl had',
  'block-list': 'list of what the kernel blocks',
  amendments: 'list of what the kernel amends',
  'firmware-releases': 'other release of its firmware',
  'driver-module': 'driver that is a module',
  'next-kernel': 'next release of the kernel',
} as const satisfies { readonly [Name in Capability]?: string };

/** What another driver of the kernel does that uses the same firmware. */
export const OF_SHARED_FIRMWARE: readonly Capability[] = ['kernel-user', 'kernel-claims'];

/** The capability that an operation asks for; `null` where every subject must be able to. */
export const CAPABILITY_OF_OPERATION = {
  boot: null,
  'boot-next-kernel': 'next-kernel',
  spawn: null,
  'set-capabilities': 'caller-capabilities',
  exit: 'process-death',
  open: null,
  ioctl: null,
  close: null,
  poke: 'threads',
  share: 'shared-files',
  register: null,
  unregister: 'unregister',
  'script-driver': 'script-driver',
  hold: 'hold-operations',
  'await-held': 'hold-operations',
  release: 'hold-operations',
  'firmware-fault': 'firmware-faults',
  reset: 'reset',
  'memory-pressure': 'memory-pressure',
  lockdown: 'lockdown',
  'kernel-command': 'kernel-user',
  'kernel-claim': 'kernel-claims',
  block: 'block-list',
  amend: 'amendments',
  'run-firmware': 'firmware-releases',
  'remove-module': 'driver-module',
  'observe-taint': 'observe-taint',
  'observe-log': 'observe-log',
  'observe-class': 'observe-class',
  'observe-nodes': 'observe-nodes',
  'observe-driver': 'observe-driver',
  'observe-firmware': 'observe-firmware',
  'observe-host': 'observe-host',
} as const satisfies Record<OperationName, Capability | null>;
