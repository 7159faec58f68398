import type { Capability } from '../subject/capabilities.js';
import {
  BNXT_SETUP,
  CXL_SETUP,
  CXL_SWITCH_SETUP,
  type CxlFeature,
  MLX5_SETUP,
  NVME_SETUP,
  PDS_SETUP,
  PLAIN_SETUP,
} from '../subject/device-setups.js';
import type { Question } from './questions.js';
import type { DrivenProfile } from './replies.js';

/** A request that any adapter which declares `needs` must be able to answer, and what it shows. */
export type CheckRequest = { readonly what: string; readonly needs?: readonly Capability[]; readonly op: Question; readonly takes: object };

export const RIGHTS = { capabilities: [], userNamespace: 'initial' } as const;
export const NOWHERE = { caller: 1, path: '/dev/fwctl/none', mode: 'read-write' } as const;
const DEVICE = 'the device';
const PRESSED: readonly Capability[] = ['memory-pressure'];
const SEEN: readonly Capability[] = ['device-plain', 'observe-driver'];
const HEARD: readonly Capability[] = ['device-plain', 'observe-firmware'];

/** Asked of a whole subject in this order after the greeting. */
export const FIRST_REQUESTS: readonly CheckRequest[] = [
  { what: 'boots', op: 'boot', takes: {} },
  { what: 'makes a process', op: 'spawn', takes: { caller: 1, name: 'caller-1', ...RIGHTS } },
  { what: 'opens what is not there', op: 'open', takes: { ...NOWHERE, file: 1001 } },
  {
    what: 'gives a right',
    needs: ['caller-capabilities'],
    op: 'set-capabilities',
    takes: { caller: 1, ...RIGHTS, capabilities: ['CAP_SYS_RAWIO'] },
  },
  { what: 'can observe-taint', needs: ['observe-taint'], op: 'observe-taint', takes: {} },
  { what: 'can observe-log', needs: ['observe-log'], op: 'observe-log', takes: {} },
  { what: 'can observe-class', needs: ['observe-class'], op: 'observe-class', takes: {} },
  { what: 'can observe-nodes', needs: ['observe-nodes'], op: 'observe-nodes', takes: {} },
  { what: 'can observe-host', needs: ['observe-host'], op: 'observe-host', takes: {} },
  { what: 'takes memory away', needs: PRESSED, op: 'memory-pressure', takes: { on: true } },
  { what: 'gives memory back', needs: PRESSED, op: 'memory-pressure', takes: { on: false } },
  { what: 'locks the kernel down', needs: ['lockdown'], op: 'lockdown', takes: { level: 'integrity' } },
  {
    what: 'registers mlx5',
    needs: ['device-mlx5'],
    op: 'register',
    takes: { device: 'an mlx5 device', profile: 'mlx5', setup: MLX5_SETUP },
  },
  { what: 'registers cxl', needs: ['device-cxl'], op: 'register', takes: { device: 'a CXL device', profile: 'cxl', setup: CXL_SETUP } },
  {
    what: 'registers cxl-switch',
    needs: ['device-cxl-switch'],
    op: 'register',
    takes: { device: 'a CXL switch', profile: 'cxl-switch', setup: CXL_SWITCH_SETUP },
  },
  {
    what: 'registers bnxt',
    needs: ['device-bnxt'],
    op: 'register',
    takes: { device: 'a bnxt device', profile: 'bnxt', setup: BNXT_SETUP },
  },
  { what: 'registers pds', needs: ['device-pds'], op: 'register', takes: { device: 'a pds device', profile: 'pds', setup: PDS_SETUP } },
  {
    what: 'registers nvme',
    needs: ['device-nvme'],
    op: 'register',
    takes: { device: 'an NVMe device', profile: 'nvme', setup: NVME_SETUP },
  },
  { what: 'registers plain', needs: ['device-plain'], op: 'register', takes: { device: DEVICE, profile: 'plain', setup: PLAIN_SETUP } },
];

/** Asked of a whole subject at the end, when the plain device has been used. */
export const LAST_REQUESTS: readonly CheckRequest[] = [
  { what: 'sees the taint', needs: ['device-plain', 'observe-taint'], op: 'observe-taint', takes: {} },
  { what: 'sees the log', needs: ['device-plain', 'observe-log'], op: 'observe-log', takes: {} },
  { what: 'sees the class', needs: ['device-plain', 'observe-class'], op: 'observe-class', takes: {} },
  { what: 'sees the node', needs: ['device-plain', 'observe-nodes'], op: 'observe-nodes', takes: {} },
  { what: 'can observe-driver', needs: SEEN, op: 'observe-driver', takes: { device: DEVICE } },
  { what: 'can observe-firmware', needs: HEARD, op: 'observe-firmware', takes: { device: DEVICE } },
  { what: 'unregisters', needs: ['device-plain', 'unregister'], op: 'unregister', takes: { device: DEVICE } },
  { what: 'ends a process', needs: ['process-death'], op: 'exit', takes: { caller: 1, how: 'exit' } },
  { what: 'boots again', op: 'boot', takes: {} },
];

export const FIRST_DEVICE = { device: 1, context: 1 } as const;
const FEATURE: CxlFeature = {
  uuid: '11111111-2222-3333-4444-555555555501',
  getSize: 4,
  setSize: 4,
  flags: 1,
  getVersion: 1,
  setVersion: 1,
  effects: 0,
  value: new Uint8Array(4),
};
/** Devices that a driver finds worth registering. */
export const HARDWARE_SETUPS = { mlx5: MLX5_SETUP, cxl: { ...CXL_SETUP, features: [FEATURE] }, bnxt: BNXT_SETUP } as const;
const RPC = { scope: 'configuration', request: new Uint8Array(16), outLength: 64 } as const;

/** Asked of a driver in this order after the greeting; `info` and `reset` only when it has one, and what comes after `create` only when there is a device. */
export function driverRequests(profile: DrivenProfile): readonly CheckRequest[] {
  return [
    { what: 'boots', op: 'boot', takes: {} },
    {
      what: 'finds a device',
      op: 'create',
      takes: { device: 1, profile, ...(profile !== 'modelled' && { setup: HARDWARE_SETUPS[profile] }) },
    },
    { what: 'opens a context', op: 'open_uctx', takes: FIRST_DEVICE },
    { what: 'tells what it is', op: 'info', takes: FIRST_DEVICE },
    { what: 'takes a request', op: 'fw_rpc', takes: { ...FIRST_DEVICE, ...RPC } },
    { what: 'resets its device', op: 'reset', takes: { device: FIRST_DEVICE.device } },
    { what: 'closes a context', op: 'close_uctx', takes: FIRST_DEVICE },
    { what: 'boots again', op: 'boot', takes: {} },
  ];
}
