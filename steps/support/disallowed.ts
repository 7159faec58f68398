import { DISALLOWED, type Disallowed } from '../../kit/model/model.js';

/** How a sentence says what an RPC would do. */
export const DISALLOWED_WORDS = {
  'host memory': 'read or write memory of the host',
  hang: 'hang the device or the system',
  'untrusted code': 'bring untrusted code into the device',
  'kernel objects': 'touch objects of another kernel driver',
  'kernel drivers': 'control another kernel driver',
  'data plane': 'do the work of another subsystem',
  'other devices': 'change another device',
  'other hosts': 'harm another host',
} as const satisfies { readonly [Behaviour in Disallowed]: string };

export function disallowedOf(words: string): Disallowed {
  const behaviour = DISALLOWED.find((candidate) => DISALLOWED_WORDS[candidate] === words);
  if (behaviour === undefined) throw new Error(`expected one of ${Object.values(DISALLOWED_WORDS).join(', ')}, but got "${words}"`);
  return behaviour;
}
