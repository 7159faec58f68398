import type { Example, Section, ToldRule } from './book.js';

/** A rule about tea, for tests; `change` is what the test is about. */
export function teaRule(change: Partial<ToldRule> = {}): ToldRule {
  return {
    id: 'tea-hot',
    family: 'tea',
    level: 'MUST',
    title: 'Tea is hot',
    statement: 'The tea that is served to a caller is hot.',
    sources: [{ document: 'drivers/tea/pot.c', where: 'tea_pour' }],
    sentences: [{ document: 'drivers/tea/pot.c', where: 'tea_pour', about: 'how hot tea is', sha256: 'f00d' }],
    accepted: ['hot'],
    needs: ['device-plain'],
    examples: [{ name: 'A cup', steps: [{ keyword: 'Then', text: 'it is hot' }], tables: [] }],
    broken: [{ name: 'cold-tea', summary: 'The tea is cold.' }],
    findings: [],
    ...change,
  };
}

export function teaSection(rules: readonly ToldRule[], change: Partial<Section> = {}): Section {
  return {
    id: 'tea-pot',
    title: 'The pot',
    prose: ['Tea comes from a pot.'],
    path: 'features/tea/pot.feature',
    background: [{ keyword: 'Given', text: 'a kettle' }],
    rules,
    ...change,
  };
}

/** An outline with one table. */
export function outline(name: string, columns: readonly string[], rows: readonly (readonly string[])[], title = ''): Example {
  const steps = [{ keyword: 'Then', text: columns.map((column) => `<${column}>`).join(' and ') }];
  return { name, steps, tables: [{ title, columns, rows }] };
}
