import { MLX5_COMMAND_NAMES, type Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';
import { MLX5_REQUEST, MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { readU32, writeU32 } from '../../../kit/formats/mlx5/words.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';
import { SYNDROMES } from './syndromes.js';
import { KERNEL_UID } from './user-contexts.js';

/** A queue pair, a memory key, a user memory: whatever a command made and another one ends. */
export type FirmwareObject = { readonly kind: string; readonly owner: number };

export const FIRST_OBJECT = 0x100;

/** The kind of object that each command makes, or ends, by the command's name. */
function kindsAfter(prefixes: readonly string[]): ReadonlyMap<Mlx5CommandName, string> {
  const pairs = MLX5_COMMAND_NAMES.flatMap((name): [Mlx5CommandName, string][] => {
    const prefix = prefixes.find((candidate) => name.startsWith(candidate));
    return prefix === undefined || name.endsWith('_UCTX') ? [] : [[name, name.slice(prefix.length)]];
  });
  return new Map(pairs);
}

export const OBJECT_MAKERS = kindsAfter(['CREATE_', 'ALLOC_']);
export const OBJECT_ENDERS = kindsAfter(['DESTROY_', 'DEALLOC_']);

/** The object belongs to the uid of the command and is told by its number. */
export function createObject(firmware: Firmware, command: Command, kind: string): Answer {
  const id = firmware.nextObject;
  firmware.nextObject += 1;
  firmware.objects.set(id, { kind, owner: command.uid });
  const results = new Uint8Array(MLX5_RESPONSE.length - MLX5_RESPONSE.results);
  writeU32(results, 0, id);
  return done(results);
}

/** Only its owner, or the kernel, ends an object. */
export function destroyObject(firmware: Firmware, command: Command, kind: string): Answer {
  const id = readU32(command.request, MLX5_REQUEST.arguments);
  const object = firmware.objects.get(id);
  if (object?.kind !== kind) return failed('BAD_RES', SYNDROMES.UNKNOWN_OBJECT);
  if (command.uid !== KERNEL_UID && command.uid !== object.owner) return failed('BAD_RES', SYNDROMES.FOREIGN_OBJECT);
  firmware.objects.delete(id);
  return done();
}

export function freeObjectsOf(firmware: Firmware, uid: number): void {
  for (const [id, { owner }] of firmware.objects) {
    if (owner === uid) firmware.objects.delete(id);
  }
}
