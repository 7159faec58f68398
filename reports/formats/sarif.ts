import type { Level } from '../../kit/catalogue/catalogue.js';
import { citationOf } from '../../kit/catalogue/documents.js';
import { repeatRule } from '../document/repeat.js';
import type { Report, RuleReport } from '../document/report.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';

/** Characters of the longest text that is told in full. */
const LONGEST = 4000;

/** What stands for a rule where the run itself does not allow to say that the subject conforms. */
const RUN_RULE = 'the-run-as-a-whole';

/**
 * The report as SARIF 2.1.0: what failed, or was warned of, and nothing else, since most readers take every result for
 * a problem. A run that does not conform has at least one result.
 */
export function renderSarif(report: Report, sha256: string): string {
  const failing = report.rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned' || verdict === 'known-failure');
  const whole = runCase(report);
  const told = whole.verdict === 'passed' ? [] : [whole];
  const run = {
    tool: {
      driver: {
        name: report.kit.name,
        version: short(report.kit.version),
        rules: [
          ...failing.map((rule) => ruleOf(report, rule)),
          ...told.map(({ name }) => ({ id: RUN_RULE, shortDescription: { text: name } })),
        ],
      },
    },
    invocations: [{ executionSuccessful: report.footer.complete, properties: { repeat: short(report.reproduce) } }],
    originalUriBaseIds: { KIT: { description: { text: 'the folder of the kit' } } },
    results: [
      ...failing.flatMap((rule, index) => casesOf(rule).flatMap((one) => resultOf(report, rule, index, one))),
      ...told.map((one) => runResult(one, failing.length)),
    ],
    properties: { result: report.result, counts: report.counts, subject: short(report.subject.name), sha256 },
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function short(text: string): string {
  return clipped(text, LONGEST);
}

function ruleOf(report: Report, { id, title, level, source }: RuleReport): object {
  const sources = source.map(citationOf).join('; ');
  return {
    id: short(id),
    shortDescription: { text: short(title) },
    help: { text: short(`From ${sources}. To see it again: ${repeatRule(report, id)}`) },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: { level },
  };
}

const SARIF_LEVELS = { MUST: 'error', SHOULD: 'warning', MAY: 'note' } as const satisfies Record<Level, string>;

function resultOf({ waivers }: Report, rule: RuleReport, ruleIndex: number, one: Case): readonly object[] {
  if (one.verdict !== rule.verdict) return [];
  const waiver = waivers.find((each) => each.rule === rule.id && each.state === 'applied');
  return [
    {
      ruleId: short(rule.id),
      ruleIndex,
      level: SARIF_LEVELS[rule.level],
      message: { text: short(`${one.name}: ${explain(one)}`) },
      ...(one.location === undefined ? {} : { locations: [placeOf(one.location)] }),
      ...(waiver === undefined ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: short(waiver.reason) }] }),
    },
  ];
}

function runResult({ reason }: Case, ruleIndex: number): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri: 'report.json' } } }];
  return { ruleId: RUN_RULE, ruleIndex, level: 'error', message: { text: short(reason) }, locations };
}

/** `path:line`; what comes from a file that was changed need not be one. */
function placeOf(location: string): object {
  const [, path, line] = /^(.+):([1-9]\d{0,8})$/s.exec(location) ?? [];
  if (path === undefined) return { message: { text: short(location) } };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path), uriBaseId: 'KIT' },
      region: { startLine: Number(line) },
    },
  };
}

/** A relative path as a URI, in which nothing but letters, digits and a few signs stands for itself. */
function uriOf(path: string): string {
  return short(path).split('/').map(encodeURIComponent).join('/');
}
