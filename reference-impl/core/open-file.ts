import { type Result, refuse } from '../../kit/result.js';
import type { CallOutcome } from '../../kit/subject/operations.js';
import type { Errno } from '../../kit/uapi/errno.js';
import type { Core } from './core.js';
import { deviceGet, devicePut, type FwctlDevice } from './device.js';
import type { Allocation } from './memory.js';
import type { Task } from './task.js';

/** What struct file knows of the open itself. The core asks for neither. */
export type FileOrigin = { readonly opener: Task; readonly mode: 'read-write' | 'read-only' };

/** One open of the character device and the user context that belongs to it: struct file and struct fwctl_uctx. */
export type OpenFile = {
  readonly device: FwctlDevice;
  readonly context: unknown;
  readonly origin: FileOrigin;
  readonly memory: Allocation;
};

/** Who refers to an open file: descriptors of processes, and calls under way. */
export type FileReferences = { readonly descriptors: number; readonly calls: number };

/** Source: drivers/fwctl/main.c, fwctl_fops_open. */
export async function fopsOpen(core: Core, device: FwctlDevice, origin: FileOrigin): Promise<Result<OpenFile, Errno>> {
  await device.registration.readLock();
  try {
    if (device.ops === null) return refuse('ENODEV');
    const memory = core.parts.allocate(core, 'a user context');
    if (memory === null) return refuse('ENOMEM');
    const opened = await core.parts.openUctx(core, device, origin);
    if (!opened.ok) {
      core.parts.free(core, memory);
      return opened;
    }
    const file: OpenFile = { device, context: opened.value, origin, memory };
    core.parts.keepFile(core, file);
    return { ok: true, value: file };
  } finally {
    device.registration.readUnlock();
  }
}

/** The driver is asked first: a refusal of its is the errno of open, and nothing is kept. */
export async function openUctx(_core: Core, device: FwctlDevice, _origin: FileOrigin): Promise<Result<unknown, Errno>> {
  return device.ops === null ? refuse('ENODEV') : device.ops.openUctx();
}

export function keepFile(_core: Core, file: OpenFile): void {
  deviceGet(file.device);
  file.device.files.add(file);
}

/** close() has something to report only if there is a flush operation, and fwctl has none. */
export function fopsFlush(_core: Core, _file: OpenFile): CallOutcome {
  return { ok: true };
}

/** Source: fs/file_table.c, fput. */
export function isLastReference(_core: Core, { descriptors, calls }: FileReferences, _after: 'close' | 'call'): boolean {
  return descriptors === 0 && calls === 0;
}

/** What a process leaves open, the kernel closes. Source: fs/file.c, exit_files. */
export function filesToClose<File>(_core: Core, files: readonly File[]): readonly File[] {
  return files;
}

/**
 * The last reference to the file is gone.
 * Source: drivers/fwctl/main.c, fwctl_fops_release. After unregister nothing of the driver is left to call.
 */
export async function fopsRelease(core: Core, file: OpenFile): Promise<void> {
  const { device } = file;
  await device.registration.readLock();
  try {
    if (device.ops !== null) await core.parts.closeUctx(core, file);
  } finally {
    device.registration.readUnlock();
  }
  core.parts.free(core, file.memory);
  devicePut(core, device);
}

/** Ends the user context, once. */
export async function closeUctx(_core: Core, file: OpenFile): Promise<void> {
  const { device } = file;
  if (device.files.delete(file)) await device.ops?.closeUctx(file.context);
}
