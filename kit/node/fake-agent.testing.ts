import { appendFileSync } from 'node:fs';
import { serve } from '../adapter/serve.js';
import { PLAIN_SETUP } from '../subject/device-setups.js';
import type { Region } from '../subject/memory.js';
import type { CallOutcome, Operation, OperationName, Operations, Outcome } from '../subject/operations.js';
import type { Subject, SubjectIdentity } from '../subject/port.js';
import { openSubject } from '../subjects/open-subject.js';
import { FWCTL_RPC, RPC_STRUCT } from '../uapi/ioctl.js';

/**
 * What is wrong with the machine that the agent is on. At ioctl number `at`, counted from when the agent started, the
 * device goes, or goes while calls only say EIO, or gets a successor behind the same node; or the agent dies.
 */
type Trouble = {
  readonly release?: string;
  readonly hasNoFwctl?: boolean;
  readonly hasNoDevice?: boolean;
  readonly isNoDevice?: boolean;
  readonly opens?: CallOutcome;
  readonly info?: CallOutcome;
  readonly rpc?: CallOutcome;
  readonly hasNoRights?: boolean;
  readonly at?: number;
  readonly change?: 'goes' | 'goes with EIO' | 'becomes another' | 'dies';
};

type Handlers = { [Name in OperationName]?: (operation: Operation<Name>) => Promise<Operations[Name]['gives']> };

const DEVICE = 'the device';

/** The reference as a machine that has an mlx5 device from the start, and perhaps some trouble. */
class FakeMachine implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: Subject['capabilities'];
  readonly #inner: Subject;
  readonly #trouble: Trouble;
  readonly #log: string;
  #ioctls = 0;
  #isGone = false;

  /** Each RPC that arrives becomes a line of the file `log`: its scope, and the request in hex. */
  constructor(inner: Subject, trouble: Trouble, log: string) {
    this.identity = { ...inner.identity, version: trouble.release ?? '7.2.13' };
    this.capabilities = inner.capabilities;
    this.#inner = inner;
    this.#trouble = trouble;
    this.#log = log;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const handler: Handlers[Name] = this.#handlers[operation.op as Name];
    return handler === undefined ? this.#inner.perform(operation) : handler(operation);
  }

  stop(): Promise<void> {
    return this.#inner.stop();
  }

  readonly #handlers: Handlers = {
    boot: async () => {
      await this.#inner.perform({ op: 'boot' });
      const { hasNoFwctl, hasNoDevice, change } = this.#trouble;
      if (this.#isGone && change === 'becomes another')
        await this.#inner.perform({ op: 'register', device: DEVICE, profile: 'plain', setup: PLAIN_SETUP });
      else if (!hasNoFwctl && !hasNoDevice && !this.#isGone)
        await this.#inner.perform({ op: 'register', device: DEVICE, profile: 'modelled', setup: {} });
    },
    spawn: async (operation) => {
      if (this.#trouble.hasNoRights && operation.capabilities.length > 0) throw new Error('spawn: Operation not permitted');
      return this.#inner.perform(operation);
    },
    open: async (operation) => {
      if (operation.path === '/sys/class/fwctl') return this.#trouble.hasNoFwctl ? { ok: false, errno: 'ENOENT' } : { ok: true };
      return this.#trouble.opens ?? this.#inner.perform(operation);
    },
    ioctl: async (operation) => {
      this.#ioctls += 1;
      if (this.#ioctls === this.#trouble.at) await this.#strike();
      if (operation.request !== FWCTL_RPC) return this.#trouble.info ?? this.#inner.perform(operation);
      appendFileSync(this.#log, `${describeRpc(operation.memory)}\n`);
      if (this.#isGone && this.#trouble.change === 'goes with EIO') return { ok: false, errno: 'EIO' };
      return this.#trouble.rpc ?? this.#inner.perform(operation);
    },
    'observe-nodes': async () => {
      const { nodes } = await this.#inner.perform({ op: 'observe-nodes' });
      return { nodes: nodes.map((node) => (this.#trouble.isNoDevice ? { ...node, deviceNumber: '0:0' } : node)) };
    },
  };

  async #strike(): Promise<void> {
    const { change } = this.#trouble;
    if (change === 'dies') process.exit(4);
    this.#isGone = true;
    if (change !== 'becomes another') await this.#inner.perform({ op: 'unregister', device: DEVICE });
  }
}

function describeRpc(memory: readonly Region[]): string {
  const bytesOf = (name: string) => memory.find((region) => region.name === name)?.bytes ?? new Uint8Array(0);
  const structure = Buffer.from(bytesOf('structure'));
  const length = structure.readUInt32LE(RPC_STRUCT.inLen);
  return `${structure.readUInt32LE(RPC_STRUCT.scope)} ${Buffer.from(bytesOf('request').subarray(0, length)).toString('hex')}`;
}

const [trouble = '{}', log = ''] = process.argv.slice(2);
await serve(new FakeMachine(await openSubject({ kind: 'reference', modelled: 'mlx5' }), JSON.parse(trouble), log));
