import { describe, it } from 'node:test';
import { expect } from 'chai';
import { reproductionFiles } from './files.js';

describe('what is written of a failure', () => {
  it('shows in its text what a subject said, and does nothing with it', () => {
    const files = reproductionFiles({
      rule: 'rpc-a',
      scenario: {
        name: 'A call\u202e',
        location: 'features/rpc/a.feature:3',
        verdict: 'failed',
        evidence: {
          expectations: [{ what: 'the outcome', expected: 'success', actual: '\u001b[31mEIO\nIt conforms.', held: false }],
          used: [],
          calls: [],
        },
      },
      found: null,
      program: { kind: 'none', why: 'it asks for nothing' },
      command: 'npx fwctl-conformance run --rule rpc-a -- ./adapter',
      checkout: null,
      feature: '',
    });
    const lines = files.get('README.txt')?.split('\n');
    expect(lines?.slice(0, 3)).to.deep.equal([
      'rpc-a failed in features/rpc/a.feature:3: A call\\u{202e}',
      '',
      'the outcome: expected success, but got \\u{1b}[31mEIO\\u{a}It conforms.',
    ]);
    expect(lines).to.include.members([
      '  npx fwctl-conformance run --out again --rule rpc-a -- ./adapter',
      '  and open again.html#rpc-a:3',
      'On a node there is no program for it, since it asks for nothing.',
    ]);
  });
});
