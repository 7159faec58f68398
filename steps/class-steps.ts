import { Then } from '@cucumber/cucumber';
import { classEntries, expectEntryAndNode, expectNodeForEachEntry, expectRootOnly, nodes } from './support/class-expectations.js';
import type { FwctlWorld } from './support/world.js';

Then('there is a class entry {string} and a node {string}', async function (this: FwctlWorld, entry: string, node: string) {
  await expectEntryAndNode(this, entry, node);
});

Then('both carry the same device number', async function (this: FwctlWorld) {
  const [entry, node] = [(await classEntries(this))[0]?.deviceNumber, (await nodes(this))[0]?.deviceNumber];
  this.judge.expect('the device number of the node', entry ?? 'no class entry', node ?? 'no node');
});

Then(/^no two (class entries|nodes) carry the same device number$/, async function (this: FwctlWorld, which: string) {
  const carriers = which === 'nodes' ? await nodes(this) : await classEntries(this);
  const numbers = carriers.map(({ deviceNumber }) => deviceNumber);
  this.judge.expectNumber(`different device numbers of ${which}`, numbers.length, new Set(numbers).size);
});

Then('there is no class entry', async function (this: FwctlWorld) {
  this.judge.expectNothing(
    'class entries',
    (await classEntries(this)).map(({ name }) => name),
  );
});

Then('there is no node', async function (this: FwctlWorld) {
  this.judge.expectNothing(
    'nodes',
    (await nodes(this)).map(({ path }) => path),
  );
});

Then('there are {int} class entries', async function (this: FwctlWorld, count: number) {
  this.judge.expectNumber('class entries', count, (await classEntries(this)).length);
});

Then('the last node is {string}', async function (this: FwctlWorld, path: string) {
  this.judge.expect('the last node', path, (await nodes(this)).at(-1)?.path ?? 'none');
});

Then('every class entry links to a parent device', async function (this: FwctlWorld) {
  const orphans = (await classEntries(this)).filter(({ parent }) => parent === '');
  this.judge.expectNothing(
    'class entries without a parent device',
    orphans.map(({ name }) => name),
  );
});

Then('no two class entries link to the same parent', async function (this: FwctlWorld) {
  const parents = (await classEntries(this)).map(({ parent }) => parent);
  this.judge.expectNumber('different parent devices', parents.length, new Set(parents).size);
});

Then('every class entry has a node of the same name and device number', async function (this: FwctlWorld) {
  await expectNodeForEachEntry(this);
});

Then('only root may open the node of {device}', async function (this: FwctlWorld, device: string) {
  await expectRootOnly(this, device);
});
