import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WrittenReport } from '../../../reports/document/report.js';
import { PACKAGE_ROOT } from '../../catalogue/load.js';
import { htmlPage } from '../../report-file/html-page.js';
import { loadReport } from '../../report-file/load.js';

const MAIN = fileURLToPath(new URL('dist/kit/cli/main.js', PACKAGE_ROOT));

/** What a subject might say to take a page over, to be misread, or to have `url` told of it. */
export const hostileText = (url: string): string =>
  `</script><script>alert(1)</script><img src="${url}" onerror="alert(2)">'"&]]><!-- \u202e\u0000\u001b[31m\u2028\ud800 javascript:alert(3)`;

export const samplesFolder = (): string => mkdtempSync(join(tmpdir(), 'fwctl-pages-'));

/** The report of a run, in which the rule of a broken subject fails. */
export function judgeBroken(name: string, folder: string): WrittenReport {
  spawnSync(process.execPath, [MAIN, 'run', '--quiet', '--broken', name, '--out', folder]);
  const read = loadReport(folder);
  if (read.kind === 'cut-short') throw new Error(`the run of ${name} was cut short`);
  return read.report;
}

/** The path of its page. */
export async function writePage(report: WrittenReport, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, [...(await htmlPage(report))].join(''));
  return path;
}

/** The report with the rules of these families only. */
export function shortened(report: WrittenReport, families: readonly string[]): WrittenReport {
  return { ...report, rules: report.rules.filter(({ id }) => families.some((family) => id.startsWith(`${family}-`))) };
}

/** The report, cut short, with something hostile in every text that a subject, or whoever hands the report on, can choose. */
export function hostile(report: WrittenReport, evil: string): WrittenReport {
  const huge = `${evil}${'a'.repeat(100_000)}`;
  const { rules, ruleSet, footer, time, seed, counts, result, ...texts } = report;
  return {
    ...spoilt(texts, evil),
    ...{ ruleSet, footer, time, seed, counts, result },
    selection: { ...spoilt(report.selection, evil), shard: evil },
    problems: [huge],
    rules: rules.slice(0, 10).map((rule, index) => ({
      ...rule,
      id: `${rule.id}${evil}${index}`,
      title: huge,
      reason: evil,
      source: [{ document: evil, where: evil }],
      scenarios: rule.scenarios.map((scenario) => ({
        ...scenario,
        name: evil,
        reason: huge,
        step: evil,
        location: `${scenario.location}${evil}`,
        evidence: { ...spoilt(scenario.evidence, evil), missing: evil, notApplicable: evil, complaint: [evil, huge] },
      })),
    })),
    waivers: [{ rule: evil, state: 'applied', reason: evil, link: 'javascript:alert(4)', owner: evil, expires: evil }],
  };
}

/** Every text within the value with something hostile behind it. Operations keep their names, since others are told alike. */
function spoilt<Value>(value: Value, evil: string): Value {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (typeof inner === 'string' && key !== 'op' && key !== 'kind' ? `${inner}${evil}` : inner)),
  );
}

/** The report with each scenario `times` times. */
export function multiplied(report: WrittenReport, times: number): WrittenReport {
  return {
    ...report,
    rules: report.rules.map((rule) => ({
      ...rule,
      scenarios: Array.from({ length: times }, (_, copy) =>
        rule.scenarios.map((scenario) => ({ ...scenario, location: `${scenario.location}${copy}` })),
      ).flat(),
    })),
  };
}
