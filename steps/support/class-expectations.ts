import type { ClassEntry, DeviceNode } from '../../kit/subject/operations.js';
import type { FwctlWorld } from './world.js';

export async function classEntries(world: FwctlWorld): Promise<readonly ClassEntry[]> {
  return (await world.machine.perform({ op: 'observe-class' })).entries;
}

export async function nodes(world: FwctlWorld): Promise<readonly DeviceNode[]> {
  return (await world.machine.perform({ op: 'observe-nodes' })).nodes;
}

export async function expectEntryAndNode(world: FwctlWorld, entry: string, node: string): Promise<void> {
  const entries = (await classEntries(world)).map(({ name }) => name);
  world.judge.expect('the class entries', entry, entries.join(', ') || 'none');
  const paths = (await nodes(world)).map(({ path }) => path);
  world.judge.expect('the nodes', node, paths.join(', ') || 'none');
}

/** Where a scenario has one device, its entry and its node carry the same number. */
export async function expectSameNumber(world: FwctlWorld): Promise<void> {
  const [[entry], [node]] = [await classEntries(world), await nodes(world)];
  world.judge.expect('the device number of the node', entry?.deviceNumber ?? 'no class entry', node?.deviceNumber ?? 'no node');
}

export async function expectNoEntry(world: FwctlWorld): Promise<void> {
  world.judge.expectNothing(
    'class entries',
    (await classEntries(world)).map(({ name }) => name),
  );
}

export async function expectNoNode(world: FwctlWorld): Promise<void> {
  world.judge.expectNothing(
    'nodes',
    (await nodes(world)).map(({ path }) => path),
  );
}

export async function expectNumbersApart(world: FwctlWorld, which: 'class entries' | 'nodes'): Promise<void> {
  const carriers = which === 'nodes' ? await nodes(world) : await classEntries(world);
  expectApart(
    world,
    `device numbers of ${which}`,
    carriers.map(({ deviceNumber }) => deviceNumber),
  );
}

export async function expectParents(world: FwctlWorld): Promise<void> {
  const entries = await classEntries(world);
  world.judge.expect('class entries', 'at least one', entries.length > 0 ? 'at least one' : 'none');
  const orphans = entries.filter(({ parent }) => parent === '');
  world.judge.expectNothing(
    'class entries without a parent device',
    orphans.map(({ name }) => name),
  );
}

export async function expectParentsApart(world: FwctlWorld): Promise<void> {
  expectApart(
    world,
    'parent devices',
    (await classEntries(world)).map(({ parent }) => parent),
  );
}

/** Of fewer than two nothing could be the same. */
function expectApart(world: FwctlWorld, what: string, found: readonly string[]): void {
  world.judge.expect(what, 'at least two', found.length > 1 ? 'at least two' : String(found.length));
  world.judge.expectNumber(`different ${what}`, found.length, new Set(found).size);
}

/** Both called fwctl and a number, and in no particular order. */
export async function expectNodeForEachEntry(world: FwctlWorld): Promise<void> {
  const entries = (await classEntries(world)).map(({ name, deviceNumber }) => `/dev/fwctl/${name} ${deviceNumber}`);
  const found = (await nodes(world)).map(({ path, deviceNumber }) => `${path} ${deviceNumber}`);
  world.judge.expect('the nodes', entries.sort().join(', '), found.sort().join(', ') || 'none');
}

/** The permission bits of group and others. */
const NOT_OWNER = 0o077;

export async function expectRootOnly(world: FwctlWorld, device: string): Promise<void> {
  const node = (await nodes(world)).find(({ path }) => path === world.deviceNamed(device).node);
  const actual = node === undefined ? 'no node' : `${node.owner} ${node.mode.toString(8)}`;
  world.judge.expect(
    `owner and mode of the node of ${device}`,
    'root, and nothing for others',
    actual,
    node?.owner === 'root' && (node.mode & NOT_OWNER) === 0,
  );
}
