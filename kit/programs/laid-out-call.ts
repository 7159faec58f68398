import { type Draft, layOut } from '../../steps/support/call-draft.js';
import type { Region } from '../subject/memory.js';
import type { CallOutcome } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import type { Ioctl } from './oracle/ioctl.js';
import type { CallerState, FileState } from './oracle/state.js';
import { CALLERS, type CallerName } from './program.js';

/** A call and the memory that belongs to it: `asked` keeps the memory as it was, `memory` is what the subject gets. */
export type LaidOutCall = { readonly asked: Ioctl; readonly memory: readonly Region[] };

export function layOutCall(draft: Draft, caller: CallerState, file: FileState): LaidOutCall {
  const { structure, request, data } = layOut(draft);
  const placed = data === request ? [structure, request] : [structure, request, data];
  const memory = placed.flatMap((piece) => piece?.region ?? []);
  const before = memory.map((region) => ({ ...region, bytes: new Uint8Array(region.bytes) }));
  return { asked: { caller, file, request: draft.ioctl, argument: structure.address, memory: before }, memory };
}

export function makeCall(subject: Subject, caller: CallerName, { asked, memory }: LaidOutCall): Promise<CallOutcome> {
  const { file, request, argument } = asked;
  return subject.perform({ op: 'ioctl', caller: callerId(caller), file: file.id, request, argument, memory });
}

/** What another thread writes is what the kernel finds from then on. */
export function pokeInto({ memory }: Ioctl, name: string, bytes: Uint8Array): number {
  const region = memory.find((candidate) => candidate.name === name);
  if (region === undefined) throw new Error(`the call has no ${name} in its memory`);
  region.bytes.set(bytes);
  return region.address;
}

export function callerId(name: CallerName): number {
  return CALLERS.indexOf(name) + 1;
}
