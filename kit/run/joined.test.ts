import { test } from 'node:test';
import { expect } from 'chai';
import { SHIPPED_FEATURES } from './feature-set.js';
import { featuresFor, subjectOpener } from './joined.js';
import { loadSupport } from './support-library.js';

test('the joined steps are those that are shipped', async () => {
  const [shipped, joined] = [await loadSupport(SHIPPED_FEATURES), await loadSupport(featuresFor({ kind: 'reference' }))];
  const patterns = ({ library }: typeof shipped): readonly string[] => library.stepDefinitions.map(({ pattern }) => String(pattern)).sort();
  expect(patterns(joined)).to.have.length.above(100);
  expect(patterns(joined)).to.deep.equal(patterns(shipped));
});

test('a variant has its steps and its subject from the modules that it changes', async () => {
  const variant = { kind: 'broken', name: 'accepts-24-byte-rpc' } as const;
  expect(featuresFor(variant)).to.equal(SHIPPED_FEATURES);
  const { openSubject } = await subjectOpener(variant);
  expect(openSubject).to.equal((await import('../subjects/open-subject.js')).openSubject);
});

test('the joined reference is the one that is shipped', async () => {
  const { openSubject } = await subjectOpener({ kind: 'reference' });
  const apart = await import('../subjects/open-subject.js');
  expect(openSubject).to.not.equal(apart.openSubject);
  const [joined, shipped] = [await openSubject({ kind: 'reference' }), await apart.openSubject({ kind: 'reference' })];
  expect(joined.identity).to.deep.equal(shipped.identity);
  expect([...joined.capabilities]).to.deep.equal([...shipped.capabilities]);
});
