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
