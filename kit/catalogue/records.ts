import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
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
  readonly family: string;
  readonly at: string;
};

type Unplaced = Omit<RuleRecord, 'family' | 'at'>;

/** Reads one family's rules.yaml. `schema` is rules-schema.json. */
export function readRecords(
  path: string,
  family: string,
  text: string,
  schema: object,
): { readonly records: readonly RuleRecord[]; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors.map(
    (error): Problem => ({ at: `${path}:${error.linePos?.[0].line ?? 1}`, expected: 'YAML', received: error.message }),
  );
  if (broken.length > 0) return { records: [], problems: broken };

  const lineOf = (index: number): number => {
    const item = isSeq(document.contents) ? document.contents.items[index] : undefined;
    return isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
  };
  const validate = new Ajv2020({ allErrors: true }).compile<readonly Unplaced[]>(schema);
  const value: unknown = document.toJS();
  if (!validate(value)) {
    return { records: [], problems: (validate.errors ?? []).map((error) => schemaProblem(path, error, lineOf)) };
  }
  const records = value.map((record, index): RuleRecord => ({ ...record, family, at: `${path}:${lineOf(index)}` }));
  return { records, problems: records.flatMap((record) => recordProblems(record)) };
}

function schemaProblem(path: string, error: ErrorObject, lineOf: (index: number) => number): Problem {
  const index = Number(error.instancePath.split('/')[1] ?? 0);
  return {
    at: `${path}:${lineOf(index)}`,
    expected: 'what rules-schema.json asks for',
    received: `${error.instancePath} ${error.message ?? ''}`,
  };
}

function recordProblems({ id, family, needs, at }: RuleRecord): readonly Problem[] {
  const unknown = needs.filter((name) => !CAPABILITIES.includes(name));
  return [
    ...(id.startsWith(`${family}-`) ? [] : [{ at, expected: `an id that starts with the family, ${family}-`, received: id }]),
    ...unknown.map((name) => ({ at, expected: 'a capability of kit/subject/capabilities.ts', received: name })),
  ];
}
