import { Then } from '@cucumber/cucumber';
import {
  classEntries,
  expectEntryAndNode,
  expectNodeForEachEntry,
  expectNoEntry,
  expectNoNode,
  expectNumbersApart,
  expectParents,
  expectParentsApart,
  expectRootOnly,
  expectSameNumber,
  nodes,
} from './support/class-expectations.js';
import type { FwctlWorld } from './support/world.js';

Then('there is a class entry {string} and a node {string}', async function (this: FwctlWorld, entry: string, node: string) {
  await expectEntryAndNode(this, entry, node);
});

Then('both carry the same device number', async function (this: FwctlWorld) {
  await expectSameNumber(this);
});

Then('no two class entries carry the same device number', async function (this: FwctlWorld) {
  await expectNumbersApart(this, 'class entries');
});

Then('no two nodes carry the same device number', async function (this: FwctlWorld) {
  await expectNumbersApart(this, 'nodes');
});

Then('there is no class entry', async function (this: FwctlWorld) {
  await expectNoEntry(this);
});

Then('there is no node', async function (this: FwctlWorld) {
  await expectNoNode(this);
});

Then('there are {int} class entries', async function (this: FwctlWorld, count: number) {
  this.judge.expectNumber('class entries', count, (await classEntries(this)).length);
});

Then('the last node is {string}', async function (this: FwctlWorld, path: string) {
  this.judge.expect('the last node', path, (await nodes(this)).at(-1)?.path ?? 'none');
});

Then('every class entry links to a parent device', async function (this: FwctlWorld) {
  await expectParents(this);
});

Then('no two class entries link to the same parent', async function (this: FwctlWorld) {
  await expectParentsApart(this);
});

Then('every class entry has a node of the same name and device number', async function (this: FwctlWorld) {
  await expectNodeForEachEntry(this);
});

Then('only root may open the node of {device}', async function (this: FwctlWorld, device: string) {
  await expectRootOnly(this, device);
});
