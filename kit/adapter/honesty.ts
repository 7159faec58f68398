import { CAPABILITIES, CAPABILITY_OF_OPERATION, type Capability } from '../subject/capabilities.js';
import { CXL_SETUP, MLX5_SETUP, PLAIN_SETUP } from '../subject/device-setups.js';
import type { OperationName } from '../subject/operations.js';
import type { HonestyFinding } from '../subject/port.js';
import type { Conversation } from './conversation.js';
import type { AdapterProblem } from './problem.js';

const RIGHTS = { capabilities: [], userNamespace: 'initial' } as const;
const CALLER = { caller: 1, name: 'caller-1', ...RIGHTS };
const DEVICE = { device: 'the device' } as const;
const REGISTER = { plain: PLAIN_SETUP, mlx5: MLX5_SETUP, cxl: CXL_SETUP, modelled: {} } as const;

type Probe = { readonly op: OperationName; readonly takes: object };

/** A request for each capability that can be made of a fresh kernel with a process and, where it can be had, a plain device. */
const PROBES: Readonly<Record<Capability, Probe>> = {
  'device-plain': registers('plain'),
  'device-mlx5': registers('mlx5'),
  'device-cxl': registers('cxl'),
  'device-modelled': registers('modelled'),
  'caller-capabilities': { op: 'set-capabilities', takes: { caller: 1, ...RIGHTS } },
  'shared-files': { op: 'share', takes: { file: 1001, from: 1, to: 1 } },
  threads: { op: 'poke', takes: { caller: 1, address: 4096, bytes: new Uint8Array(0) } },
  'process-death': { op: 'exit', takes: { caller: 1, how: 'exit' } },
  'hold-operations': { op: 'release', takes: DEVICE },
  unregister: { op: 'unregister', takes: DEVICE },
  'script-driver': { op: 'script-driver', takes: { ...DEVICE, setup: {} } },
  'firmware-faults': { op: 'firmware-fault', takes: { ...DEVICE, fault: { kind: 'undelivered', errno: 'EIO' } } },
  reset: { op: 'reset', takes: { ...DEVICE, reset: 'function' } },
  'memory-pressure': { op: 'memory-pressure', takes: { on: false } },
  'observe-taint': { op: 'observe-taint', takes: {} },
  'observe-log': { op: 'observe-log', takes: {} },
  'observe-class': { op: 'observe-class', takes: {} },
  'observe-nodes': { op: 'observe-nodes', takes: {} },
  'observe-driver': { op: 'observe-driver', takes: DEVICE },
  'observe-firmware': { op: 'observe-firmware', takes: DEVICE },
};

function registers(profile: keyof typeof REGISTER): Probe {
  return { op: 'register', takes: { device: `a ${profile} device`, profile, setup: REGISTER[profile] } };
}

/**
 * Asks for every capability once, each of a fresh kernel: who declares it must not say that it cannot, and who does not
 * declare it must say so. An adapter that breaks over what it does not declare has kept its word.
 * Rejects with the AdapterProblem that ended the conversation.
 */
export async function probe(conversation: Conversation, declared: ReadonlySet<Capability>): Promise<readonly HonestyFinding[]> {
  const findings: HonestyFinding[] = [];
  for (const capability of CAPABILITIES) {
    const isThere = await canDo(conversation, PROBES[capability], declared);
    if (isThere !== null && isThere !== declared.has(capability))
      findings.push({ capability, finding: isThere ? 'present-but-undeclared' : 'declared-but-absent' });
  }
  await conversation.ask('boot', {});
  return findings;
}

/** null when that cannot be known: the adapter broke over it, or there is no device to ask it of. */
async function canDo(conversation: Conversation, { op, takes }: Probe, declared: ReadonlySet<Capability>): Promise<boolean | null> {
  const needsDevice = 'device' in takes && op !== 'register';
  if (needsDevice && !declared.has('device-plain')) return null;
  if (op === 'share' || op === 'poke') return declaredOrRefused(conversation, { op, takes }, declared);
  await conversation.ask('boot', {});
  await conversation.ask('spawn', CALLER);
  if (needsDevice) await conversation.ask('register', { ...DEVICE, profile: 'plain', setup: PLAIN_SETUP });
  return answers(conversation, { op, takes });
}

/** These need more than a fresh kernel has; who declares them is believed until a scenario asks. */
async function declaredOrRefused(conversation: Conversation, asked: Probe, declared: ReadonlySet<Capability>): Promise<boolean | null> {
  const capability = CAPABILITY_OF_OPERATION[asked.op];
  return capability !== null && declared.has(capability) ? null : answers(conversation, asked);
}

async function answers(conversation: Conversation, { op, takes }: Probe): Promise<boolean | null> {
  const reply = await conversation.exchange(op, takes).catch((problem: AdapterProblem) => {
    if (conversation.problem !== null) throw problem;
    return { broke: problem.message };
  });
  if ('cannot' in reply) return false;
  return 'result' in reply ? true : null;
}
