import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { expect } from 'chai';
import { Judgement } from '../../document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from '../../document/message-stream.testing.js';
import type { WrittenReport } from '../../document/report.js';
import { undecidedReport, waivedReport } from '../../document/report.testing.js';
import { renderHtml } from './render.js';

const SENTENCE = { document: '004_3ab2ed6f87a95d39.txt', where: 'enum fwctl_rpc_scope', about: 'what a scope allows', sha256: 'f00d' };
const RULES = ['taint-full', 'rpc-a', 'rpc-b'].map((id) =>
  ruleOf(id, { accepted: ['EPERM'], broken: [`forgets-${id}`], sentences: [SENTENCE] }),
);
const FACTS = factsOf(RULES);
const FILES = { style: 'body { color: red }', scripts: ['first()', 'second("</x")'] };

function sample(facts = FACTS): WrittenReport {
  const judgement = new Judgement(facts, { clock: () => new Date(0) });
  const stream = streamOf([
    { rule: 'taint-full', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } },
    {
      rule: 'rpc-a',
      steps: [{ status: 'FAILED', type: 'AssertionError', message: 'no' }],
      evidence: { expectations: [UNMET] },
    },
    { rule: 'rpc-b', steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-log' } },
  ]);
  for (const message of stream) judgement.accept(message);
  return JSON.parse(JSON.stringify(judgement.conclude({ endedBy: 'finished', problems: [] })));
}

function page(report = sample(), digest = FACTS.catalogue.digest): string {
  return [...renderHtml(report, { catalogue: { ...FACTS.catalogue, digest }, steps: new Map() }, FILES)].join('');
}

describe('renderHtml', () => {
  it('says the result first, then what failed, then the rest', () => {
    const text = page();
    const order = ['Non-conformant', 'What these numbers count', 'What failed', 'What was not judged', 'By family', 'Every rule'].map(
      (words) => text.indexOf(words),
    );
    expect(order)
      .to.deep.equal([...order].sort((a, b) => a - b))
      .and.not.include(-1);
    expect(text).to.contain('1 of 3 required rules held; 1 failed; 1 was not judged. 3 scenarios in all.');
  });

  it('tells of each rule what it says, where it comes from, and how to repeat it', () => {
    const text = page();
    for (const { id } of RULES) {
      expect(text).to.contain(`<details class="rule" id="${id}"`).and.contain(`<p class="statement">The statement of ${id}</p>`);
      expect(text).to.contain(`npx fwctl-conformance run --seed 1 --rule ${id}`).and.contain(`--broken forgets-${id}`);
    }
    expect(text).to.contain(
      '<li>what a scope allows <span class="quiet">Oded Gabbay, &quot;Re: [PATCH v2 5/8] fwctl: FWCTL_RPC&quot;, 7 August 2024, enum fwctl_rpc_scope</span></li>',
    );
    expect(text).to.contain('<mark>EPERM</mark>').and.contain('<mark>success</mark>');
  });

  it('tells rules of which nothing ran, and those that do not apply, by their reason', () => {
    const text = page(JSON.parse(JSON.stringify(undecidedReport())));
    expect(text).to.contain('What did not run <span class="count">2</span>').and.contain('<summary>2 rules: no scenario ran</summary>');
    expect(text).to.contain('What does not apply <span class="count">1</span>').and.contain('<summary>1 rule: has none</summary>');
    expect(text).not.to.contain('id="broken"');
  });

  it('tells of a known failure what did not hold', () => {
    const text = page(JSON.parse(JSON.stringify(waivedReport())));
    expect(text).to.match(/What failed and is waived.*<h3><a href="#rpc-b">.*<mark>EPERM<\/mark>.*<mark>success<\/mark>.*Waivers/s);
  });

  it('says of a report without rules that no rule applies', () => {
    const report = sample();
    const counts = { ...report.counts, required: 0, executed: 0, passed: 0, failed: 0, notTestable: 0 };
    expect(page({ ...report, counts, rules: [] })).to.contain('No rule applies. 0 scenarios in all.');
  });

  it('counts no scenario of a family that does not apply', () => {
    const report = sample();
    const rules = report.rules.map((rule) => ({ ...rule, verdict: 'not-applicable' as const }));
    expect(page({ ...report, rules }))
      .to.contain('0 scenarios in all')
      .and.match(/#family-taint">taint<\/a><\/th><td class="[a-z-]+">1<\/td><td>1<\/td><td>0<\/td>/);
  });

  it('does not tell the rules of another kit as those that judged', () => {
    const text = page(sample(), 'another');
    expect(text).to.contain('Other rules judged').and.not.contain('The statement of');
  });

  it('allows its own style and scripts, and nothing else', () => {
    const text = page();
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    const hashes = [FILES.style, ...FILES.scripts].map((file) => `'sha256-${createHash('sha256').update(file).digest('base64')}'`);
    expect(policy.replaceAll('&#39;', "'").split('; ')).to.deep.equal([
      "default-src 'none'",
      `style-src ${hashes[0]}`,
      `script-src ${hashes[1]} ${hashes[2]}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text).not.to.match(/\s(?:on\w+|style)=|\s(?:src|href)="(?!#)/);
  });

  it('packs what the scenarios did in letters that are no markup', () => {
    const packed = [...page().matchAll(/<script type="text\/plain" id="data-of-rule-(\d+)">([^<]*)<\/script>/g)];
    expect(packed.map(([, index]) => index)).to.deep.equal(['0', '1', '2']);
    for (const [, , data = ''] of packed) {
      expect(data).to.match(/^[A-Za-z0-9+/=]+$/);
      expect(JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString())[0]).to.include.keys('verdict', 'looks', 'calls');
    }
  });
});
