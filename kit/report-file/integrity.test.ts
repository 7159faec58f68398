import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Judgement } from '../../reports/document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf } from '../../reports/document/message-stream.testing.js';
import { writeJson } from '../../reports/formats/json.js';
import { KitError } from '../errors.js';
import { parseReport } from './load.js';

function textOf(title = 'a title'): string {
  const judgement = new Judgement(factsOf([ruleOf('rpc-a', { title }), ruleOf('rpc-b')]), { clock: () => new Date(0) });
  const evidence = { expectations: [HELD], calls: [{ op: 'boot', takes: {}, outcome: null }] };
  for (const message of streamOf([{ rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence }])) judgement.accept(message);
  return [...writeJson(judgement.conclude({ endedBy: 'finished', problems: [] }))].join('');
}

/** What is found in the text, whether it can be read or not; null when nothing is. */
function found(text: string): string | null {
  try {
    const read = parseReport(text, 'report.json');
    return read.kind === 'cut-short' ? read.where : (read.findChange()?.where ?? null);
  } catch (error) {
    if (error instanceof KitError) return error.message;
    throw error;
  }
}

describe('findChange', () => {
  const text = textOf();

  it('finds nothing in what a run wrote', () => {
    expect(found(text)).to.equal(null);
  });

  it('finds nothing where a text holds what elsewhere ends a line', () => {
    const title = 'one\u2028two\u2029three\u0085four\rfive';
    const read = parseReport(textOf(title), 'report.json');
    expect(read.kind === 'whole' && read.report.rules[0]?.title).to.equal(title);
    expect(found(textOf(title))).to.equal(null);
  });

  it('says on which line a digest is another one', () => {
    const lines = text.split('\n');
    for (const before of ['"milliseconds"', '"rulesInSet"']) {
      const line = lines.findIndex((one) => one.includes(before)) + 1;
      const changed = lines.with(line, (lines[line] ?? '').replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`)).join('\n');
      expect(found(changed)).to.equal(`report.json:${line + 1}`);
    }
  });

  it('finds every byte that was changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.integer({ min: 32, max: 126 }), (at, code) => {
        const character = String.fromCharCode(code);
        fc.pre(character !== text[at]);
        expect(found(`${text.slice(0, at)}${character}${text.slice(at + 1)}`)).to.not.equal(null);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('finds what is laid out anew, what stands behind the end, and a digest that was left out', () => {
    expect(found(JSON.stringify(JSON.parse(text)))).to.not.equal(null);
    expect(found(`${text} `)).to.not.equal(null);
    expect(found(text.replace(/,\s+"sha256": "\w+"(?=\s+\}\s+\}\s+$)/, ''))).to.equal('report.json');
  });

  it('says where', () => {
    expect(found(text.replace('  "seed"', '   "seed"'))).to.match(/^report\.json:\d+:3$/);
  });
});
