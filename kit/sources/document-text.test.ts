import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { documentText } from './document-text.js';
import { loadCoverage } from './load.js';

describe('docs/sources.md', () => {
  it('is what npm run sources makes of the data', () => {
    expect(readFileSync(new URL('docs/sources.md', PACKAGE_ROOT), 'utf8')).to.equal(documentText(loadCoverage()));
  });

  it('names every document, what is excluded and why, and what is open', () => {
    const text = documentText({
      documents: [
        {
          document: 'tea.rst',
          shelf: 'kernel',
          form: 'rst',
          sentences: [
            { kind: 'excluded', about: 'taste', reason: 'nobody can tell' } as const,
            { kind: 'open', about: 'warmth', wanted: 'it is warm' } as const,
            { kind: 'held', about: 'heat', rules: ['tea-hot'], wanted: null } as const,
            { kind: 'not normative', what: 'history' } as const,
          ].map((judgement, index) => ({ document: 'tea.rst', where: ['Tea'], sha256: `${index}`, sketch: '', judgement })),
        },
      ],
      withoutSentence: [{ reason: 'It goes without saying.', rules: ['tea-wet'] }],
    });
    expect(text).to.contain('| `tea.rst` | 4 | 1 | 0 | 1 | 1 | 1 |').and.contain('- **Tea** (4): history 1');
    expect(text)
      .to.contain('taste: *excluded*: nobody can tell')
      .and.contain('warmth: **open**: it is warm')
      .and.contain('heat: `tea-hot`');
    expect(text).to.contain('- it is warm\n  - tea.rst, Tea\n').and.contain('- It goes without saying.\n  `tea-wet`');
  });
});
