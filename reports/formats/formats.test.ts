import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { Judgement } from '../document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from '../document/message-stream.testing.js';
import type { Report } from '../document/report.js';
import { anyReport, undecidedReport, waivedReport } from '../document/report.testing.js';
import { writeJson } from './json.js';
import { renderJunit } from './junit.js';
import { renderText } from './text.js';
import { WIDTH } from './wrap.js';

const HOSTILE = `\u001b[31m\u202e${'long'.repeat(60)} <&"']]> \u0000 \ud800 é漢字`;

function sample(): Report {
  const rules = ['taint-full', 'rpc-a', 'rpc-b', `scope-${'very-long-'.repeat(12)}id`, 'uapi-c'].map((id) =>
    ruleOf(id, { title: `${id} ${HOSTILE}` }),
  );
  const judgement = new Judgement(
    factsOf(rules, { subject: { kind: 'broken', name: HOSTILE, version: '1', capabilities: [], honesty: [] } }),
    {
      clock: () => new Date(0),
    },
  );
  const stream = streamOf([
    {
      rule: 'taint-full',
      steps: [{ status: 'FAILED', type: 'AssertionError', message: HOSTILE }],
      evidence: { expectations: [{ ...UNMET, actual: HOSTILE }] },
    },
    { rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } },
    { rule: 'rpc-b', steps: [{ status: 'FAILED', type: 'Error', message: HOSTILE }] },
    { rule: 'uapi-c', steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-log' } },
  ]);
  for (const message of stream) judgement.accept(message);
  return judgement.conclude({ endedBy: 'finished', problems: [HOSTILE] });
}

describe('renderText', () => {
  const text = renderText(sample());

  it('fits its columns whatever a subject says', () => {
    expect(text.split('\n').filter((line) => [...line].length > WIDTH)).to.deep.equal([]);
  });

  it('names every rule that a real device was spared, once', () => {
    const ids = ['driver-a', 'driver-b', 'driver-c', 'driver-d'];
    const facts = factsOf(
      ids.map((id) => ruleOf(id)),
      { selection: { rules: [], devices: [], shard: null, leftOut: ids } },
    );
    const spared = renderText(new Judgement(facts).conclude({ endedBy: 'finished', problems: [] }));
    for (const id of ids) expect(spared.split(id)).to.have.length(2);
    expect(spared).to.contain('left out, since they may leave a trace').and.contain('--destructive RULE');
    expect(text).not.to.contain('left out');
  });

  it('tells in a line of rules that came to the same, for the same reason', () => {
    const text = renderText(undecidedReport());
    expect(text).to.contain('- not judged: rpc-c, rpc-d: no scenario ran\n').and.contain('- not applicable: rpc-na: has none\n');
    expect(text).to.contain('run       complete, 2 of 6 rules judged');
  });

  it('tells of a known failure what did not hold, and of its waiver where it is spoken of', () => {
    const text = renderText(waivedReport());
    expect(text).to.match(/≈ .*\n {2}rule {6}rpc-b \(MUST, known-failure\)\n.* {2}expected {2}EPERM\n {2}actual {4}success\n/s);
    expect(text).to.contain('  link      https://lore.kernel.org/r/1\n');
  });

  it('tells of the families that were asked for', () => {
    expect(text).to.contain('of   2 rules passed');
    const facts = factsOf(
      ['rpc-a', 'rpc-b', 'uapi-c'].map((id) => ruleOf(id)),
      { selection: { rules: ['rpc-b'], devices: [], shard: null, leftOut: [] } },
    );
    const chosen = renderText(new Judgement(facts).conclude({ endedBy: 'finished', problems: [] }));
    expect(chosen.match(/^ {2}\w+ +\d+ of +\d+ rules passed.*$/gm)).to.deep.equal(['  rpc    0 of   2 rules passed, 0 scenarios']);
  });

  it('lets no control character through', () => {
    expect(text).to.not.match(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  });

  it('says the result before anything else, and what to try for a failure', () => {
    expect(text.indexOf('inconclusive')).to.be.lessThan(text.indexOf('✖'));
    expect(text).to.contain('expected').and.contain('EPERM').and.contain('npx fwctl-conformance explain taint-full');
  });
});

describe('writeJson', () => {
  it('writes the same document that it was given, the digest of its time, and of all else that is before its footer', () => {
    const report = sample();
    const text = [...writeJson(report)].join('');
    const before = text.slice(0, text.lastIndexOf('  "footer": {')).replace(/,\n {2}"time": \{[^}]*\}/, '');
    const digest = (of: string): string => createHash('sha256').update(of).digest('hex');
    const { footer, time, ...rest }: Report = JSON.parse(JSON.stringify(report));
    const timed = { ...time, sha256: digest(JSON.stringify(time)) };
    expect(JSON.parse(text)).to.deep.equal({ ...rest, time: timed, footer: { ...footer, sha256: digest(before) } });
  });

  it('cannot be read when its end is missing', () => {
    const pieces = [...writeJson(sample())];
    expect(() => JSON.parse(pieces.slice(0, -1).join(''))).to.throw(SyntaxError);
  });
});

describe('renderJunit', () => {
  const xml = renderJunit(sample());

  it('tells violations, mishaps and what was not tried apart', () => {
    expect(xml.match(/<failure /g)).to.have.length(1);
    expect(xml.match(/<error /g)).to.have.length(3);
    expect(xml.match(/<skipped /g)).to.have.length(1);
  });

  it('holds no character that XML forbids', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the forbidden ones
    expect(xml).to.not.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });

  it('is well-formed, with the tests that it counts, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderJunit(report);
        const rest = text.replaceAll(/<\?xml[^<>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?>/g, '');
        expect(rest).to.not.match(/[<>]|&(?!(?:lt|gt|amp|quot|apos);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the forbidden ones
        expect(text).to.not.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(/<testsuites [^>]*tests="(\d+)"/.exec(text)?.[1]).to.equal(`${text.match(/<testcase /g)?.length}`);
      }),
    );
  });

  it('has neither a failure nor an error only when the subject conforms and no scenario broke', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const conforms = report.result === 'conformant' || report.result === 'conformant-with-waivers';
        const broke = report.rules.some(({ scenarios }) => scenarios.some(({ verdict }) => verdict === 'broken'));
        const text = renderJunit(report);
        expect(/<(?:failure|error)\b/.test(text)).to.equal(!conforms || broke);
        expect(/<testsuites [^>]*failures="0" errors="0"/.test(text)).to.equal(conforms && !broke);
      }),
    );
  });
});
