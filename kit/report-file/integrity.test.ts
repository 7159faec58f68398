import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Judgement } from '../../reports/document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf } from '../../reports/document/message-stream.testing.js';
import { writeJson } from '../../reports/formats/json.js';
import { KitError } from '../errors.js';
import { findChange } from './integrity.js';
import { parseReport } from './load.js';

function textOf(): string {
  const judgement = new Judgement(factsOf([ruleOf('rpc-a'), ruleOf('rpc-b')]), { clock: () => new Date(0) });
  const evidence = { expectations: [HELD], calls: [{ op: 'boot', takes: {}, outcome: null }] };
  for (const message of streamOf([{ rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence }])) judgement.accept(message);
  return [...writeJson(judgement.conclude({ endedBy: 'finished', problems: [] }))].join('');
}

/** What is found in the text, whether it can be read or not; null when nothing is. */
function found(text: string): string | null {
  try {
    const read = parseReport(text, 'report.json');
    return read.kind === 'cut-short' ? read.where : (findChange(text, 'report.json', read.report)?.where ?? null);
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
