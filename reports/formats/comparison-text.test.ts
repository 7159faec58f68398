import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compare } from '../compare/compare.js';
import { Judgement } from '../document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from '../document/message-stream.testing.js';
import type { WrittenReport } from '../document/report.js';
import { renderComparison } from './comparison-text.js';
import { printableJson } from './printable.js';
import { WIDTH } from './wrap.js';

const HOSTILE = `\u001b[31m\u009b31m\u202e${'long'.repeat(60)} \u0000 \u2028 \ud800 \u{e0041} é漢字`;
const RULES = ['taint-full', 'rpc-a', 'rpc-b', 'rpc-c', 'rpc-d'].map((id) => ruleOf(`${id}${HOSTILE}`, { title: HOSTILE }));

function reportOf(fails: boolean, rules = RULES): WrittenReport {
  const name = fails ? HOSTILE : 'a';
  const facts = factsOf(rules, { subject: { kind: 'adapter', name, version: name, capabilities: [name], honesty: [] }, reproduce: name });
  const judgement = new Judgement({ ...facts, selection: { ...facts.selection, shard: fails ? '1/2' : null } });
  const ids = rules.slice(0, fails ? 1 : undefined).map(({ id }) => id);
  const end = fails ? ({ status: 'FAILED', type: 'AssertionError', message: HOSTILE } as const) : ({ status: 'PASSED' } as const);
  const evidence = { expectations: [fails ? { ...UNMET, actual: HOSTILE } : HELD] };
  for (const message of streamOf(ids.map((rule) => ({ rule, steps: [end], evidence })))) judgement.accept(message);
  return JSON.parse(JSON.stringify(judgement.conclude({ endedBy: 'finished', problems: fails ? [HOSTILE] : [] })));
}

describe('renderComparison', () => {
  const comparison = compare(reportOf(false), reportOf(true));
  const text = renderComparison(comparison);

  it('fits its columns whatever a report says', () => {
    expect(text.split('\n').filter((line) => [...line].length > WIDTH)).to.deep.equal([]);
  });

  it('lets no control character through, as text and as JSON', () => {
    for (const told of [text, printableJson(comparison)]) expect(told).to.not.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(printableJson(comparison))).to.deep.equal(JSON.parse(JSON.stringify(comparison)));
  });

  it('says the result first, and tells together what has one reason', () => {
    expect(text.indexOf('result: conformant, now inconclusive: worse')).to.be.within(0, text.indexOf('✖'));
    expect(text).to.contain('4 rules: passed, now not-testable').and.contain('and 1 more');
  });
});
