import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readHistory } from './history.js';

const commit = (hash: string, ...lines: readonly string[]): string =>
  [
    `\x1e${hash}\x1f2026-01-0${hash.length}\x1fCommit ${hash}`,
    '',
    'diff --git a/x b/x',
    '--- a/x',
    '+++ b/x',
    '@@ -1 +1 @@',
    ...lines,
    '',
  ].join('\n');

const told = (...commits: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...readHistory(commits.join(''))].map(([id, changes]) => [id, changes.map((change) => change.commit)]));

describe('the history of a rule', () => {
  it('has its date and subject', () => {
    expect(readHistory(commit('a', '+- id: tea-hot')).get('tea-hot')).to.deep.equal([
      { commit: 'a', date: '2026-01-01', subject: 'Commit a' },
    ]);
  });

  it('begins where it was written, and knows each change of its record', () => {
    const before = ['+- id: tea-hot', '+  level: MUST', '+- id: tea-wet', '+  level: MUST'];
    const change = [' - id: tea-hot', '-  level: MUST', '+  level: MAY', ' - id: tea-wet', '   level: MUST'];
    expect(told(commit('a', ...before), commit('bb', ...change))).to.deep.equal({ 'tea-hot': ['a', 'bb'], 'tea-wet': ['a'] });
  });

  it('knows the changes of its scenarios', () => {
    const lines = ['   @must @tea-hot', '   Rule: Tea is hot', '   @should @tea-wet', '   Rule: Tea is wet', '+    Example: Rain'];
    expect(told(commit('a', ...lines))).to.deep.equal({ 'tea-wet': ['a'] });
  });

  it('takes a rule that moved for the same', () => {
    const moved = ['-- id: tea-hot', '-  level: MUST', '-', ' - id: tea-wet', '   level: MUST', '+', '+- id: tea-hot', '+  level: MUST'];
    expect(told(commit('a', ...moved))).to.deep.equal({});
  });

  it('begins anew with each file', () => {
    const second = ['diff --git a/y b/y', '--- a/y', '+++ b/y', '@@ -1 +1 @@', '+Feature: Tea'];
    expect(told(commit('a', ' - id: tea-hot', ...second))).to.deep.equal({});
  });
});
