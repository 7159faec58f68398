import type { DriverWitness } from '../../../reference-impl/driver-witness.js';
import { ReplySchema } from '../../adapter/replies.js';
import { takeMemory } from '../../adapter/take-memory.js';
import { KitError, messageOf } from '../../errors.js';
import { CAPABILITIES, type Capability } from '../../subject/capabilities.js';
import type { DeviceProfile } from '../../subject/device-setups.js';
import type { Region } from '../../subject/memory.js';
import type { DeviceId, LockdownLevel, Operation, OperationName, Operations, Outcome } from '../../subject/operations.js';
import type { ScenarioEnd, Subject, SubjectIdentity } from '../../subject/port.js';
import type { GuestImage } from '../../subjects/subject-spec.js';
import { TAINT_FWCTL_BIT } from '../../uapi/ioctl.js';
import { Guest } from './guest.js';
import { GUEST_PROFILES, guestDevice } from './guest-devices.js';
import type { HostDevice } from './host-devices.js';

/** What the host can do for a guest beside what its agent can do. */
const OF_THE_HOST: readonly Capability[] = [
  ...GUEST_PROFILES.map((profile) => `device-${profile}` as const),
  'firmware-faults',
  'reset',
  'firmware-releases',
  'hold-operations',
  'unregister',
  'script-driver',
  'observe-driver',
  'observe-firmware',
];

/** The kernel to boot and its version, and the devices to judge it with. */
export type LinuxSpec = GuestImage & { readonly version: string; readonly devices: readonly DeviceProfile[] };

/** How the kernel says that something is wrong with itself, whichever of its checks has found it. */
const SPLAT = /^(WARNING: |BUG: |KASAN: |INFO: possible |ODEBUG: |kmemleak: \d+ new |UBSAN: |general protection fault|Kernel panic)/;

/** How much of the log is kept of a complaint. */
const MOST_LINES = 60;

const FWCTL_TAINT = 1 << TAINT_FWCTL_BIT;

const NO_FIRMWARE = { messages: [], contexts: [], objects: [] };

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
  /** Whether the guest has a trace that nothing takes away, and that matters to any scenario. */
  #isMarked = false;
  /** Whether it has been written to through fwctl, which nothing takes away either. */
  #isTainted = false;
  /** Whether nothing was asked of the guest since the last scenario was ended in it. */
  #isTidy = false;
  /** Guests that scenarios got since somebody asked. */
  #boots = 1;

  private constructor({ version, devices, ...image }: LinuxSpec, guest: Guest, schema: ReplySchema) {
    const { greeting } = guest;
    const ofTheAgent = 'capabilities' in greeting ? greeting.capabilities : [];
    this.identity = { kind: 'linux', name: 'Linux', version };
    const offered = CAPABILITIES.filter((name) => OF_THE_HOST.includes(name) || ofTheAgent.includes(name));
    this.capabilities = new Set(
      offered.filter((name) => !name.startsWith('device-') || devices.some((device) => name === `device-${device}`)),
    );
    this.#image = image;
    this.#schema = schema;
    this.#guest = guest;
    this.#next = this.#bootNext();
  }

  /** Rejects with a KitError machine/no-guest. */
  static async open(spec: LinuxSpec): Promise<LinuxSubject> {
    const schema = ReplySchema.shared;
    const guest = await Guest.boot(spec, schema).catch((cause: unknown) => {
      throw noGuest(cause);
    });
    return new LinuxSubject(spec, guest, schema);
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    if (operation.op !== 'boot') this.#isTidy = false;
    const ofTheHost: HostHandlers[Name] = this.#handlers[operation.op as Name];
    if (ofTheHost !== undefined) return ofTheHost(operation);
    const { op, ...takes } = operation;
    const { memory }: { readonly op: OperationName; readonly memory?: readonly Region[] } = operation;
    const result = await this.#guest.conversation.ask(op, takes);
    if (memory !== undefined) return takeMemory(result, memory);
    // Where the protocol has null, the port has nothing.
    const given: { readonly outcome: Outcome<Name> } = Object({ outcome: result ?? undefined });
    return given.outcome;
  }

  async finishScenario(): Promise<ScenarioEnd> {
    const boots = this.#boots;
    this.#boots = 0;
    return { complaint: await this.#tidyUp(), boots };
  }

  /** Ends what the scenario has left. Gives what the kernel complained of. */
  async #tidyUp(): Promise<readonly string[]> {
    const { conversation } = this.#guest;
    if (conversation.problem !== null) return [];
    for (const { host } of this.#devices.values()) host.witness?.release();
    const { lines }: Outcome<'observe-log'> = Object(await conversation.ask('observe-log', {}));
    await conversation.ask('boot', {});
    for (const registered of this.#devices.values()) await this.#unregister(registered);
    const { mask } = Object(await conversation.ask('observe-taint', {}));
    const splat = lines.findIndex(({ text }) => SPLAT.test(text));
    if (splat !== -1 || (mask & ~FWCTL_TAINT) !== 0) this.#isMarked = true;
    if (mask !== 0) this.#isTainted = true;
    this.#isTidy = true;
    return splat === -1 ? [] : lines.slice(splat, splat + MOST_LINES).map(({ text }) => text);
  }

  async stop(): Promise<void> {
    await this.#guest.end();
    await this.#next.then((guest) => guest.end());
  }

  readonly #handlers: HostHandlers = {
    boot: ({ mayBeTainted = false }) => this.#boot(mayBeTainted),
    lockdown: ({ level }) => this.#lockDown(level),
    register: (operation) => this.#register(operation),
    unregister: ({ device }) => this.#unregister(this.#device(device)),
    'script-driver': async ({ device, setup }) => this.#device(device).host.script?.(setup),
    hold: async ({ device, operation }) => this.#witness(device).hold(operation),
    'await-held': async ({ device, count }) => this.#witness(device).awaitHeld(count),
    release: async ({ device, count }) => this.#witness(device).release(count),
    'firmware-fault': async ({ device, fault }) => this.#device(device).host.firmware?.fault(fault),
    reset: async ({ device, reset }) => this.#device(device).host.firmware?.reset(reset),
    'run-firmware': async ({ device, release }) => {
      const { runFirmware } = this.#device(device).host;
      if (runFirmware === undefined) throw new Error(`there is one release of the firmware of device "${device}"`);
      runFirmware(release);
    },
    'observe-driver': async ({ device }) => ({ calls: [...this.#witness(device).calls] }),
    'observe-firmware': async ({ device, since = 0 }) => {
      const { messages, ...state } = this.#device(device).host.firmware?.state() ?? NO_FIRMWARE;
      return { ...state, messages: messages.slice(since), received: messages.length };
    },
  };

  async #boot(mayBeTainted: boolean): Promise<void> {
    if (!this.#isTidy) await this.#tidyUp().catch(() => undefined);
    if (this.#isMarked || (this.#isTainted && !mayBeTainted) || this.#guest.conversation.problem !== null) {
      const old = this.#guest;
      this.#guest = await this.#next;
      this.#next = this.#bootNext();
      this.#isMarked = false;
      this.#isTainted = false;
      this.#boots += 1;
      void old.end();
    }
    this.#devices.clear();
    this.#instances = 0;
  }

  /** Which nothing but a boot undoes. */
  async #lockDown(level: LockdownLevel): Promise<void> {
    this.#isMarked = true;
    await this.#guest.conversation.ask('lockdown', { level });
  }

  #bootNext(): Promise<Guest> {
    const booted = Guest.boot(this.#image, this.#schema);
    booted.catch(() => undefined);
    return booted;
  }

  async #register(operation: Operation<'register'>): Promise<Outcome<'register'>> {
    this.#instances += 1;
    const number = this.#instances;
    const { host, profile, setup } = guestDevice(operation, number);
    const added = profile === null ? { isThere: false, name: null } : await this.#guest.link.register(number, profile, setup, host);
    this.#devices.set(operation.device, { number, host, isRegistered: added.isThere });
    return { node: added.name === null ? null : `/dev/fwctl/${added.name}` };
  }

  async #unregister(registered: Registered): Promise<void> {
    if (!registered.isRegistered) return;
    registered.isRegistered = false;
    await this.#guest.link.unregister(registered.number);
  }

  #witness(device: DeviceId): DriverWitness {
    const { witness } = this.#device(device).host;
    if (witness === undefined)
      throw new Error(`the operations of the driver of "${device}" happen in the guest, where they cannot be seen or held`);
    return witness;
  }

  #device(device: DeviceId): Registered {
    const registered = this.#devices.get(device);
    if (registered === undefined) throw new Error(`no device "${device}" was registered`);
    return registered;
  }
}

function noGuest(cause: unknown): KitError {
  return new KitError(
    'machine/no-guest',
    {
      summary: 'the guest does not come up',
      expected: 'a User Mode Linux that boots without complaint, and an agent that greets',
      received: messageOf(cause),
      attempt: 'fwctl-conformance linux build again; linux shell shows what the guest says',
    },
    cause,
  );
}
