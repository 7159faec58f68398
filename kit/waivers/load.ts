import type { Waiver } from '../../reports/document/waivers.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { InputFormat, type InputKind, refuse } from '../input-file.js';
import { nearest } from '../nearest.js';
import { YAML_SYNTAX } from '../yaml-text.js';

const WAIVER_FILE: InputKind = {
  code: 'input/bad-waivers',
  noun: 'the waiver file',
  attempt: 'docs/waivers.md describes every field',
};

type WrittenWaivers = {
  readonly entries: readonly (Omit<Waiver, 'fails'> & {
    readonly fails: readonly { readonly scenario: string; readonly 'looked-at': string; readonly actual: string }[];
  })[];
};

const WAIVER_FORMAT = new InputFormat<WrittenWaivers>(WAIVER_FILE, 'kit/waivers/fwctl-waivers-1.json', YAML_SYNTAX);

/**
 * Reads a waiver file: each entry is about a rule of the catalogue, and no rule has two.
 * @throws KitError input/bad-waivers, with line and column
 */
export function loadWaivers(file: string, catalogue: Catalogue): readonly Waiver[] {
  return parseWaivers(WAIVER_FORMAT.readText(file), file, catalogue);
}

/**
 * The same of the text of the file.
 * @throws KitError input/bad-waivers
 */
export function parseWaivers(text: string, file: string, { rules }: Catalogue): readonly Waiver[] {
  const { value, at } = WAIVER_FORMAT.parse(text, file);
  const known = rules.map(({ id }) => id);
  return value.entries.map(({ fails, ...entry }, index) => {
    const where = at(['entries', index, 'rule']);
    if (!known.includes(entry.rule)) {
      const near = nearest(entry.rule, known);
      throw refuse(WAIVER_FILE, where, near === null ? 'the id of a rule' : `the id of a rule; the nearest is ${near}`, entry.rule);
    }
    if (value.entries.findIndex(({ rule }) => rule === entry.rule) !== index)
      throw refuse(WAIVER_FILE, where, 'one entry for each rule, with all scenarios that fail', `a second one for ${entry.rule}`);
    if (Number.isNaN(Date.parse(entry.expires)))
      throw refuse(WAIVER_FILE, at(['entries', index, 'expires']), 'a day that there is', entry.expires);
    return { ...entry, fails: fails.map(({ scenario, 'looked-at': lookedAt, actual }) => ({ scenario, lookedAt, actual })) };
  });
}
