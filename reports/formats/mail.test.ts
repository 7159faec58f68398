import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Report } from '../document/report.js';
import { anyReport, failingReport, undecidedReport, waivedReport } from '../document/report.testing.js';
import { contradictionIn, contradictionTo } from './check-mail.js';
import { renderMail } from './mail.js';
import { type MailText, readMail } from './read-mail.js';
import { LABEL, WIDTH } from './wrap.js';

const SHA256 = '0123456789abcdef'.repeat(4);

function mailIn(text: string): MailText {
  const found = readMail(text);
  if (found.kind === 'problem') throw new Error(`${found.line}: ${found.expected}, not ${found.received}`);
  return found.mail;
}

/** Below the result. */
const COUNT_LINES = 2;

/** What may become of a text on its way. */
type Journey = {
  readonly depth: number;
  readonly tight: boolean;
  readonly end: string;
  readonly trail: string;
  readonly before: string;
  readonly after: string;
};

const journey: fc.Arbitrary<Journey> = fc.record({
  depth: fc.nat(3),
  tight: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  trail: fc.constantFrom('', ' ', '  \t'),
  before: fc.constantFrom('', 'Hello,\n\nhere it is:\n'),
  after: fc.constantFrom('', '-- \nsomebody\n'),
});

function arrive(mail: string, { depth, tight, end, trail, before, after }: Journey): string {
  const marks = depth === 0 ? '' : `${Array.from({ length: depth }, () => '>').join(tight ? '' : ' ')} `;
  return `${before}${mail}${after}`
    .split('\n')
    .map((line) => `${marks}${line}${trail}`)
    .join(end);
}

/** The mail with one line changed, gone or twice; what comes after the last one is not of the text any more. */
function changed(mail: string, place: number, how: 'gone' | 'twice' | 'changed'): string {
  const lines = mail.split('\n');
  const full = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const index = full[place % (how === 'twice' ? full.length - 1 : full.length)] ?? 0;
  const line = lines[index] ?? '';
  const instead = { gone: [], twice: [line, line], changed: [line.replace(/\S(?=\s*$)/, (last) => (last === '7' ? '8' : '7'))] };
  return lines.toSpliced(index, 1, ...instead[how]).join('\n');
}

describe('the text of a report for a mail', () => {
  it('is ASCII that fits its columns, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = renderMail(report, SHA256).split('\n');
        expect(lines.filter((line) => line.length > WIDTH || !/^[ -~]*$/.test(line))).to.deep.equal([]);
        expect(lines.filter((line) => /^\s*::|##\w*\[|^(?:From |-- ?$|---)/.test(line))).to.deep.equal([]);
      }),
    );
  });

  it('begins with the result and the counts, and ends with the digest', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = renderMail(report, SHA256).trimEnd().split('\n');
        expect(lines[0]).to.equal(`fwctl-conformance result: ${report.result}`);
        expect(lines[1]).to.contain(`failed ${report.counts.failed}`);
        expect(lines.at(-1)).to.equal(`  ${SHA256}`);
      }),
    );
  });

  it('has the command that makes a page of its evidence', () => {
    const { fields } = mailIn(renderMail(failingReport(), SHA256));
    expect(fields.filter(({ label }) => label === 'page').map(({ text }) => text.replace('\\ ', ''))).to.deep.equal([
      'npx fwctl-conformance render report.json --format html --out report.html',
    ]);
  });

  it('leads from each scenario that failed to its calls on that page', () => {
    const { fields } = mailIn(renderMail(failingReport(), SHA256));
    expect(fields.filter(({ label }) => label === 'open').map(({ text }) => text)).to.deep.equal(['report.html#rpc-b:2']);
  });

  it('says why rules were not judged or do not apply, and how many were judged', () => {
    const text = renderMail(undecidedReport(), SHA256);
    expect(text).to.contain('n/a       1 rpc-na: has none').and.contain('untested  1 rpc-untested: not selected');
    expect(text).to.contain('broken    2 rules: no scenario ran').and.contain('run       complete, 2 of 6 rules judged');
  });

  it('tells of a known failure what did not hold', () => {
    const text = renderMail(waivedReport(), SHA256);
    expect(text).to.match(/ {2}waived {4}rpc-b \(MUST\)\n.* {2}expected {2}EPERM\n {2}actual {4}success\n.* {2}waiver {4}applied: rpc-b/s);
  });

  it('is read back as it was written, however a mail quoted it', () => {
    fc.assert(
      fc.property(anyReport, journey, (report, how) => {
        const mail = mailIn(arrive(renderMail(report, SHA256), how));
        expect(mail).to.include({ result: report.result, sha256: SHA256 });
        expect(mail.counts).to.deep.equal(report.counts);
        expect(contradictionIn(mail)).to.equal(null);
        expect(contradictionTo(report, SHA256, mail)).to.equal(null);
      }),
    );
  });

  it('is not held to its report when any line was changed, left out or said twice', () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.constantFrom('gone', 'twice', 'changed'), (report, place, how) => {
        const found = readMail(changed(renderMail(report, SHA256), place, how));
        expect(found.kind === 'problem' || contradictionTo(report, SHA256, found.mail) !== null).to.equal(true);
      }),
    );
  });

  it('says of a text of a mebibyte how long it is, and does not grow with it', () => {
    const long: Report = { ...failingReport(), problems: ['y'.repeat(1 << 20)] };
    expect(renderMail(long, SHA256)).to.contain('(1048576 characters').and.have.length.below(100_000);
  });
});

describe('readMail', () => {
  const report = failingReport();

  it('skips answers between the lines of a quoted mail', () => {
    const quoted = renderMail(report, SHA256).replace(/^/gm, '> ').replace('>   failed', 'Why this?\n\n>   failed');
    expect(contradictionTo(report, SHA256, mailIn(quoted))).to.equal(null);
  });

  it('reads behind a byte order mark', () => {
    const text = renderMail(report, SHA256);
    expect(mailIn(`\uFEFF${text}`)).to.deep.equal(mailIn(text));
  });

  it('refuses two results, an end that is missing, and what is no mail', () => {
    const mail = renderMail(report, SHA256);
    expect(readMail(mail + mail)).to.include({ kind: 'problem', expected: 'one result in a mail' });
    expect(readMail(mail.slice(0, -10)).kind).to.equal('problem');
    expect(readMail(mail.slice(0, 200)).kind).to.equal('problem');
    expect(readMail('')).to.include({ kind: 'problem', line: 1 });
  });
});

describe('contradictionIn', () => {
  it('sees each number, list and result that the rest of the mail does not bear out', () => {
    const mail = renderMail(failingReport(), SHA256);
    const forgeries = [
      mail.replace('result: non-conformant', 'result: conformant'),
      mail.replace('passed 1 ', 'passed 2 '),
      mail.replace('required 2', 'required 3'),
      mail.replace(/ {2}failed {4}[\s\S]*?\n\n/, ''),
      mail.replace('failed 1', 'failed 0').replace('executed 2', 'executed 1').replace('required 2', 'required 1'),
      mail.replace('complete, 2', 'not complete, aborted, 2'),
      mail.replace(/ {2}run .*\n/, ''),
    ];
    expect(new Set([mail, ...forgeries])).to.have.property('size', forgeries.length + 1);
    expect(contradictionIn(mailIn(mail))).to.equal(null);
    expect(forgeries.filter((forged) => contradictionIn(mailIn(forged)) === null)).to.deep.equal([]);
  });

  it('sees that a rule or a waiver was left out that the counts have', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyReport, fc.nat(), (report, place) => {
        const lines = renderMail(report, SHA256).split('\n');
        const counted = lines.flatMap((line, index) =>
          /^ {2}(?:failed|warned|waived|waiver|broken|untested|n\/a) /.test(line) && index > COUNT_LINES ? [index] : [],
        );
        const index = counted[place % counted.length];
        if (index === undefined || /^ {2}waiver {4}(?!applied)/.test(lines[index] ?? '')) return;
        const next = lines.findIndex((line, after) => after > index && !line.startsWith(' '.repeat(LABEL)));
        tried += 1;
        expect(contradictionIn(mailIn(lines.toSpliced(index, next - index).join('\n')))).to.not.equal(null);
      }),
    );
    expect(tried).to.be.greaterThan(20);
  });
});
