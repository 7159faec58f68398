import { AdapterProblem } from '../adapter/problem.js';
import type { CallerRights, ClassEntry } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { CAP_SYS_RAWIO } from '../uapi/ioctl.js';
import { askInfo } from './info-call.js';
import { cannotOpen, noPermission, notFwctl, notThere, type Surveyed, wrongModel } from './inspection-errors.js';

/** `device` is what sysfs says of the device, to know it again by. */
export type Inspected = { readonly device: ClassEntry; readonly hasRawio: boolean };

const UNPRIVILEGED: CallerRights = { capabilities: [], userNamespace: 'initial' };
const INSPECTOR = 1;
const PRIVILEGED_INSPECTOR = 2;
const NODE = 1;
const FOLDER = 2;

/**
 * Looks at the node before anything is judged. Nothing is opened that sysfs does not say is a fwctl device, and no RPC is sent.
 * @throws KitError machine/no-node, machine/not-fwctl, machine/no-permission, input/wrong-model
 */
export async function inspect(agent: Subject, path: string, deviceType: number): Promise<Inspected> {
  await agent.perform({ op: 'boot' });
  await agent.perform({ op: 'spawn', caller: INSPECTOR, name: 'inspector', ...UNPRIVILEGED });
  const surveyed = await survey(agent);
  const node = surveyed.nodes.find((one) => one.path === path);
  if (node === undefined) throw notThere(path, surveyed);
  const device = surveyed.entries.find(({ deviceNumber }) => deviceNumber === node.deviceNumber);
  if (device === undefined) throw notFwctl(path, `a file with device number ${node.deviceNumber}, which no fwctl device has`);

  const opened = await agent.perform({ op: 'open', caller: INSPECTOR, path, mode: 'read-write', file: NODE });
  if (!opened.ok && (opened.errno === 'EACCES' || opened.errno === 'EPERM')) throw noPermission(node, opened.errno);
  if (!opened.ok) throw cannotOpen(path, opened.errno);
  const { outcome, deviceType: found } = await askInfo(agent, INSPECTOR, NODE);
  if (!outcome.ok) throw notFwctl(path, `${outcome.errno} from FWCTL_INFO`);
  if (found !== deviceType) throw wrongModel(path, deviceType, found);
  return { device, hasRawio: await canHaveRawio(agent) };
}

async function survey(agent: Subject): Promise<Surveyed> {
  const { nodes } = await agent.perform({ op: 'observe-nodes' });
  const { entries } = await agent.perform({ op: 'observe-class' });
  const folder = await agent.perform({ op: 'open', caller: INSPECTOR, path: '/sys/class/fwctl', mode: 'read-only', file: FOLDER });
  return { nodes, entries, hasClass: folder.ok, release: agent.identity.version };
}

/** A process without it can be had from everybody, one with it from root only. */
async function canHaveRawio(agent: Subject): Promise<boolean> {
  const rights: CallerRights = { ...UNPRIVILEGED, capabilities: [CAP_SYS_RAWIO] };
  try {
    await agent.perform({ op: 'spawn', caller: PRIVILEGED_INSPECTOR, name: 'inspector', ...rights });
    return true;
  } catch (problem) {
    if (problem instanceof AdapterProblem && problem.kind === 'broke') return false;
    throw problem;
  }
}
