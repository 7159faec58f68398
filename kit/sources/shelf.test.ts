import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import type { Coverage } from './coverage.js';
import { readKernelTree } from './shelf.js';

const COVERAGE: Coverage = {
  documents: [
    { document: 'drivers/fwctl/main.c', shelf: 'kernel', form: 'kernel-doc', sentences: [] },
    { document: 'include/uapi/fwctl/gone.h', shelf: 'kernel', form: 'header', sentences: [] },
    { document: 'tea.txt', shelf: 'seeds', form: 'mail', sentences: [] },
  ],
  withoutSentence: [],
};

describe('readKernelTree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-tree-'));
  after(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('reads the documents that are known, and those that are new where documents are expected', () => {
    write('drivers/fwctl/main.c', '/* Not this. */\n/** pour - Pour it */\n');
    write('Documentation/userspace-api/fwctl/tea.rst', 'Tea is hot.\n');
    write('Documentation/userspace-api/fwctl/Makefile', 'Tea is no document.\n');
    write('include/uapi/fwctl/tea.h', '/* Milk is cold. */\n');
    const sentences = readKernelTree(folder, COVERAGE).map(({ document, text }) => `${document}: ${text}`);
    expect(sentences).to.deep.equal([
      'drivers/fwctl/main.c: Pour it',
      'Documentation/userspace-api/fwctl/tea.rst: Tea is hot.',
      'include/uapi/fwctl/tea.h: Milk is cold.',
    ]);
  });

  for (const [what, path] of [
    ['a folder that is no kernel tree', tmpdir()],
    ['a folder that there is not', join(tmpdir(), 'no-such-tree')],
  ] as const)
    it(`refuses ${what}`, () => {
      expect(() => readKernelTree(path, COVERAGE))
        .to.throw(KitError)
        .that.has.property('code', 'input/bad-kernel-source');
    });
});
