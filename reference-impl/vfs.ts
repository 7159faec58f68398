import { type Result, refuse } from '../kit/result.js';
import type { Region } from '../kit/subject/memory.js';
import type { CallerId, CallerRights, CallOutcome, FileId } from '../kit/subject/operations.js';
import type { Errno } from '../kit/uapi/errno.js';
import type { Core } from './core/core.js';
import type { OpenFile } from './core/open-file.js';
import type { Task } from './core/task.js';
import { UserMemory } from './core/user-memory.js';

/** A file and how many refer to it: the descriptors of processes, and calls in flight. */
type Reference = { readonly file: OpenFile; count: number };

const FIRST_PID = 1000;

/** Processes and their files: the part of the kernel that stands before the fwctl core. */
export class Vfs {
  readonly #core: Core;
  /** What callers have mapped for the calls that are under way. */
  readonly #mapped = new Map<CallerId, Set<UserMemory>>();
  readonly #tasks = new Map<CallerId, { task: Task; readonly files: Map<FileId, Reference> }>();

  constructor(core: Core) {
    this.#core = core;
  }

  spawn(caller: CallerId, { capabilities, userNamespace }: CallerRights): void {
    const task: Task = { comm: `caller-${caller}`, pid: FIRST_PID + caller, rights: { capabilities, userNamespace } };
    this.#tasks.set(caller, { task, files: new Map() });
  }

  setRights(caller: CallerId, { capabilities, userNamespace }: CallerRights): void {
    this.#process(caller).task.rights = { capabilities, userNamespace };
  }

  async open(caller: CallerId, path: string, file: FileId): Promise<CallOutcome> {
    const opened = await this.#openNode(path);
    if (!opened.ok) return opened;
    this.#process(caller).files.set(file, { file: opened.value, count: 1 });
    return { ok: true };
  }

  async #openNode(path: string): Promise<Result<OpenFile, Errno>> {
    const core = this.#core;
    for (const device of core.registered.values()) {
      if (core.parts.deviceNode(core, device).path === path) return core.parts.fopsOpen(core, device);
    }
    return refuse('ENOENT');
  }

  async ioctl(caller: CallerId, file: FileId, request: number, argument: number, memory: readonly Region[]): Promise<CallOutcome> {
    const { task, files } = this.#process(caller);
    const reference = files.get(file);
    if (reference === undefined) return refuse('EBADF');
    reference.count += 1;
    const mapped = new UserMemory(memory);
    this.#mappedBy(caller).add(mapped);
    try {
      return await this.#core.parts.fopsIoctl(this.#core, reference.file, task, request, argument, mapped);
    } finally {
      this.#mappedBy(caller).delete(mapped);
      await this.#put(reference);
    }
  }

  poke(caller: CallerId, address: number, bytes: Uint8Array): void {
    for (const memory of this.#mappedBy(caller)) memory.write(address, bytes);
  }

  /** close() reports success whatever the driver does. */
  async close(caller: CallerId, file: FileId): Promise<CallOutcome> {
    const { files } = this.#process(caller);
    const reference = files.get(file);
    if (reference === undefined) return refuse('EBADF');
    files.delete(file);
    await this.#put(reference);
    return { ok: true };
  }

  share(file: FileId, from: CallerId, to: CallerId): void {
    const reference = this.#process(from).files.get(file);
    if (reference === undefined) throw new Error(`caller ${from} has no open file ${file} to share`);
    reference.count += 1;
    this.#process(to).files.set(file, reference);
  }

  /** The kernel closes what the process had open, in the order of opening. */
  async exit(caller: CallerId): Promise<void> {
    const { files } = this.#process(caller);
    for (const file of [...files.keys()]) await this.close(caller, file);
    this.#tasks.delete(caller);
  }

  #process(caller: CallerId): { task: Task; readonly files: Map<FileId, Reference> } {
    const process = this.#tasks.get(caller);
    if (process === undefined) throw new Error(`there is no caller ${caller}`);
    return process;
  }

  #mappedBy(caller: CallerId): Set<UserMemory> {
    const mapped = this.#mapped.get(caller) ?? new Set();
    this.#mapped.set(caller, mapped);
    return mapped;
  }

  async #put(reference: Reference): Promise<void> {
    reference.count -= 1;
    if (reference.count === 0) await this.#core.parts.fopsRelease(this.#core, reference.file);
  }
}
