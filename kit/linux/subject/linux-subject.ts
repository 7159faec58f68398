import { createPlainDevice } from '../../../devices/plain/plain-device.js';
import { ReplySchema } from '../../adapter/replies.js';
import { takeMemory } from '../../adapter/take-memory.js';
import { CAPABILITIES, type Capability } from '../../subject/capabilities.js';
import type { Region } from '../../subject/memory.js';
import type { DeviceId, Operation, OperationName, Operations, Outcome } from '../../subject/operations.js';
import type { Subject, SubjectIdentity } from '../../subject/port.js';
import { Guest, type GuestImage } from './guest.js';
import { HostDevice } from './host-devices.js';
import { words } from './records.js';

/** What the host can do for a guest beside what its agent can do. */
const OF_THE_HOST: readonly Capability[] = [
  'device-plain',
  'hold-operations',
  'unregister',
  'script-driver',
  'observe-driver',
  'observe-firmware',
];

type HostHandlers = { [Name in OperationName]?: (operation: Operation<Name>) => Promise<Operations[Name]['gives']> };
type Registered = { readonly number: number; readonly host: HostDevice; isRegistered: boolean };

/** Real Linux in a guest of User Mode Linux. A fresh one is booted when the last has a trace that nothing takes away. */
export class LinuxSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #image: GuestImage;
  readonly #schema: ReplySchema;
  readonly #devices = new Map<DeviceId, Registered>();
  #guest: Guest;
  /** Booted ahead, so that nobody has to wait for it. */
  #next: Promise<Guest>;
  #instances = 0;
  boots = 2;

  private constructor(image: GuestImage, version: string, guest: Guest, schema: ReplySchema) {
    const { greeting } = guest;
    const ofTheAgent = 'capabilities' in greeting ? greeting.capabilities : [];
    this.identity = { kind: 'linux', name: 'Linux', version };
    this.capabilities = new Set(CAPABILITIES.filter((name) => OF_THE_HOST.includes(name) || ofTheAgent.includes(name)));
    this.#image = image;
    this.#schema = schema;
    this.#guest = guest;
    this.#next = this.#bootNext();
  }

  /** Rejects with an AdapterProblem when the guest does not come up. */
  static async open(image: GuestImage, version: string): Promise<LinuxSubject> {
    const schema = new ReplySchema();
    return new LinuxSubject(image, version, await Guest.boot(image, schema), schema);
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const ofTheHost: HostHandlers[Name] = this.#handlers[operation.op as Name];
    if (ofTheHost !== undefined) return ofTheHost(operation);
    const { op, ...takes } = operation;
    const { memory }: { readonly op: OperationName; readonly memory?: readonly Region[] } = operation;
    const result = await this.#guest.conversation.ask(op, takes);
    return memory === undefined ? Object(result ?? undefined) : takeMemory(result, memory);
  }

  async stop(): Promise<void> {
    await this.#guest.end();
    await this.#next.then((guest) => guest.end());
  }

  readonly #handlers: HostHandlers = {
    boot: () => this.#boot(),
    register: (operation) => this.#register(operation),
    unregister: ({ device }) => this.#unregister(this.#device(device)),
    'script-driver': async ({ device, setup }) => this.#device(device).host.instance.script?.(setup),
    hold: async ({ device, operation }) => this.#device(device).host.witness.hold(operation),
    'await-held': async ({ device, count }) => this.#device(device).host.witness.awaitHeld(count),
    release: async ({ device, count }) => this.#device(device).host.witness.release(count),
    'observe-driver': async ({ device }) => ({ calls: [...this.#device(device).host.witness.calls] }),
    'observe-firmware': async () => ({ messages: [], received: 0, contexts: [], objects: [] }),
  };

  async #boot(): Promise<void> {
    const isFresh = await this.#tidyUp().catch(() => false);
    if (!isFresh) {
      const old = this.#guest;
      this.#guest = await this.#next;
      this.#next = this.#bootNext();
      void old.end();
    }
    this.#devices.clear();
    this.#instances = 0;
  }

  /** Ends what a scenario has left behind. Gives whether nothing of it can be seen any more. */
  async #tidyUp(): Promise<boolean> {
    const { conversation } = this.#guest;
    if (conversation.problem !== null) return false;
    for (const { host } of this.#devices.values()) host.witness.release();
    await conversation.ask('boot', {});
    for (const registered of this.#devices.values()) await this.#unregister(registered);
    const { mask } = Object(await conversation.ask('observe-taint', {}));
    return mask === 0;
  }

  #bootNext(): Promise<Guest> {
    this.boots += 1;
    const booted = Guest.boot(this.#image, this.#schema);
    booted.catch(() => undefined);
    return booted;
  }

  async #register(operation: Operation<'register'>): Promise<Outcome<'register'>> {
    const { device, profile, setup } = operation;
    if (profile !== 'plain') throw new Error(`the guest has no device of profile ${profile}`);
    this.#instances += 1;
    const number = this.#instances;
    const host = new HostDevice(createPlainDevice(setup, number));
    const name = await this.#guest.link.register(number, profile, words(setup.deviceType, setup.info === null ? 0 : 1), host);
    this.#devices.set(device, { number, host, isRegistered: name !== null });
    return { node: name === null ? null : `/dev/fwctl/${name}` };
  }

  async #unregister(registered: Registered): Promise<void> {
    if (!registered.isRegistered) return;
    registered.isRegistered = false;
    await this.#guest.link.unregister(registered.number);
  }

  #device(device: DeviceId): Registered {
    const registered = this.#devices.get(device);
    if (registered === undefined) throw new Error(`no device "${device}" was registered`);
    return registered;
  }
}
