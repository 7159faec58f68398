import { AdapterLink } from '../adapter/adapter-link.js';
import { AdapterSubject } from '../adapter/adapter-subject.js';
import type { Limits } from '../adapter/conversation.js';
import { AdapterProblem } from '../adapter/problem.js';
import { KitError } from '../errors.js';
import { buildAgent } from '../linux/build/build-agent.js';
import type { Capability } from '../subject/capabilities.js';
import type { ClassEntry, Operation, OperationName, Operations, Outcome } from '../subject/operations.js';
import type { Subject, SubjectIdentity } from '../subject/port.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import type { Errno } from '../uapi/errno.js';
import { askInfo } from './info-call.js';
import { type Inspected, inspect } from './inspection.js';

export type NodeSpec = Extract<SubjectSpec, { readonly kind: 'node' }>;

/** Of what an agent can do, what is true of a machine that was not booted for the scenario. */
const OF_THE_AGENT: readonly Capability[] = ['caller-capabilities', 'shared-files', 'threads', 'process-death'];

/** Milliseconds. Firmware may take its time, and so may the way to a lab. */
const LIMITS: Limits = { greeting: 30_000, silence: 60_000, call: 60_000, farewell: 5_000 };

/** What ssh needs to find the keys of the user. */
const FOR_SSH = ['SSH_AUTH_SOCK'];

/** How open fails when there is nothing behind the path any more. */
const NOTHING_THERE: readonly Errno[] = ['ENOENT', 'ENXIO', 'ENODEV'];

/** The device is not there any more, so nothing was learnt, nor will be. */
class DeviceGone extends Error {
  override readonly name = 'DeviceGone';
}

type Handlers = { [Name in OperationName]?: (operation: Operation<Name>) => Promise<Operations[Name]['gives']> };

/** A device of a real machine, whose node has been there before and stays. An agent on that machine makes the system calls. */
export class NodeSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #agent: Subject;
  readonly #path: string;
  readonly #device: ClassEntry;
  #gone: DeviceGone | null = null;

  private constructor(agent: Subject, path: string, { device, hasRawio }: Inspected) {
    this.identity = { kind: 'node', name: path, version: agent.identity.version };
    const canDo = OF_THE_AGENT.filter((name) => agent.capabilities.has(name) && (hasRawio || name !== 'caller-capabilities'));
    this.capabilities = new Set<Capability>(['device-modelled', ...canDo]);
    this.#agent = agent;
    this.#path = path;
    this.#device = device;
  }

  /**
   * Starts the agent, the kit's own on this machine when the spec names none, and has it look at the node.
   * @throws KitError subject/cannot-start, subject/no-greeting, subject/bad-agent; machine/missing-tools, machine/build-failed;
   * machine/no-node, machine/not-fwctl, machine/no-permission, input/wrong-model
   */
  static async open({ path, deviceType, agent: named }: NodeSpec): Promise<NodeSubject> {
    const command = named ?? { command: await buildAgent(() => undefined), args: [] };
    const link = await AdapterLink.open(command, { limits: LIMITS, inherits: FOR_SSH });
    try {
      const agent = asAgent(link);
      return new NodeSubject(agent, path, await inspect(agent, path, deviceType));
    } catch (error) {
      await link.stop().catch(() => undefined);
      throw error instanceof AdapterProblem ? badAgent(error.came) : error;
    }
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const handler: Handlers[Name] = this.#handlers[operation.op as Name];
    return handler === undefined ? this.#agent.perform(operation) : handler(operation);
  }

  /** Rejects when the device has gone, or when nobody can say whether it is still there. */
  async stop(): Promise<void> {
    try {
      await this.#lookForDevice();
    } finally {
      await this.#agent.stop();
    }
  }

  readonly #handlers: Handlers = {
    register: async () => {
      await this.#lookForDevice();
      return { node: this.#path };
    },
    open: async (operation) => {
      const outcome = await this.#agent.perform(operation);
      if (!outcome.ok && NOTHING_THERE.includes(outcome.errno)) throw this.#lose(`open came to ${outcome.errno}`);
      return outcome;
    },
    ioctl: async (operation) => {
      const outcome = await this.#agent.perform(operation);
      if (!outcome.ok && outcome.errno === 'ENODEV') await this.#requireAnswer(operation);
      return outcome;
    },
  };

  /** A driver may refuse an RPC with ENODEV, too; what fwctl has let go of answers no info. */
  async #requireAnswer({ caller, file }: Operation<'ioctl'>): Promise<void> {
    const { outcome } = await askInfo(this.#agent, caller, file);
    if (!outcome.ok && outcome.errno === 'ENODEV') throw this.#lose('a call came to ENODEV');
  }

  /** Another device may have got the same node meanwhile. */
  async #lookForDevice(): Promise<void> {
    if (this.#gone !== null) throw this.#gone;
    const { name, parent, deviceNumber } = this.#device;
    const { entries } = await this.#agent.perform({ op: 'observe-class' });
    const isThere = entries.some((entry) => entry.name === name && entry.parent === parent && entry.deviceNumber === deviceNumber);
    if (!isThere) throw this.#lose(`/sys/class/fwctl has no ${name} of ${parent} any more`);
  }

  #lose(how: string): DeviceGone {
    this.#gone ??= new DeviceGone(`the device of ${this.#path} has gone: ${how}`);
    return this.#gone;
  }
}

function asAgent(link: AdapterLink): Subject {
  const { greeting } = link;
  if ('capabilities' in greeting) return new AdapterSubject(link, greeting.capabilities, { waits: true });
  throw badAgent(`a driver named ${greeting.name}`);
}

function badAgent(received: string): KitError {
  return new KitError('subject/bad-agent', {
    summary: 'the agent cannot look at the node',
    expected: 'a program like the one that "fwctl-conformance agent" writes, which stays there',
    received,
    attempt: 'the same command in a shell; docs/nodes.md',
  });
}
