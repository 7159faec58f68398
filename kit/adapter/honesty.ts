import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import { BNXT_SETUP, CXL_SETUP, CXL_SWITCH_SETUP, MLX5_SETUP, NVME_SETUP, PDS_SETUP, PLAIN_SETUP } from '../subject/device-setups.js';
import type { OperationName } from '../subject/operations.js';
import type { HonestyFinding } from '../subject/port.js';
import type { Conversation } from './conversation.js';
import { AdapterProblem } from './problem.js';
import { type Opened, seePoke, seeShare } from './try-calls.js';
import type { Reply } from './wire.js';

const RIGHTS = { capabilities: [], userNamespace: 'initial' } as const;
const CALLER = { caller: 1, name: 'caller-1', ...RIGHTS };
const DEVICE = { device: 'the device' } as const;
const REGISTER = {
  plain: PLAIN_SETUP,
  mlx5: MLX5_SETUP,
  cxl: CXL_SETUP,
  'cxl-switch': CXL_SWITCH_SETUP,
  bnxt: BNXT_SETUP,
  pds: PDS_SETUP,
  nvme: NVME_SETUP,
  modelled: {},
} as const;

type Probe = { readonly op: OperationName; readonly takes: object };

const OTHER = 2;
const FILE = 1001;

/** A request for each capability that can be made of a fresh kernel with two processes and, where it can be had, a plain device and a file. */
const PROBES: Readonly<Record<Capability, Probe>> = {
  'device-plain': registers('plain'),
  'device-mlx5': registers('mlx5'),
  'device-cxl': registers('cxl'),
  'device-cxl-switch': registers('cxl-switch'),
  'device-bnxt': registers('bnxt'),
  'device-pds': registers('pds'),
  'device-nvme': registers('nvme'),
  'device-modelled': registers('modelled'),
  'caller-capabilities': { op: 'set-capabilities', takes: { caller: 1, ...RIGHTS } },
  'shared-files': { op: 'share', takes: { file: FILE, from: CALLER.caller, to: OTHER } },
  threads: { op: 'poke', takes: { caller: 1, address: 4096, bytes: new Uint8Array(0) } },
  'process-death': { op: 'exit', takes: { caller: 1, how: 'exit' } },
  'hold-operations': { op: 'release', takes: DEVICE },
  unregister: { op: 'unregister', takes: DEVICE },
  'script-driver': { op: 'script-driver', takes: { ...DEVICE, setup: {} } },
  'firmware-faults': { op: 'firmware-fault', takes: { ...DEVICE, fault: { kind: 'undelivered', errno: 'EIO' } } },
  reset: { op: 'reset', takes: { ...DEVICE, reset: 'function' } },
  'memory-pressure': { op: 'memory-pressure', takes: { on: false } },
  lockdown: { op: 'lockdown', takes: { level: 'integrity' } },
  'kernel-user': { op: 'kernel-command', takes: { ...DEVICE, request: new Uint8Array(16), room: 16 } },
  'kernel-claims': { op: 'kernel-claim', takes: { ...DEVICE, request: new Uint8Array(16) } },
  'block-list': { op: 'block', takes: { entry: { kind: 'command', deviceType: 0, beginning: new Uint8Array(1), releases: [] } } },
  amendments: {
    op: 'amend',
    takes: { entry: { deviceType: 0, beginning: new Uint8Array(1), releases: [], at: 0, bytes: new Uint8Array(1) } },
  },
  'firmware-releases': { op: 'run-firmware', takes: { ...DEVICE, release: 'usual' } },
  'driver-module': { op: 'remove-module', takes: DEVICE },
  'next-kernel': { op: 'boot-next-kernel', takes: {} },
  'observe-taint': { op: 'observe-taint', takes: {} },
  'observe-log': { op: 'observe-log', takes: {} },
  'observe-class': { op: 'observe-class', takes: {} },
  'observe-nodes': { op: 'observe-nodes', takes: {} },
  'observe-driver': { op: 'observe-driver', takes: DEVICE },
  'observe-firmware': { op: 'observe-firmware', takes: DEVICE },
  'observe-host': { op: 'observe-host', takes: {} },
};

function registers(profile: keyof typeof REGISTER): Probe {
  return { op: 'register', takes: { device: `a ${profile} device`, profile, setup: REGISTER[profile] } };
}

/** What these leave behind, the others cannot be asked of. */
const LAST: readonly Capability[] = ['unregister', 'driver-module', 'process-death', 'next-kernel'];

/**
 * Asks for every capability once: who declares it must not say that it cannot, and who does not declare it must say so.
 * An adapter that breaks over what it does not declare has kept its word.
 * Rejects with the AdapterProblem that ended the conversation.
 */
export async function probe(conversation: Conversation, declared: ReadonlySet<Capability>): Promise<readonly HonestyFinding[]> {
  const findings: HonestyFinding[] = [];
  await conversation.ask('boot', {});
  await conversation.ask('spawn', CALLER);
  await conversation.ask('spawn', { ...CALLER, caller: OTHER });
  const opened = declared.has('device-plain') ? await openPlain(conversation) : null;
  for (const capability of [...CAPABILITIES.filter((name) => !LAST.includes(name)), ...LAST]) {
    const isDeclared = declared.has(capability);
    if (!canAsk(capability, declared, opened)) continue;
    const answer = await answers(conversation, PROBES[capability]);
    const isThere = isDeclared && answer !== false ? ((await hasEffect(conversation, capability, declared, opened)) ?? answer) : answer;
    if (isThere !== null && isThere !== isDeclared)
      findings.push({ capability, finding: isThere ? 'present-but-undeclared' : 'declared-but-absent' });
  }
  await conversation.ask('boot', {});
  return findings;
}

/** null when it cannot be opened. */
async function openPlain(conversation: Conversation): Promise<Opened | null> {
  const { node } = Object(await conversation.ask('register', { ...DEVICE, profile: 'plain', setup: PLAIN_SETUP }));
  const { caller } = CALLER;
  const reply = await replyTo(conversation, { op: 'open', takes: { caller, path: node, mode: 'read-write', file: FILE } });
  return 'result' in reply && Object(reply.result).ok === true ? { ...DEVICE, caller, file: FILE } : null;
}

/** Sharing and poking need a file; without one, who declares them is believed until a scenario asks. */
function canAsk(capability: Capability, declared: ReadonlySet<Capability>, opened: Opened | null): boolean {
  const { op, takes } = PROBES[capability];
  if (op === 'share' || op === 'poke') return !declared.has(capability) || opened !== null;
  return op === 'register' || !('device' in takes) || declared.has('device-plain');
}

/** null when that cannot be known, since the adapter broke over it. */
async function answers(conversation: Conversation, probe: Probe): Promise<boolean | null> {
  const reply = await replyTo(conversation, probe);
  if ('cannot' in reply) return false;
  return 'result' in reply ? true : null;
}

async function replyTo(conversation: Conversation, { op, takes }: Probe): Promise<Reply> {
  return conversation.exchange(op, takes).catch((problem: AdapterProblem) => {
    if (conversation.problem !== null) throw problem;
    return { id: 0, broke: problem.message };
  });
}

/** Whether what was answered shows in what follows; null where nothing follows, or what does went wrong for another reason. */
async function hasEffect(
  conversation: Conversation,
  capability: Capability,
  declared: ReadonlySet<Capability>,
  opened: Opened | null,
): Promise<boolean | null> {
  if (opened === null) return null;
  try {
    if (capability === 'shared-files') await seeShare(conversation, opened, OTHER);
    else if (capability === 'threads' && declared.has('hold-operations')) await seePoke(conversation, opened);
    else return null;
    return true;
  } catch (problem) {
    if (!(problem instanceof AdapterProblem) || conversation.problem !== null) throw problem;
    return problem.kind === 'share-unseen' || problem.kind === 'poke-unseen' ? false : null;
  }
}
