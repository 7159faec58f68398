import type { OperationName } from './operations.js';

/** What a subject may be able to do for the kit beyond open, ioctl and close. A subject declares what it can. */
export const CAPABILITIES = [
  'device-plain',
  'device-mlx5',
  'device-cxl',
  'device-bnxt',
  'device-pds',
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
  'observe-taint',
  'observe-log',
  'observe-class',
  'observe-nodes',
  'observe-driver',
  'observe-firmware',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** The capability that an operation asks for; `null` where every subject must be able to. */
export const CAPABILITY_OF_OPERATION = {
  boot: null,
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
  'observe-taint': 'observe-taint',
  'observe-log': 'observe-log',
  'observe-class': 'observe-class',
  'observe-nodes': 'observe-nodes',
  'observe-driver': 'observe-driver',
  'observe-firmware': 'observe-firmware',
} as const satisfies Record<OperationName, Capability | null>;
