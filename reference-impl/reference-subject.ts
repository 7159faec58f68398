import type { Awaitable } from '../kit/result.js';
import { CAPABILITIES, type Capability, OF_SHARED_FIRMWARE } from '../kit/subject/capabilities.js';
import { DEVICE_PROFILES, type DeviceProfile, type DeviceSetups } from '../kit/subject/device-setups.js';
import type { DeviceId, Operation, OperationName, Operations, Outcome } from '../kit/subject/operations.js';
import type { Subject, SubjectIdentity } from '../kit/subject/port.js';
import { visibleDevices } from './core/class-tree.js';
import { type Core, createCore } from './core/core.js';
import type { FwctlDevice } from './core/device.js';
import { createModule, type DriverModule } from './core/module.js';
import type { CoreParts } from './core/parts.js';
import type { DeviceFactories, DeviceInstance } from './device-instance.js';
import type { KernelUser } from './driver-ops.js';
import { DriverWitness } from './driver-witness.js';
import { Vfs } from './vfs.js';

type Registered = {
  readonly instance: DeviceInstance;
  readonly witness: DriverWitness | null;
  readonly device: FwctlDevice | null;
};

type Handlers = { [Name in OperationName]: (operation: Operation<Name>) => Promise<Operations[Name]['gives']> };

/** By how much the next release of the kernel has longer structures, in bytes. */
const NEXT_GROWTH = 8;

const EMPTY_FIRMWARE = { messages: [], contexts: [], objects: [] };

/** Of these there is a model of what else in the kernel uses their firmware. */
const SHARED: readonly DeviceProfile[] = ['mlx5', 'cxl', 'nvme', 'modelled'];

/** Around an NVMe controller and a CXL switch there is a model of the host, too. */
function isOffered(name: Capability, profiles: readonly DeviceProfile[]): boolean {
  if (name === 'observe-host') return profiles.includes('nvme') || profiles.includes('cxl-switch');
  if (OF_SHARED_FIRMWARE.includes(name)) return SHARED.some((profile) => profiles.includes(profile));
  return !name.startsWith('device-') || profiles.some((profile) => name === `device-${profile}`);
}

/** The model behind the Subject port: a whole small kernel with the fwctl core in it. */
export class ReferenceSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #factories: DeviceFactories;
  readonly #parts: Partial<CoreParts>;
  #core: Core;
  #vfs: Vfs;
  #devices = new Map<DeviceId, Registered>();
  #modules = new Map<DeviceProfile, DriverModule>();
  #instances = 0;

  constructor(
    identity: SubjectIdentity,
    factories: DeviceFactories,
    parts: Partial<CoreParts> = {},
    profiles: readonly DeviceProfile[] = DEVICE_PROFILES,
    without: readonly Capability[] = [],
  ) {
    this.identity = identity;
    this.#factories = factories;
    this.#parts = parts;
    this.#core = createCore(parts);
    this.#vfs = new Vfs(this.#core);
    const canDo = CAPABILITIES.filter((name) => isOffered(name, profiles));
    this.capabilities = new Set(canDo.filter((name) => !without.includes(name)));
  }

  perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const handler = this.#handlers[operation.op as Name];
    return handler(operation);
  }

  async stop(): Promise<void> {
    this.#boot();
  }

  readonly #handlers: Handlers = {
    boot: async () => this.#boot(),
    'boot-next-kernel': async () => this.#boot(NEXT_GROWTH),
    spawn: async ({ caller, name, capabilities, userNamespace }) => this.#vfs.spawn(caller, name, { capabilities, userNamespace }),
    'set-capabilities': async ({ caller, capabilities, userNamespace }) => this.#vfs.setRights(caller, { capabilities, userNamespace }),
    exit: async ({ caller }) => this.#vfs.exit(caller),
    open: ({ caller, path, mode, file }) => this.#vfs.open(caller, path, mode, file),
    ioctl: ({ caller, file, request, argument, memory }) => this.#vfs.ioctl(caller, file, request, argument, memory),
    close: ({ caller, file }) => this.#vfs.close(caller, file),
    poke: async ({ caller, address, bytes }) => this.#vfs.poke(caller, address, bytes),
    share: async ({ file, from, to }) => this.#vfs.share(file, from, to),
    register: (operation) => this.#register(operation),
    unregister: async ({ device }) => {
      const registered = this.#device(device).device;
      if (registered !== null) await this.#core.parts.unregister(this.#core, registered);
    },
    'script-driver': async ({ device, setup }) => this.#device(device).instance.script?.(setup),
    hold: async ({ device, operation }) => this.#witness(device).hold(operation),
    'await-held': async ({ device, count }) => this.#witness(device).awaitHeld(count),
    release: async ({ device, count }) => this.#witness(device).release(count),
    'firmware-fault': async ({ device, fault }) => this.#device(device).instance.firmware?.fault(fault),
    reset: async ({ device, reset }) => {
      const { firmware, ops } = this.#device(device).instance;
      firmware?.reset(reset);
      await ops?.reset?.();
    },
    'memory-pressure': async ({ on }) => {
      this.#core.kernel.memoryPressure = on;
    },
    lockdown: async ({ level }) => {
      this.#core.kernel.lockdown = level;
    },
    'kernel-command': async ({ device, request, room }) => {
      const answer = await this.#kernelUser(device).command(request, room);
      return answer.ok ? { ok: true, bytes: answer.value } : answer;
    },
    'kernel-claim': async ({ device, request }) => this.#kernelUser(device).claim(request),
    amend: async ({ entry }) => {
      this.#core.kernel.amended.push(entry);
    },
    block: async ({ entry }) => {
      this.#core.kernel.blocked.push(entry.kind === 'device' ? { kind: 'device', device: this.#fwctlDevice(entry.device) } : entry);
    },
    'run-firmware': async ({ device, release }) => {
      const { runFirmware } = this.#device(device).instance;
      if (runFirmware === undefined) throw new Error(`there is one release of the firmware of device "${device}"`);
      runFirmware(release);
    },
    'remove-module': async ({ device }) => this.#core.parts.removeModule(this.#core, this.#fwctlDevice(device).module),
    'observe-taint': async () => ({ mask: this.#core.kernel.taint }),
    'observe-log': async () => ({ lines: [...this.#core.kernel.log] }),
    'observe-class': async () => ({ entries: visibleDevices(this.#core).map((device) => this.#core.parts.classEntry(this.#core, device)) }),
    'observe-nodes': async () => ({ nodes: visibleDevices(this.#core).map((device) => this.#core.parts.deviceNode(this.#core, device)) }),
    'observe-driver': async ({ device }) => ({ calls: [...this.#witness(device).calls] }),
    'observe-firmware': async ({ device, since = 0 }) => {
      const { messages, ...state } = this.#device(device).instance.firmware?.state() ?? EMPTY_FIRMWARE;
      return { ...state, messages: messages.slice(since), received: messages.length };
    },
    'observe-host': async () => ({ notices: [...this.#devices.values()].flatMap(({ instance }) => instance.notices?.() ?? []) }),
  };

  #boot(growth = 0): void {
    this.#core = createCore(this.#parts, growth);
    this.#vfs = new Vfs(this.#core);
    this.#devices = new Map();
    this.#modules = new Map();
    this.#instances = 0;
  }

  async #register(operation: Operation<'register'>): Promise<Outcome<'register'>> {
    const instance = await this.#instantiate(operation.profile, operation.setup);
    if (instance.ops === null) {
      this.#devices.set(operation.device, { instance, witness: null, device: null });
      return { node: null };
    }
    const witness = new DriverWitness(instance.ops);
    const module = this.#modules.get(operation.profile) ?? createModule();
    this.#modules.set(operation.profile, module);
    const registered = this.#core.parts.register(this.#core, witness.ops, instance.parent, module);
    const device = registered.ok ? registered.value : null;
    this.#devices.set(operation.device, { instance, witness, device });
    const isVisible = device !== null && !this.#core.parts.isBlocked(this.#core, device);
    return { node: isVisible ? this.#core.parts.deviceNode(this.#core, device).path : null };
  }

  #instantiate<Profile extends DeviceProfile>(profile: Profile, setup: DeviceSetups[Profile]): Awaitable<DeviceInstance> {
    const create: DeviceFactories[Profile] = this.#factories[profile];
    this.#instances += 1;
    return create(setup, this.#instances);
  }

  #fwctlDevice(name: DeviceId): FwctlDevice {
    const { device } = this.#device(name);
    if (device === null) throw new Error(`device "${name}" has no fwctl driver`);
    return device;
  }

  #device(device: DeviceId): Registered {
    const registered = this.#devices.get(device);
    if (registered === undefined) throw new Error(`no device "${device}" was registered`);
    return registered;
  }

  #kernelUser(device: DeviceId): KernelUser {
    const { kernelUser } = this.#device(device).instance;
    if (kernelUser === undefined) throw new Error(`no other driver uses the firmware of device "${device}"`);
    return kernelUser;
  }

  #witness(device: DeviceId): DriverWitness {
    const { witness } = this.#device(device);
    if (witness === null) throw new Error(`device "${device}" has no fwctl driver`);
    return witness;
  }
}
