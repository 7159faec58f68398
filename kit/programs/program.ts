import type { CallerRights } from '../subject/operations.js';
import type { Errno } from '../uapi/errno.js';
import type { Call } from './call.js';

/** Who and what a program is about, named as scenarios name them. */
export const CALLERS = ['the caller', 'the second caller'] as const;
export type CallerName = (typeof CALLERS)[number];
export const DEVICES = ['the device', 'the second device', 'the third device'] as const;
export type DeviceName = (typeof DEVICES)[number];

/** How the driver of the first device behaves from now on; lengths in bytes. */
export type Script =
  | { readonly refuses: 'open' | 'info' | 'rpc'; readonly errno: Errno }
  | { readonly refuses: 'nothing' }
  | { readonly tells: number }
  | { readonly answers: number | 'inverted' | 'inverted in place' };

/**
 * One thing that a program does. Calls, close and share take the file that the caller got last.
 * What makes no sense where it stands, such as a call without a file, is left out; `applicability.ts` says when.
 */
export type Command =
  | { readonly do: 'register'; readonly device: DeviceName; readonly type?: number; readonly info?: 'none' }
  | { readonly do: 'register-many'; readonly count: number }
  | { readonly do: 'unregister'; readonly device: DeviceName }
  | { readonly do: 'script'; readonly script: Script }
  | ({ readonly do: 'rights'; readonly caller: CallerName } & CallerRights)
  | { readonly do: 'memory'; readonly available: boolean }
  | { readonly do: 'open'; readonly caller: CallerName; readonly device: DeviceName; readonly mode: 'read-write' | 'read-only' }
  | { readonly do: 'open-many'; readonly count: number }
  | { readonly do: 'close'; readonly caller: CallerName }
  | { readonly do: 'share'; readonly caller: CallerName }
  | { readonly do: 'exit'; readonly caller: CallerName; readonly how: 'exit' | 'kill' }
  | { readonly do: 'call'; readonly caller: CallerName; readonly call: Call }
  /** The driver has the call of the caller on the first device, and does not answer before `go-on`. */
  | { readonly do: 'begin'; readonly call: Call }
  /** Another thread writes to the memory of the call that was begun. */
  | { readonly do: 'poke'; readonly word: 'size'; readonly value: number }
  | { readonly do: 'poke'; readonly word: 'request' }
  | { readonly do: 'go-on' }
  /** Both callers are with the driver at the same time, with requests that differ. */
  | { readonly do: 'both' };

export type Program = readonly Command[];

export function otherThan(caller: CallerName): CallerName {
  return caller === 'the caller' ? 'the second caller' : 'the caller';
}
