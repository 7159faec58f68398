import { DEVICES } from '../../devices/catalogue.js';
import type { HardwareProfile } from '../../devices/hardware.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { bindDriver, outOfReach, type RemoteDriver } from '../plugin/bind-driver.js';
import type { Ask } from '../plugin/messages.js';
import { type Capability, OF_SHARED_FIRMWARE } from '../subject/capabilities.js';
import type { DeviceSetups } from '../subject/device-setups.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject, SubjectIdentity } from '../subject/port.js';
import type { AdapterLink } from './adapter-link.js';
import type { DrivenDevices } from './driven-devices.js';
import type { DrivenProfile } from './replies.js';

/** The reference core with a driver behind it that runs in an adapter; below the driver lies the kit's hardware, where there is any. */
export class DriverFaceSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #link: AdapterLink;
  readonly #core: ReferenceSubject;
  readonly #devices: DrivenDevices;

  constructor(link: AdapterLink, profile: DrivenProfile, devices: DrivenDevices) {
    const { name, version } = link.greeting;
    this.identity = { kind: 'adapter', name, version };
    this.#link = link;
    this.#devices = devices;
    // What else in the kernel uses the firmware is known of our own drivers only.
    const without = profile === 'modelled' ? outOfReach(hasReset(link)) : OF_SHARED_FIRMWARE;
    this.#core = new ReferenceSubject(this.identity, { ...DEVICES, ...this.#factory(profile) }, {}, [profile], without);
    this.capabilities = this.#core.capabilities;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    if (operation.op === 'boot' || operation.op === 'boot-next-kernel') {
      this.#devices.clear();
      await this.#link.ask('boot', {});
    }
    return this.#core.perform(operation);
  }

  stop(): Promise<void> {
    return this.#link.stop();
  }

  #factory(profile: DrivenProfile): Partial<DeviceFactories> {
    if (profile === 'modelled')
      return { modelled: (_setup, device) => this.#bind(device, { profile, parent: `platform/driver.${device}` }) };
    if (profile === 'mlx5') return { mlx5: (setup, device) => this.#bindAbove(profile, setup, device) };
    if (profile === 'bnxt') return { bnxt: (setup, device) => this.#bindAbove(profile, setup, device) };
    return { cxl: (setup, device) => this.#bindAbove(profile, setup, device) };
  }

  #bindAbove<Profile extends HardwareProfile & DrivenProfile>(
    profile: Profile,
    setup: DeviceSetups[Profile],
    device: number,
  ): Promise<DeviceInstance> {
    const { parent, firmware, runFirmware } = this.#devices.add(profile, setup, device);
    return this.#bind(device, { profile, parent, firmware, ...(runFirmware && { runFirmware }), setup });
  }

  async #bind(
    device: number,
    { profile, setup, ...rest }: Omit<DeviceInstance, 'ops'> & { profile: DrivenProfile; setup?: object },
  ): Promise<DeviceInstance> {
    const ops = await bindDriver(asRemoteDriver(this.#link), device, { profile, ...(setup && { setup }) });
    return { ...rest, ops };
  }
}

function hasReset({ greeting }: AdapterLink): boolean {
  return 'driver' in greeting && greeting.reset === true;
}

/** The protocol has `bytes` where a driver in the process has a `value`, and says of `reset` in the greeting. */
function asRemoteDriver(link: AdapterLink): RemoteDriver {
  return {
    async ask({ op, ...takes }: Ask) {
      const given = await link.ask(op, takes);
      if (op === 'create') return given === null ? null : { ...Object(given), hasReset: hasReset(link) };
      const { ok, bytes } = Object(given);
      return ok === true && bytes !== undefined ? { ok, value: bytes } : given;
    },
  };
}
