import { type Result, refuse } from '../kit/result.js';
import type { Region } from '../kit/subject/memory.js';
import type { CallerId, CallerRights, CallOutcome, FileId } from '../kit/subject/operations.js';
import type { Errno } from '../kit/uapi/errno.js';
import { visibleDevices } from './core/class-tree.js';
import type { Core } from './core/core.js';
import type { FileOrigin, FileReferences, OpenFile } from './core/open-file.js';
import type { Task } from './core/task.js';
import { UserMemory } from './core/user-memory.js';

type Reference = { readonly file: OpenFile } & { -readonly [Kind in keyof FileReferences]: number };

type Process = {
  readonly task: Task;
  readonly files: Map<FileId, Reference>;
  /** What it has mapped for the calls that are under way. */
  readonly mapped: Set<UserMemory>;
};

const FIRST_PID = 1000;

/** Processes and their files: the part of the kernel that stands before the fwctl core. */
export class Vfs {
  readonly #core: Core;
  readonly #processes = new Map<CallerId, Process>();

  constructor(core: Core) {
    this.#core = core;
  }

  spawn(caller: CallerId, name: string, rights: CallerRights): void {
    const task: Task = { comm: name, pid: FIRST_PID + caller, rights };
    this.#processes.set(caller, { task, files: new Map(), mapped: new Set() });
  }

  setRights(caller: CallerId, rights: CallerRights): void {
    this.#process(caller).task.rights = rights;
  }

  async open(caller: CallerId, path: string, mode: FileOrigin['mode'], file: FileId): Promise<CallOutcome> {
    const { task, files } = this.#process(caller);
    const opened = await this.#openNode(path, { opener: task, mode });
    if (!opened.ok) return opened;
    files.set(file, { file: opened.value, descriptors: 1, calls: 0 });
    return { ok: true };
  }

  async #openNode(path: string, origin: FileOrigin): Promise<Result<OpenFile, Errno>> {
    const core = this.#core;
    for (const device of visibleDevices(core)) {
      if (core.parts.deviceNode(core, device).path === path) return core.parts.fopsOpen(core, device, origin);
    }
    return refuse('ENOENT');
  }

  async ioctl(caller: CallerId, file: FileId, request: number, argument: number, memory: readonly Region[]): Promise<CallOutcome> {
    const { task, files, mapped } = this.#process(caller);
    const reference = files.get(file);
    if (reference === undefined) return refuse('EBADF');
    const userMemory = new UserMemory(memory);
    mapped.add(userMemory);
    reference.calls += 1;
    try {
      return await this.#core.parts.fopsIoctl(this.#core, reference.file, task, request, argument, userMemory);
    } finally {
      mapped.delete(userMemory);
      reference.calls -= 1;
      await this.#put(reference, 'call');
    }
  }

  poke(caller: CallerId, address: number, bytes: Uint8Array): void {
    for (const memory of this.#process(caller).mapped) memory.write(address, bytes);
  }

  async close(caller: CallerId, file: FileId): Promise<CallOutcome> {
    const { files } = this.#process(caller);
    const reference = files.get(file);
    if (reference === undefined) return refuse('EBADF');
    const outcome = this.#core.parts.fopsFlush(this.#core, reference.file);
    files.delete(file);
    reference.descriptors -= 1;
    await this.#put(reference, 'close');
    return outcome;
  }

  share(file: FileId, from: CallerId, to: CallerId): void {
    const reference = this.#process(from).files.get(file);
    if (reference === undefined) throw new Error(`caller ${from} has no open file ${file} to share`);
    reference.descriptors += 1;
    this.#process(to).files.set(file, reference);
  }

  async exit(caller: CallerId): Promise<void> {
    const files = [...this.#process(caller).files.keys()];
    for (const file of this.#core.parts.filesToClose(this.#core, files)) await this.close(caller, file);
    this.#processes.delete(caller);
  }

  #process(caller: CallerId): Process {
    const process = this.#processes.get(caller);
    if (process === undefined) throw new Error(`there is no caller ${caller}`);
    return process;
  }

  async #put(reference: Reference, after: 'close' | 'call'): Promise<void> {
    if (this.#core.parts.isLastReference(this.#core, reference, after)) {
      await this.#core.parts.fopsRelease(this.#core, reference.file);
    }
  }
}
