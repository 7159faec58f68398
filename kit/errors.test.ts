import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ERRORS } from './errors.js';

describe('docs/errors.md', () => {
  it('explains every error, and none that there is not', () => {
    const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
    const explained = [...text.matchAll(/^\| `([a-z]+\/[a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(explained).to.have.members(Object.keys(ERRORS));
  });
});
