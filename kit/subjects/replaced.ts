import { DEVICES } from '../../devices/catalogue.js';
import { CORE_PARTS } from '../../reference-impl/core/parts.js';
import { type Origin, originOf } from '../../reference-impl/device-kind.js';
import type { Variant } from '../../reference-impl/variant.js';
import { isTable } from './observation.js';

/** What of a variant a run depends on, and what only says something of it; the model is for the run to know. */
const TABLES: readonly string[] = ['core', 'devices'];
const WORDS: readonly string[] = ['summary', 'rule', 'rules', 'model'];

/**
 * What a variant has in the place of the reference's, by the names of an observation: as long as none of them is called,
 * it is the reference. Null when that cannot be told from its tables.
 */
export function replacedEntries(variant: Variant): ReadonlySet<string> | null {
  if (Object.keys(variant).some((key) => !TABLES.includes(key) && !WORDS.includes(key))) return null;
  const found = [
    ...differences(CORE_PARTS, { ...CORE_PARTS, ...variant.core }, 'core', null),
    ...differences(DEVICES, { ...DEVICES, ...variant.devices }, 'devices', null),
  ];
  const named = found.filter((name) => name !== null);
  return found.length === 0 || named.length < found.length ? null : new Set(named);
}

/** `caller` is the function without whose call nobody has the table; null when there is none. */
function differences(reference: unknown, subject: unknown, name: string, caller: string | null): readonly (string | null)[] {
  if (reference === subject) return [];
  if (typeof reference === 'function' && typeof subject === 'function') {
    const [ours, theirs] = [originOf(reference), originOf(subject)];
    const isSameKind = ours !== null && theirs !== null && ours.tables === theirs.tables;
    return isSameKind ? differences(tablesOf(ours), tablesOf(theirs), name, name) : [name];
  }
  // Whether something that is no function is looked at is not written down.
  if (!isTable(reference) || !isTable(subject)) return [caller];
  const keys = new Set([...Object.keys(reference), ...Object.keys(subject)]);
  return [...keys].flatMap((key) => differences(reference[key], subject[key], `${name}.${key}`, caller));
}

function tablesOf({ tables, change }: Origin): Readonly<Record<string, unknown>> {
  const changed = change();
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, { ...table, ...changed[name] }]));
}
