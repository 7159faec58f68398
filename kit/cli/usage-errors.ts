import { type ErrorCode, KitError } from '../errors.js';
import { nearest } from '../nearest.js';

type NamedThing = { readonly code: ErrorCode; readonly noun: string; readonly listedBy: string };

export const DEVICE = {
  code: 'usage/unknown-device',
  noun: 'device',
  listedBy: 'fwctl-conformance run --help',
} as const satisfies NamedThing;
export const RULE = { code: 'usage/unknown-rule', noun: 'rule', listedBy: 'fwctl-conformance list' } as const satisfies NamedThing;
export const DESTRUCTIVE_RULE = {
  code: 'usage/unknown-rule',
  noun: 'destructive rule',
  listedBy: 'fwctl-conformance list',
} as const satisfies NamedThing;
export const BROKEN_SUBJECT = {
  code: 'usage/unknown-broken-subject',
  noun: 'broken subject',
  listedBy: 'fwctl-conformance list --broken',
} as const satisfies NamedThing;
export const FORMAT = {
  code: 'usage/bad-value',
  noun: 'format',
  listedBy: 'fwctl-conformance render --help',
} as const satisfies NamedThing;

/** The name as one of those known; otherwise an error that offers the nearest. */
export function requireKnown<Name extends string>(thing: NamedThing, given: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  const near = nearest(given, known);
  throw new KitError(thing.code, {
    summary: `there is no ${thing.noun} "${given}"`,
    expected: known.length <= 12 ? known.join(', ') : `one of the ${known.length} that "${thing.listedBy}" names`,
    received: given,
    attempt: near === null ? thing.listedBy : `"${near}", which is the nearest name; ${thing.listedBy} shows all`,
  });
}

export function badValue(option: string, expected: string, received: string, attempt: string): KitError {
  return new KitError('usage/bad-value', { summary: `${option} cannot be "${received}"`, expected, received, attempt });
}
