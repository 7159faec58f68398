import { describe, it } from 'node:test';
import { expect } from 'chai';
import { LINUX_FINDINGS } from '../checks/findings.js';
import { rulesOf } from './book.js';
import { teaRule } from './book.testing.js';
import { readFindings } from './findings.js';
import { makeBook, readBook, type Sources } from './read-book.js';

const README =
  '# The rules\n\n| family | about |\n| --- | --- |\n| `tea` | what is drunk |\n\n## Words\n\n| word | meaning |\n| --- | --- |\n| pot | it |\n';
const feature = (name: string, id: string): string =>
  `Feature: ${name}\n\n  First\n  paragraph.\n\n  Second.\n\n  Background:\n    Given a kettle\n\n  @must @${id}\n  Rule: ${id}\n\n    Example: A cup\n      Then it is hot\n`;

function sources(change: Partial<Sources> = {}): Sources {
  const rules = ['tea-second', 'tea-first'].map((id) => ({ ...teaRule({ id }), broken: ['cold-tea'] }));
  return {
    catalogue: { name: 'linux-7.2', rules: rules.reverse() },
    features: new Map([
      ['features/tea/a.feature', feature('A', 'tea-second')],
      ['features/tea/b.feature', feature('B', 'tea-first')],
    ]),
    readme: README,
    findings: [],
    broken: [{ name: 'cold-tea', summary: 'Cold.' }],
    ...change,
  };
}

describe('the book that is made', () => {
  it('has its families and words from the README', () => {
    const { chapters, words } = makeBook(sources());
    expect(chapters.map(({ family, about }) => [family, about])).to.deep.equal([['tea', 'what is drunk']]);
    expect(words).to.deep.equal([{ word: 'pot', meaning: 'it' }]);
  });

  it('has its sections in the order of rules.yaml, with their paragraphs', () => {
    const [chapter] = makeBook(sources()).chapters;
    expect(chapter?.sections.map(({ title, id }) => [title, id])).to.deep.equal([
      ['B', 'tea-b'],
      ['A', 'tea-a'],
    ]);
    expect(chapter?.sections[0]).to.deep.include({
      prose: ['First paragraph.', 'Second.'],
      background: [{ keyword: 'Given', text: 'a kettle' }],
    });
  });

  it('tells what breaks a rule', () => {
    expect(rulesOf(makeBook(sources()))[0]?.broken).to.deep.equal([{ name: 'cold-tea', summary: 'Cold.' }]);
  });

  it('refuses a family that the README does not have', () => {
    expect(() => makeBook(sources({ readme: README.replace('`tea`', '`milk`') }))).to.throw('not in the table of features/README.md: tea');
  });

  it('refuses a family of the README that has no rules', () => {
    expect(() => makeBook(sources({ readme: README.replace('| `tea`', '| `milk` | it |\n| `tea`') }))).to.throw('without rules: milk');
  });

  it('refuses a finding about a rule that there is not', () => {
    expect(() => makeBook(sources({ findings: [{ title: 'Cold', rule: 'tea-cold', facts: [] }] }))).to.throw('no rule: tea-cold');
  });
});

describe('docs/linux-findings.md', () => {
  it('tells every finding that the comparison with Linux knows', async () => {
    const told = rulesOf(await readBook()).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(told).to.have.members(LINUX_FINDINGS.map(({ rule }) => rule));
  });

  it('has to name the rule of each finding', () => {
    expect(() => readFindings('# Findings\n\n## Cold\n\n| | |\n| --- | --- |\n| seen on | a cup |\n')).to.throw('"Cold": expected a table');
  });
});
