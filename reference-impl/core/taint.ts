import { TAINT_FWCTL_BIT } from '../../kit/uapi/ioctl.js';
import type { Core } from './core.js';
import type { FwctlDevice } from './device.js';
import type { Task } from './task.js';

/**
 * The first debug write since boot is logged and taints the kernel; later ones, on any device, change nothing.
 * Source: drivers/fwctl/main.c, fwctl_cmd_rpc and its fwctl_tainted bit.
 */
export function taint(core: Core, task: Task, device: FwctlDevice): void {
  if (core.tainted) return;
  core.tainted = true;
  core.kernel.log.push({ level: 'warning', text: core.parts.taintMessage(core, task, device) });
  core.parts.addTaint(core);
}

/** Who asked, on which device, for what. */
export function taintMessage(_core: Core, task: Task, device: FwctlDevice): string {
  return `fwctl ${device.name}: ${task.comm} (${task.pid}): asked for full access to the physical device`;
}

export function addTaint(core: Core): void {
  core.kernel.taint |= 1 << TAINT_FWCTL_BIT;
}
