import { KitError } from '../errors.js';
import type { ClassEntry, DeviceNode } from '../subject/operations.js';
import { DEVICE_TYPES } from '../uapi/device-type.js';
import type { Errno } from '../uapi/errno.js';

/** What the machine has of fwctl; `release` is that of its kernel. */
export type Surveyed = {
  readonly nodes: readonly DeviceNode[];
  readonly entries: readonly ClassEntry[];
  readonly hasClass: boolean;
  readonly release: string;
};

const FOLDER = '/dev/fwctl/';
/** The first Linux with fwctl. */
const FIRST = [6, 15] as const;

export function notThere(path: string, surveyed: Surveyed): KitError {
  const explanation = { received: whatIsThere(surveyed), attempt: whatToDo(surveyed) };
  if (!path.startsWith(FOLDER)) {
    const expected = `a node below ${FOLDER}, which all of them are`;
    return new KitError('machine/not-fwctl', { summary: `${path} is no fwctl node`, expected, ...explanation });
  }
  const expected = 'the node of a device whose driver has registered it with fwctl';
  return new KitError('machine/no-node', { summary: `there is no ${path}`, expected, ...explanation });
}

function whatIsThere({ nodes, hasClass, release }: Surveyed): string {
  if (nodes.length > 0) return `${nodes.map(({ path }) => path).join(', ')} on Linux ${release}`;
  if (hasClass) return `Linux ${release} with fwctl, and no device`;
  return isOlder(release)
    ? `Linux ${release}, which is older than fwctl`
    : `Linux ${release} without /sys/class/fwctl: built without fwctl, or none of its modules is loaded`;
}

function whatToDo({ nodes: [node], hasClass, release }: Surveyed): string {
  if (node !== undefined) return `--node ${node.path}`;
  if (hasClass) return 'load the driver that registers the device: mlx5_fwctl, bnxt_fwctl, pds_fwctl or cxl_core';
  const driver = 'the driver of the device, such as modprobe mlx5_fwctl; or a machine that has it: docs/nodes.md';
  return isOlder(release) ? `a kernel from ${FIRST.join('.')} on, and ${driver}` : `load ${driver}`;
}

function isOlder(release: string): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return false;
  return major < FIRST[0] || (major === FIRST[0] && minor < FIRST[1]);
}

export function notFwctl(path: string, received: string): KitError {
  return new KitError('machine/not-fwctl', {
    summary: `${path} is no fwctl node`,
    expected: 'a character device that stands in /sys/class/fwctl and answers FWCTL_INFO',
    received,
    attempt: `ls -l ${FOLDER} /sys/class/fwctl on that machine`,
  });
}

export function noPermission({ path, mode, owner, group }: DeviceNode, errno: Errno): KitError {
  return new KitError('machine/no-permission', {
    summary: `this user may not open ${path}`,
    expected: 'a user that may read and write it, which by default is root alone',
    received: `${errno}; the node has mode ${mode.toString(8)} and belongs to ${owner}:${group}`,
    attempt: 'the same as root; on a machine in a lab -- ssh root@lab ./fwctl-agent',
  });
}

export function cannotOpen(path: string, errno: Errno): KitError {
  return new KitError('machine/no-node', {
    summary: `${path} cannot be opened`,
    expected: 'a device that works',
    received: errno,
    attempt: 'the end of dmesg on that machine',
  });
}

export function wrongModel(path: string, declared: number, found: number): KitError {
  return new KitError('input/wrong-model', {
    summary: `the model is not one of ${path}`,
    expected: `device type ${typeName(declared)}, as the model says`,
    received: `device type ${typeName(found)}, as FWCTL_INFO says`,
    attempt: 'the model of that device; no RPC was sent to it',
  });
}

function typeName(type: number): string {
  const [name] = Object.entries(DEVICE_TYPES).find(([, number]) => number === type) ?? [];
  return name === undefined ? String(type) : `${type} (${name.toLowerCase()})`;
}
