import type { Capability } from '../subject/capabilities.js';
import { CXL_SETUP, MLX5_SETUP, PLAIN_SETUP } from '../subject/device-setups.js';
import type { Operation, OperationName } from '../subject/operations.js';

/** A request that any adapter which declares `needs` must be able to answer, and what it shows. */
export type CheckRequest = { readonly what: string; readonly needs: readonly Capability[]; readonly operation: Operation<OperationName> };

const RIGHTS = { capabilities: [], userNamespace: 'initial' } as const;
export const NOWHERE = { op: 'open', caller: 1, path: '/dev/fwctl/none', mode: 'read-write' } as const;
export const DEVICE = 'the device';

/** Asked in this order after the greeting. */
export const FIRST_REQUESTS: readonly CheckRequest[] = [
  { what: 'boots', needs: [], operation: { op: 'boot' } },
  { what: 'makes a process', needs: [], operation: { op: 'spawn', caller: 1, name: 'caller-1', ...RIGHTS } },
  { what: 'opens what is not there', needs: [], operation: { ...NOWHERE, file: 1001 } },
  {
    what: 'gives a right',
    needs: ['caller-capabilities'],
    operation: { op: 'set-capabilities', caller: 1, ...RIGHTS, capabilities: ['CAP_SYS_RAWIO'] },
  },
  { what: 'can observe-taint', needs: ['observe-taint'], operation: { op: 'observe-taint' } },
  { what: 'can observe-log', needs: ['observe-log'], operation: { op: 'observe-log' } },
  { what: 'can observe-class', needs: ['observe-class'], operation: { op: 'observe-class' } },
  { what: 'can observe-nodes', needs: ['observe-nodes'], operation: { op: 'observe-nodes' } },
  { what: 'takes memory away', needs: ['memory-pressure'], operation: { op: 'memory-pressure', on: true } },
  { what: 'gives memory back', needs: ['memory-pressure'], operation: { op: 'memory-pressure', on: false } },
  {
    what: 'registers mlx5',
    needs: ['device-mlx5'],
    operation: { op: 'register', device: 'an mlx5 device', profile: 'mlx5', setup: MLX5_SETUP },
  },
  { what: 'registers cxl', needs: ['device-cxl'], operation: { op: 'register', device: 'a CXL device', profile: 'cxl', setup: CXL_SETUP } },
  { what: 'registers plain', needs: ['device-plain'], operation: { op: 'register', device: DEVICE, profile: 'plain', setup: PLAIN_SETUP } },
];

/** Asked at the end, when the plain device has been used. */
export const LAST_REQUESTS: readonly CheckRequest[] = [
  { what: 'can observe-driver', needs: ['device-plain', 'observe-driver'], operation: { op: 'observe-driver', device: DEVICE } },
  { what: 'can observe-firmware', needs: ['device-plain', 'observe-firmware'], operation: { op: 'observe-firmware', device: DEVICE } },
  { what: 'unregisters', needs: ['device-plain', 'unregister'], operation: { op: 'unregister', device: DEVICE } },
  { what: 'ends a process', needs: ['process-death'], operation: { op: 'exit', caller: 1, how: 'exit' } },
  { what: 'boots again', needs: [], operation: { op: 'boot' } },
];
