import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import { CXL_SETUP, MLX5_SETUP, PDS_SETUP, PLAIN_SETUP } from '../subject/device-setups.js';
import type { OperationName } from '../subject/operations.js';
import type { HonestyFinding } from '../subject/port.js';
import type { Conversation } from './conversation.js';
import type { AdapterProblem } from './problem.js';

const RIGHTS = { capabilities: [], userNamespace: 'initial' } as const;
const CALLER = { caller: 1, name: 'caller-1', ...RIGHTS };
const DEVICE = { device: 'the device' } as const;
const REGISTER = { plain: PLAIN_SETUP, mlx5: MLX5_SETUP, cxl: CXL_SETUP, bnxt: {}, pds: PDS_SETUP, modelled: {} } as const;

type Probe = { readonly op: OperationName; readonly takes: object };

/** A request for each capability that can be made of a fresh kernel with a process and, where it can be had, a plain device. */
const PROBES: Readonly<Record<Capability, Probe>> = {
  'device-plain': registers('plain'),
  'device-mlx5': registers('mlx5'),
  'device-cxl': registers('cxl'),
  'device-bnxt': registers('bnxt'),
  'device-pds': registers('pds'),
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
  lockdown: { op: 'lockdown', takes: { level: 'integrity' } },
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

/** What these leave behind, the others cannot be asked of. */
const LAST: readonly Capability[] = ['unregister', 'process-death'];

/**
 * Asks for every capability once: who declares it must not say that it cannot, and who does not declare it must say so.
 * An adapter that breaks over what it does not declare has kept its word.
 * Rejects with the AdapterProblem that ended the conversation.
 */
export async function probe(conversation: Conversation, declared: ReadonlySet<Capability>): Promise<readonly HonestyFinding[]> {
  const findings: HonestyFinding[] = [];
  await conversation.ask('boot', {});
  await conversation.ask('spawn', CALLER);
  if (declared.has('device-plain')) await conversation.ask('register', { ...DEVICE, profile: 'plain', setup: PLAIN_SETUP });
  for (const capability of [...CAPABILITIES.filter((name) => !LAST.includes(name)), ...LAST]) {
    const isDeclared = declared.has(capability);
    if (!canAsk(capability, declared)) continue;
    const isThere = await answers(conversation, PROBES[capability]);
    if (isThere !== null && isThere !== isDeclared)
      findings.push({ capability, finding: isThere ? 'present-but-undeclared' : 'declared-but-absent' });
  }
  await conversation.ask('boot', {});
  return findings;
}

/** Sharing and poking need more than there is here: who declares them is believed until a scenario asks. */
function canAsk(capability: Capability, declared: ReadonlySet<Capability>): boolean {
  const { op, takes } = PROBES[capability];
  if (op === 'share' || op === 'poke') return !declared.has(capability);
  return op === 'register' || !('device' in takes) || declared.has('device-plain');
}

/** null when that cannot be known, since the adapter broke over it. */
async function answers(conversation: Conversation, { op, takes }: Probe): Promise<boolean | null> {
  const reply = await conversation.exchange(op, takes).catch((problem: AdapterProblem) => {
    if (conversation.problem !== null) throw problem;
    return { broke: problem.message };
  });
  if ('cannot' in reply) return false;
  return 'result' in reply ? true : null;
}
