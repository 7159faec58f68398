import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Report, RuleReport } from '../document/report.js';
import { anyReport, failingReport, undecidedReport } from '../document/report.testing.js';
import { renderGithubAnnotations } from './github-annotations.js';
import { renderGithubSummary } from './github-summary.js';

const SHA256 = '0123456789abcdef'.repeat(4);
const MEBIBYTE = 1 << 20;

type Annotation = { readonly kind: string; readonly title: string; readonly message: string };

/** As the runner reads a command; null for what it would print. */
function readCommand(line: string): Annotation | null {
  const found = /^::(\w+) title=([^:,]*)::(.*)$/.exec(line);
  if (found === null) return null;
  const [, kind = '', title = '', message = ''] = found;
  return { kind, title: decoded(title).replaceAll('%3A', ':').replaceAll('%2C', ','), message: decoded(message) };
}

function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function conforms({ result }: Report): boolean {
  return result === 'conformant' || result === 'conformant-with-waivers';
}

/** So many rules that failed as one did. */
function failing(number: number, changes: (index: number) => Partial<RuleReport> = () => ({})): Report {
  const report = failingReport();
  const [, failed] = report.rules;
  if (failed === undefined) throw new Error('no rule failed');
  return { ...report, rules: Array.from({ length: number }, (_, index) => ({ ...failed, id: `rpc-${index}`, ...changes(index) })) };
}

describe('a report as annotations for GitHub', () => {
  it('is one command a line, with the result first, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = renderGithubAnnotations(report).trimEnd().split('\n');
        const annotations = lines.map(readCommand);
        expect(annotations).to.not.include(null);
        expect(annotations[0]).to.include({ kind: conforms(report) ? 'notice' : 'error', title: 'fwctl-conformance' });
        expect(lines).to.have.length(1 + report.counts.failed + report.counts.warned);
        const errors = annotations.filter((one) => one?.kind === 'error').length;
        expect(errors).to.equal(report.counts.failed + (conforms(report) ? 0 : 1));
      }),
    );
  });

  it('tells ten of a kind and how many there are more, as GitHub shows no more', () => {
    const lines = renderGithubAnnotations(failing(9)).trimEnd().split('\n');
    expect(lines).to.have.length(10);
    expect(lines.at(-1)).to.contain('rpc-8');
    const cut = renderGithubAnnotations(failing(40)).trimEnd().split('\n');
    expect(cut).to.have.length(10);
    expect(readCommand(cut.at(-1) ?? '')).to.include({ kind: 'error', title: 'and 32 more' });
  });

  it('says what was expected, what came, and the command that repeats it', () => {
    const [, failure = ''] = renderGithubAnnotations(failingReport()).split('\n');
    expect(readCommand(failure)?.message)
      .to.contain('the outcome: expected EPERM, actual success\n')
      .and.match(/\nnpx fwctl-conformance run .*--rule rpc-b$/);
  });
});

/** All that the summary is made of, apart from words and from signs that are given by their number. */
const OURS = /^(?:## \S+ [-a-z]+: [a-z ,:]+|\|[-a-z 0-9|:]+\||### [A-Z][a-z ]+: \d+|)$/;
const PLAIN = String.raw`(?:[\p{L}\p{M}\p{N} ]|&#\d+;)*`;
const TOLD = new RegExp(
  [
    `(?:- |> |<pre>)?${PLAIN}(?:</pre>)?`,
    `${PLAIN} \\([a-z]+\\), judged by fwctl-conformance ${PLAIN} with the rules ${PLAIN}`,
    `\\*\\*${PLAIN}\\*\\* \\([A-Z]+\\): ${PLAIN}`,
    `- ${PLAIN} \\(${PLAIN}\\): ${PLAIN}`,
    `- ${PLAIN}: ${PLAIN}(?: \\(${PLAIN}, until ${PLAIN}\\))?`,
    `- ${PLAIN}: [a-z ]+, ${PLAIN} \\(${PLAIN}, until ${PLAIN}, ${PLAIN}\\)`,
    'SHA-256 of report.json: <code>[0-9a-f]{64}</code>',
    'There is more in report.json.',
  ]
    .map((form) => `^${form}$`)
    .join('|'),
  'u',
);

describe('a report as summary of a job on GitHub', () => {
  it('has no markup but its own, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = renderGithubSummary(report, SHA256).split('\n');
        expect(lines.filter((line) => !OURS.test(line) && !TOLD.test(line))).to.deep.equal([]);
        expect(lines.filter((line) => line.startsWith('## '))).to.have.length(1);
        expect(lines.filter((line) => line.startsWith('|'))).to.have.length(3);
      }),
    );
  });

  it('begins with the result, and with a sign of success only when the subject conforms', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderGithubSummary(report, SHA256);
        expect(text).to.match(new RegExp(`^## \\S+ ${report.result}: `));
        expect(text.includes('✅')).to.equal(conforms(report));
      }),
    );
  });

  it('tells in a line of rules that came to the same, for the same reason', () => {
    const text = renderGithubSummary(undecidedReport(), SHA256);
    expect(text).to.contain('### Broken: 2\n\n- rpc&#45;c and rpc&#45;d: no scenario ran\n');
    expect(text).to.contain('### Not applicable: 1\n\n- rpc&#45;na: has none\n');
  });

  it('stays below the mebibyte that GitHub shows, and says that there is more', () => {
    const text = renderGithubSummary(
      failing(2000, (index) => ({ title: `${'#'.repeat(2000)}${index}` })),
      SHA256,
    );
    expect(Buffer.byteLength(text)).to.be.lessThan(MEBIBYTE);
    expect(text).to.contain('There is more in report.json.').and.contain(SHA256);
  });
});
