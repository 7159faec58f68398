import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isSeq, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { Level, Source } from './catalogue.js';
import type { Problem } from './problem.js';

/** A rule as rules.yaml tells it; `at` is where it stands. */
export type RuleRecord = {
  readonly id: string;
  readonly level: Level;
  readonly statement: string;
  readonly sources: readonly Source[];
  readonly accepted?: readonly string[];
  readonly needs: readonly Capability[];
  readonly since?: string;
  readonly until?: string;
  readonly destructive?: string;
  readonly family: string;
  readonly at: string;
};

type Unplaced = Omit<RuleRecord, 'family' | 'at'>;

type Findings = { readonly records: readonly RuleRecord[]; readonly problems: readonly Problem[]; readonly refused: readonly string[] };

/** Reads one family's rules.yaml, `features/<family>/rules.yaml`. `schema` is rules-schema.json. */
export function readRecords(path: string, text: string, schema: object): Findings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const written = [...text.matchAll(/^- id: *(\S+)/gm)].flatMap(([, id]) => id ?? []);
    return { records: [], problems: document.errors.map((error) => yamlProblem(path, error)), refused: written };
  }

  const lineOf = (index: number): number => {
    const item = isSeq(document.contents) ? document.contents.items[index] : undefined;
    return isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
  };
  const family = path.split('/')[1] ?? '';
  const validate = new Ajv2020({ allErrors: true }).compile<readonly Unplaced[]>(schema);
  const value: unknown = document.toJS();
  const problems = validate(value) ? [] : (validate.errors ?? []).map((error) => schemaProblem(path, error, lineOf));
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const records = items.flatMap((item, index): readonly RuleRecord[] => {
    const one: unknown = [item];
    return validate(one) ? one.map((record) => ({ ...record, family, at: `${path}:${lineOf(index)}` })) : [];
  });
  const kept = new Set(records.map(({ id }) => id));
  return {
    records,
    problems: [...problems, ...records.flatMap(recordProblems)],
    refused: items.flatMap(idOf).filter((id) => !kept.has(id)),
  };
}

function idOf(item: unknown): readonly string[] {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : [];
}

function yamlProblem(path: string, error: YAMLParseError): Problem {
  const at = `${path}:${error.linePos?.[0].line ?? 1}`;
  return { at, expected: 'YAML', received: error.message, attempt: 'mend the line; a text with a colon or a hash needs quotes' };
}

function schemaProblem(path: string, error: ErrorObject, lineOf: (index: number) => number): Problem {
  const [, index, ...field] = error.instancePath.split('/');
  const named = Object.values(error.params).map((value) => JSON.stringify(value));
  return {
    at: `${path}:${lineOf(Number(index ?? 0))}`,
    expected: 'what rules-schema.json asks for',
    received: `${field.join('/') || 'a record'} that ${error.message ?? 'does not fit'} (${named.join(', ')})`,
    attempt: 'compare the record with its neighbours and with kit/catalogue/rules-schema.json',
  };
}

function recordProblems({ id, family, needs, at }: RuleRecord): readonly Problem[] {
  return [
    ...idProblems(id, family, at),
    ...needs
      .filter((name) => !CAPABILITIES.includes(name))
      .map((name) => ({
        at,
        expected: 'a capability of kit/subject/capabilities.ts',
        received: name,
        attempt: `one of ${CAPABILITIES.join(', ')}`,
      })),
  ];
}

/** An id starts with the family that it stands in. */
function idProblems(id: string, family: string, at: string): readonly Problem[] {
  if (id.startsWith(`${family}-`)) return [];
  const attempt = `rename it, or move it to features/${id.split('-')[0] ?? ''}`;
  return [{ at, expected: `an id that starts with ${family}-`, received: id, attempt }];
}
