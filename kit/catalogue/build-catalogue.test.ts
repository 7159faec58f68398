import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type BuildResult, buildCatalogue, type SourceText } from './build-catalogue.js';
import { PACKAGE_ROOT } from './load.js';
import { describeProblem } from './problem.js';

const SCHEMA: object = JSON.parse(readFileSync(new URL('kit/catalogue/rules-schema.json', PACKAGE_ROOT), 'utf8'));
const RULES = 'features/tea/rules.yaml';
const FEATURE = 'features/tea/tea.feature';

const RECORD = `- id: tea-hot
  level: MUST
  statement: The tea that is served to a caller is hot.
  sources:
    - document: tea.c
      where: tea_pour
  needs: [device-plain]
`;
const GHERKIN = `Feature: Tea

  Background:
    Then the kettle is on

  @must @tea-hot
  Rule: Tea is hot

    Example: A cup
      When the caller asks for tea
      Then it is hot
      And it steams

    Example: A cup of <kind>
      When the caller asks for <kind>
      Then it is hot

      Examples:
        | kind  |
        | black |
        | green |
`;
const SENTENCES = new Map([['tea-hot', [{ document: 'tea.rst', where: 'Tea', about: 'how tea is served', sha256: 'f00d' }]]]);
const BROKEN = [{ name: 'cold-tea', rule: 'tea-hot', at: 'reference-impl/broken/cold-tea.ts:1' }];

function build(record = RECORD, gherkin = GHERKIN, broken: Parameters<typeof buildCatalogue>[2] = BROKEN): BuildResult {
  return buildOf([text(FEATURE, gherkin), text(RULES, record)], broken);
}
function buildOf(sources: readonly SourceText[], broken: Parameters<typeof buildCatalogue>[2] = []): BuildResult {
  return buildCatalogue('test', sources, broken, SCHEMA, SENTENCES);
}
function text(path: string, content: string): SourceText {
  return { path, text: content };
}
/** What is refused, as `path:line expected / received`. */
function problems(result: BuildResult): readonly string[] {
  return result.kind === 'built' ? [] : result.problems.map(({ at, expected, received }) => `${at} ${expected} / ${received}`);
}
/** Replaces what must be there, so that a test cannot pass by changing nothing. */
function change(where: string, from: string, to: string): string {
  expect(where).to.include(from);
  return where.replace(from, to);
}
function one(result: BuildResult, at: string, words: string): void {
  const found = problems(result);
  expect(found, found.join('\n')).to.have.lengthOf(1);
  expect(found[0])
    .to.match(new RegExp(`^${at} `))
    .and.include(words);
}

describe('the catalogue that is built', () => {
  it('joins record, Gherkin Rule and broken subject', () => {
    const result = build();
    expect(problems(result)).to.deep.equal([]);
    expect(result)
      .to.have.nested.property('catalogue.rules')
      .that.deep.equals([
        {
          id: 'tea-hot',
          family: 'tea',
          level: 'MUST',
          title: 'Tea is hot',
          statement: 'The tea that is served to a caller is hot.',
          sources: [{ document: 'tea.c', where: 'tea_pour' }],
          sentences: [{ document: 'tea.rst', where: 'Tea', about: 'how tea is served', sha256: 'f00d' }],
          accepted: [],
          needs: ['device-plain'],
          scenarios: [
            { name: 'A cup', location: `${FEATURE}:9` },
            { name: 'A cup of black', location: `${FEATURE}:20` },
            { name: 'A cup of green', location: `${FEATURE}:21` },
          ],
          broken: ['cold-tea'],
        },
      ]);
  });
  it('allows a rule that no broken subject violates', () => {
    expect(build(RECORD, GHERKIN, []))
      .to.have.nested.property('catalogue.rules[0].broken')
      .that.deep.equals([]);
  });
  it('has a digest that knows each text, and not the order of finding', () => {
    const digest = (result: BuildResult): string => (result.kind === 'built' ? result.catalogue.digest : problems(result).join());
    expect(digest(build())).to.match(/^[0-9a-f]{64}$/);
    expect(digest(buildOf([text(RULES, RECORD), text(FEATURE, GHERKIN)]))).to.equal(digest(build()));
    expect(digest(build(RECORD, change(GHERKIN, 'it steams', 'it fumes')))).not.to.equal(digest(build()));
    expect(digest(build(change(RECORD, 'tea_pour', 'tea_fill')))).not.to.equal(digest(build()));
  });
});

describe('a record that is refused', () => {
  const second = change(RECORD, 'tea-hot', 'tea-wet');
  const secondRule = `${GHERKIN}\n${change(change(GHERKIN.slice(GHERKIN.indexOf('  @must')), 'tea-hot', 'tea-wet'), 'Tea is hot', 'Tea is wet')}`;

  const badFields: readonly (readonly [string, string, string, string])[] = [
    ['a level that there is not', 'level: MUST', 'level: SHALL', 'level'],
    ['a field that there is not', 'level: MUST', 'level: MUST\n  colour: red', 'colour'],
    ['no sources', '    - document: tea.c\n      where: tea_pour\n', '    []\n', 'sources'],
    ['a source without a place', '      where: tea_pour\n', '', 'where'],
    ['an accepted outcome that is no text', 'needs:', 'accepted: [5]\n  needs:', 'accepted'],
    ['an unknown capability', 'device-plain', 'device-teapot', 'device-teapot'],
  ];
  for (const [what, from, to, words] of badFields) it(`has ${what}`, () => one(build(change(RECORD, from, to)), `${RULES}:1`, words));

  it('is no YAML', () => one(build(change(RECORD, 'tea.c', 'tea: c')), `${RULES}:5`, 'YAML'));
  it('has no Gherkin Rule', () => one(build(RECORD + change(second, 'is hot', 'is wet')), `${RULES}:8`, '@tea-wet'));
  it('has the id of another', () => {
    one(build(RECORD + change(RECORD, 'is hot', 'is very hot')), `${RULES}:8`, 'only one id');
  });
  it('has the statement of another', () => one(build(RECORD + second, secondRule), `${RULES}:8`, 'only one statement'));
  it('has an id of another family', () => {
    const found = problems(build(change(RECORD, 'tea-hot', 'milk-hot'), change(GHERKIN, 'tea-hot', 'milk-hot'), []));
    expect(found.map((line) => line.split(' ')[0])).to.have.members([`${RULES}:1`, `${FEATURE}:7`]);
  });
});

describe('a Gherkin Rule that is refused', () => {
  const taggings: readonly (readonly [string, string])[] = [
    ['no tags', ''],
    ['no level', '@tea-hot'],
    ['no rule id', '@must'],
    ['two levels', '@must @may @tea-hot'],
    ['two rule ids', '@must @tea-hot @tea-wet'],
  ];
  for (const [what, tags] of taggings) {
    it(`has ${what}`, () => {
      const found = problems(build(RECORD, change(GHERKIN, '@must @tea-hot', tags)));
      expect(found[0]).to.match(new RegExp(`^${FEATURE}:7 .*one rule id`));
    });
  }
  it('has another level than its record', () => one(build(RECORD, change(GHERKIN, '@must', '@may')), `${FEATURE}:7`, 'MUST / MAY'));
  it('has no record', () => {
    const added = `${GHERKIN}\n  @must @tea-wet\n  Rule: Tea is wet\n\n    Example: Rain\n      Then it is wet\n`;
    one(build(RECORD, added), `${FEATURE}:24`, 'tea-wet');
  });
  it('has no scenario', () => {
    one(build(RECORD, GHERKIN.slice(0, GHERKIN.indexOf('    Example:'))), `${FEATURE}:7`, 'at least one scenario');
  });
  it('has the title of another', () => {
    const added = `${GHERKIN}\n  @must @tea-wet\n  Rule: Tea is hot\n\n    Example: Rain\n      Then it is wet\n`;
    const records = RECORD + change(change(RECORD, 'tea-hot', 'tea-wet'), 'is hot', 'is wet');
    one(build(records, added), `${FEATURE}:24`, 'only one title');
  });
  it('stands a second time', () => {
    const added = `${GHERKIN}\n  @must @tea-hot\n  Rule: Tea is wet\n\n    Example: Rain\n      Then it is wet\n`;
    one(build(RECORD, added), `${FEATURE}:24`, 'of that id');
  });
});

describe('a scenario that is refused', () => {
  it('stands outside of a Rule', () => {
    const stray = '  Example: Stray\n    Then it is hot\n\n  @must @tea-hot';
    one(build(RECORD, change(GHERKIN, '  @must @tea-hot', stray)), `${FEATURE}:6`, 'inside a Rule');
  });
  it('has no steps', () => {
    one(build(RECORD, change(GHERKIN, '    Example: A cup\n', '    Example: Nothing\n\n    Example: A cup\n')), `${FEATURE}:9`, 'one step');
  });
  it('has no Then, whatever the Background has', () => {
    const without = change(GHERKIN, '      Then it is hot\n      And it steams\n', '      And waits\n');
    one(build(RECORD, without), `${FEATURE}:9`, 'with a Then');
  });
  it('goes on with the Then of the Background', () => {
    const without = change(GHERKIN, '      When the caller asks for tea\n      Then it is hot\n', '');
    one(build(RECORD, without), `${FEATURE}:9`, 'with a Then');
  });
  it('is an outline without rows', () => {
    const without = change(change(GHERKIN, '        | black |\n', ''), '        | green |\n', '');
    one(build(RECORD, without), `${FEATURE}:14`, 'one row of Examples');
  });
});

describe('a misspelt keyword', () => {
  const after: readonly (readonly [string, string, number])[] = [
    ['Feature: Tea\n', 'Bakground:', 2],
    ['  Rule: Tea is hot\n', 'Exmaple: Lost', 8],
    ['  Rule: Tea is hot\n', 'Scenaro Outline: Lost', 8],
    ['    Example: A cup\n', 'Senario: Lost', 10],
    ['      Examples:\n', 'Exampels:', 19],
  ];
  for (const [line, word, at] of after) {
    it(`is seen in "${word}" after "${line.trim()}"`, () => {
      one(build(RECORD, change(GHERKIN, line, `${line}    ${word}\n`)), `${FEATURE}:${at}`, word);
    });
  }
  it('is not seen in prose', () => {
    const prose = 'Feature: Tea\n  The rule: none. It is served in cups.\n  Warning: hot.\n';
    expect(problems(build(RECORD, change(GHERKIN, 'Feature: Tea\n', prose)))).to.deep.equal([]);
  });
  it('that Gherkin itself refuses has its own line', () => {
    const wrong = change(GHERKIN, '      And it steams\n', '      And it steams\n    Exmaple: Lost\n');
    one(build(RECORD, wrong), `${FEATURE}:13`, 'Exmaple');
  });
});

describe('a catalogue that looked at nothing', () => {
  it('is refused when there is no file', () => one(buildOf([]), 'features:1', 'at least one rule'));
  it('is refused when rules.yaml is empty', () => {
    expect(problems(buildOf([text(RULES, '')])).join())
      .to.include(`${RULES}:1`)
      .and.include('at least one rule');
  });
  it('is refused when a feature has no Rule', () => {
    one(
      buildOf([text(FEATURE, GHERKIN), text(RULES, RECORD), text('features/tea/z.feature', 'Feature: Z\n')]),
      'features/tea/z.feature:1',
      'one Rule',
    );
    one(buildOf([text(FEATURE, GHERKIN), text(RULES, RECORD), text('features/tea/z.feature', '')]), 'features/tea/z.feature:1', 'one Rule');
  });
});

describe('a broken subject that is refused', () => {
  const at = 'reference-impl/broken/x.ts:1';
  it('names a rule that there is not', () => one(build(RECORD, GHERKIN, [{ name: 'x', rule: 'tea-wet', at }]), at, 'tea-wet'));
  it('names no rule', () => one(build(RECORD, GHERKIN, [{ name: 'x', rule: undefined, at }]), at, 'nothing'));
});

describe('what is said of problems', () => {
  it('names all of them', () => {
    const wrong = change(change(GHERKIN, '@must', '@may'), '      Then it is hot\n      And it steams\n', '');
    expect(problems(build(RECORD, wrong, [{ name: 'x', rule: 'tea-wet', at: 'x.ts:1' }]))).to.have.lengthOf(3);
  });
  it('says what was expected, what came and what to do', () => {
    const lines = describeProblem({ at: 'a:1', expected: 'tea', received: 'milk', attempt: 'boil' }).split('\n');
    expect(lines).to.deep.equal(['a:1', '  expected  tea', '  received  milk', '  try       boil']);
  });
});
