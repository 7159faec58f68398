import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { Judgement, type RunEnd } from '../../reports/document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from '../../reports/document/message-stream.testing.js';
import type { WrittenReport } from '../../reports/document/report.js';
import { applyWaivers } from '../../reports/document/waivers.js';
import { writeJson } from '../../reports/formats/json.js';
import { KitError } from '../errors.js';
import { loadReport, parseReport, type ReadReport } from './load.js';

const RULES = [ruleOf('taint-full'), ruleOf('rpc-a'), ruleOf('rpc-b', { level: 'SHOULD' })];
const WAIVER = { reason: 'the board has none', link: 'https://example.org/1', owner: 'a@example.org', expires: '2027-01-01' };

function textOf(end: RunEnd = { endedBy: 'finished', problems: [] }, waive = false): string {
  const judgement = new Judgement(factsOf(RULES), { clock: () => new Date(0) });
  const stream = streamOf([
    { rule: 'taint-full', steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } },
    { rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } },
    { rule: 'rpc-b', steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } },
  ]);
  for (const message of stream) judgement.accept(message);
  const report = judgement.conclude(end);
  const fails = [{ scenario: 'scenario 0', lookedAt: UNMET.what, actual: UNMET.actual }];
  return [...writeJson(waive ? applyWaivers(report, [{ ...WAIVER, rule: 'taint-full', fails }]) : report)].join('');
}

function reportIn(read: ReadReport): WrittenReport {
  if (read.kind === 'whole') return read.report;
  throw new Error(`it ends at ${read.where}`);
}

function refusal(text: string | Buffer): KitError {
  try {
    parseReport(text, 'report.json');
  } catch (error) {
    if (error instanceof KitError) return error;
    throw error;
  }
  throw new Error('it was read');
}

/** A written report with one field changed; `path` in the form `footer.complete`. */
function changed(path: string, value: unknown, text = textOf()): string {
  const document: object = JSON.parse(text);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder: unknown = steps.reduce<unknown>((within, step) => Reflect.get(Object(within), step), document);
  Reflect.set(Object(holder), last, value);
  return JSON.stringify(document, null, 2);
}

describe('parseReport', () => {
  const honest: { readonly [what: string]: string } = {
    'of a run': textOf(),
    'of a run that was interrupted': textOf({ endedBy: 'interrupted', problems: ['somebody pressed Ctrl-C'] }),
    'of a run with problems': textOf({ endedBy: 'finished', problems: ['an error that no step was waiting for'] }),
    'with a waiver': textOf({ endedBy: 'finished', problems: [] }, true),
    'that was laid out anew': JSON.stringify(JSON.parse(textOf())),
  };
  for (const [what, text] of Object.entries(honest)) {
    it(`reads a report ${what}`, () => {
      const written: WrittenReport = JSON.parse(text);
      expect(reportIn(parseReport(text, 'report.json'))).to.deep.equal(written);
    });
  }

  it('takes a report that ends before its footer for one of a run that was cut short', () => {
    const text = textOf();
    for (let length = '{"result": '.length + 2; length < text.trimEnd().length; length += 7) {
      expect(parseReport(text.slice(0, length), 'a').kind, `${length}`).to.equal('cut-short');
    }
    expect(parseReport(changed('footer', undefined), 'a').kind).to.equal('cut-short');
  });

  it('says where it ends', () => {
    expect(parseReport('{\n  "result": "conf', 'a/report.json')).to.deep.equal({ kind: 'cut-short', where: 'a/report.json:2:18' });
  });

  const refused: { readonly [text: string]: readonly [text: string, place: string, expected: string] } = {
    'an empty file': ['', ':1:1', 'a value'],
    'another document': ['{"rules": []}', ':1:1', "the document must have required property 'result'"],
    'what is wrong in its middle': [textOf().replace('"seed": 1', '"seed": 1x'), ':22:11', 'a value'],
    'a field that there is not': [
      changed('footer.signed', true),
      ':151:15',
      'fields that footer has (complete, endedBy, rulesListed, rulesInSet, sha256), and "signed" is none of them',
    ],
    'a name that stands twice': [textOf().replace('"seed": 1', '"seed": 1, "seed": 2'), ':22:14', 'each name once in an object'],
  };
  for (const [what, [text, place, expected]] of Object.entries(refused)) {
    it(`refuses ${what}, and says where`, () => {
      const { code, fault, explanation } = refusal(text);
      expect({ code, fault, expected: explanation.expected, summary: explanation.summary }).to.deep.equal({
        code: 'input/bad-report',
        fault: 'an input file',
        expected,
        summary: `the report is not right: report.json${place}`,
      });
    });
  }

  // The last of them becomes one character of as many bytes.
  for (const bytes of ['ff', 'c3', 'eda080', 'f09f98']) {
    for (const place of ['subject', 'scenario 1']) {
      it(`refuses the bytes ${bytes} in a ${place}, which are no UTF-8`, () => {
        const text = textOf();
        const at = text.indexOf(place) + place.length;
        const { summary, expected, received } = refusal(
          Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(bytes, 'hex'), Buffer.from(text.slice(at))]),
        ).explanation;
        const before = text.slice(0, at).split('\n');
        expect(summary).to.equal(`the report is not right: report.json:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
        expect(expected).to.equal('UTF-8');
        expect(received).to.match(new RegExp(`^${bytes.slice(0, 2)}`));
      });
    }
  }

  it('takes a character in place of one that was none', () => {
    expect(reportIn(parseReport(textOf().replace('an implementation', '\ufffd'), 'report.json')).rules).to.have.length(3);
  });

  it('refuses more machines than can be counted', () => {
    expect(refusal(changed('subject.boots', 1e308)).explanation.expected).to.equal('subject.boots must be <= 9007199254740991');
  });

  it('refuses a day that there is not', () => {
    expect(refusal(changed('time.started', '2026-02-30T12:00:00.000Z')).explanation.received).to.equal('"2026-02-30T12:00:00.000Z"');
  });

  const contradictions: { readonly [path: string]: readonly [value: unknown, expected: string] } = {
    'footer.rulesListed': [2, '3, as many as are listed'],
    'footer.rulesInSet': [4, '3, since every rule of the set is listed'],
    'footer.endedBy': ['aborted', '"finished" in a complete run'],
    'footer.complete': [false, 'why the run is not complete'],
    'selection.shard': ['4/3', 'null, or I/N, the I-th of N parts'],
    'selection.rules': [['rpc-c'], 'a rule that is listed'],
    'time.started': ['yesterday', 'an instant, such as 2026-11-21T12:00:00.000Z'],
    'rules.1.id': ['taint-full', 'each rule once'],
    'rules.1.verdict': ['failed', 'passed or broken, as its scenarios say'],
    'rules.0.verdict': ['known-failure', 'failed, as its scenarios say'],
    'rules.1.scenarios.0.verdict': ['warned', 'failed, broken, not-testable, passed, not-applicable, of a scenario'],
    'rules.1.scenarios.0.location': ['features/a.feature:1', 'each scenario once'],
    'rules.1.scenarios.0.evidence.expectations': [[], 'broken, since the scenario passed and looked at nothing'],
    'rules.1.scenarios.0.evidence.expectations.0.held': [false, 'broken, since the scenario passed although an expectation did not hold'],
    'counts.passed': [2, '1, as the rules say'],
    result: ['conformant', 'non-conformant, as counts, footer, problems and waivers say'],
    problems: [['something'], 'inconclusive, as counts, footer, problems and waivers say'],
    waivers: [[{ ...WAIVER, rule: 'rpc-a', state: 'applied' }], 'another state, since rpc-a is no known failure'],
  };
  for (const [path, [value, expected]] of Object.entries(contradictions)) {
    it(`refuses a report that contradicts itself in ${path}`, () => {
      const { summary, expected: told } = refusal(changed(path, value)).explanation;
      expect(told).to.equal(expected);
      expect(summary).to.match(/report\.json:\d+:\d+$/);
    });
  }

  it('refuses a waiver that is applied after its last day', () => {
    const text = textOf({ endedBy: 'finished', problems: [] }, true).replace(WAIVER.expires, '1969-12-31');
    expect(refusal(text).explanation.expected).to.equal('the day of the run or a later one, since the waiver is applied');
  });

  it('points at what contradicts', () => {
    const text = changed('counts.passed', 7);
    const line = text.split('\n').findIndex((one) => one.includes('"passed": 7')) + 1;
    expect(refusal(text).explanation).to.include({ summary: `the report is not right: report.json:${line}:15`, received: '7' });
  });
});

describe('loadReport', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-load-report-'));
  after(() => rmSync(base, { recursive: true }));

  it('takes the file, or the folder that it is in', () => {
    mkdirSync(join(base, 'out'));
    writeFileSync(join(base, 'out/report.json'), textOf());
    const [inFolder, inFile] = ['out', 'out/report.json'].map((path) => reportIn(loadReport(join(base, path))));
    expect(inFolder).to.deep.equal(inFile).and.to.deep.equal(JSON.parse(textOf()));
  });

  it('leaves evidence in the file, and does not make up what is no longer there', () => {
    const file = join(base, 'shorter.json');
    writeFileSync(file, textOf());
    const [, rule] = reportIn(loadReport(file)).rules;
    expect(rule?.scenarios[0]?.evidence.expectations).to.deep.equal([HELD]);
    const [, unread] = reportIn(loadReport(file)).rules;
    truncateSync(file, 10);
    expect(() => unread?.scenarios[0]?.evidence)
      .to.throw(KitError)
      .with.nested.property('explanation.received', 'it has become shorter while it was read');
  });

  it('refuses a file that is not there, one that does not end, and one that cannot be read', () => {
    const loop = join(base, 'loop');
    symlinkSync(loop, loop);
    for (const [path, expected] of [
      [join(base, 'none.json'), 'a file that can be read'],
      ['/proc/self/mem', 'a file that can be read'],
      [loop, 'a file that can be read'],
      ['/dev/zero', 'at most 64 MiB'],
    ] as const) {
      expect(() => loadReport(path))
        .to.throw(KitError)
        .with.nested.property('explanation.expected', expected);
    }
  });
});

describe('loadReport of a file that is too large to be read as a whole', () => {
  const LARGEST = 1 << 20;
  const base = mkdtempSync(join(tmpdir(), 'fwctl-load-large-'));
  after(() => rmSync(base, { recursive: true }));
  const file = join(base, 'report.json');
  const scenarios = Array.from({ length: 70 }, () => ({
    rule: 'rpc-a',
    steps: [{ status: 'PASSED' as const }],
    evidence: { expectations: [{ ...HELD, actual: 'é'.repeat(10_000) }] },
  }));
  const references = scenarios.map((_, index) => ({ name: `scenario ${index}`, location: `features/a.feature:${index + 1}` }));
  const judgement = new Judgement(factsOf([ruleOf('rpc-a', { scenarios: references })]), { clock: () => new Date(0) });
  for (const message of streamOf(scenarios)) judgement.accept(message);
  writeFileSync(file, [...writeJson(judgement.conclude({ endedBy: 'finished', problems: [] }))].join(''));
  const bytes = readFileSync(file);

  function changedFile(change: (copy: Buffer) => Buffer): string {
    const path = join(base, 'changed.json');
    writeFileSync(path, change(Buffer.from(bytes)));
    return path;
  }

  it('reads what a run wrote', () => {
    const read = loadReport(file, LARGEST);
    const [rule] = reportIn(read).rules;
    expect(rule?.scenarios.map(({ location }) => location)).to.deep.equal(references.map(({ location }) => location));
    expect(rule?.scenarios.at(-1)?.evidence.expectations[0]?.actual.length).to.equal(10_000);
    expect(read.kind === 'whole' && read.findChange()).to.equal(null);
  });

  it('finds a byte that was changed', () => {
    const changed = changedFile((copy) => {
      copy.write('b', copy.lastIndexOf('"location":"features/a') + '"location":"features/'.length);
      return copy;
    });
    const read = loadReport(changed, LARGEST);
    expect(read.kind === 'whole' && read.findChange()?.what).to.equal('its footer is not that of what is before it');
  });

  it('takes one that ends before its footer for one of a run that was cut short', () => {
    const line = bytes.toString('latin1').split('\n').length - 12;
    for (const less of [20_000, 300, 100, 3]) {
      const read = loadReport(
        changedFile((copy) => copy.subarray(0, -less)),
        LARGEST,
      );
      expect(read.kind).to.equal('cut-short');
      expect(read.kind === 'cut-short' && Number(/:(\d+):1$/.exec(read.where)?.[1])).to.be.within(line - 10, line + 12);
    }
  });

  it('refuses what is laid out in another way, and what contradicts itself', () => {
    const odd = changedFile((copy) => Buffer.concat([copy.subarray(0, 1), Buffer.from(' '), copy.subarray(1)]));
    expect(() => loadReport(odd, LARGEST))
      .to.throw(KitError)
      .with.nested.property('explanation.expected', 'lines as a run writes them, or at most 1 MiB');
    const wrong = changedFile((copy) => Buffer.from(copy.toString('latin1').replace('"held":true', '"held":false'), 'latin1'));
    expect(() => loadReport(wrong, LARGEST))
      .to.throw(KitError)
      .with.nested.property('explanation.expected', 'broken, since the scenario passed although an expectation did not hold');
  });
});
