import {
  BNXT_SETUP,
  type BnxtSetup,
  CXL_SETUP,
  CXL_SWITCH_SETUP,
  type CxlSetup,
  type CxlSwitchSetup,
  MLX5_SETUP,
  type Mlx5Setup,
  type NvmeSetup,
  type PdsSetup,
  PLAIN_SETUP,
  type PlainSetup,
} from '../../kit/subject/device-setups.js';
import type {
  CallOutcome,
  CommandOutcome,
  DeviceId,
  DriverCall,
  DriverOperation,
  FirmwareFault,
  FirmwareRelease,
  FirmwareState,
  Operation,
  Reset,
} from '../../kit/subject/operations.js';
import type { Caller } from './caller.js';
import type { Machine } from './machine.js';

/** The type of a plain device of which a scenario says nothing else. */
export const PLAIN_TYPE = PLAIN_SETUP.deviceType;

/** A device of the machine as a scenario sees it: its node, its driver, its firmware. */
export class Device {
  readonly id: DeviceId;
  readonly #machine: Machine;
  #node: string | null = null;
  #removal: CallOutcome | null = null;
  #leaving: { isGone: boolean; readonly gone: Promise<void> } | null = null;

  constructor(id: DeviceId, machine: Machine) {
    this.id = id;
    this.#machine = machine;
  }

  async registerPlain(setup: Partial<PlainSetup> = {}): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'plain', setup: { ...PLAIN_SETUP, ...setup } });
  }

  async registerMlx5(setup: Partial<Mlx5Setup> = {}): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'mlx5', setup: { ...MLX5_SETUP, ...setup } });
  }

  async registerCxl(setup: Partial<CxlSetup> = {}): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'cxl', setup: { ...CXL_SETUP, ...setup } });
  }

  async registerCxlSwitch(setup: Partial<CxlSwitchSetup>): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'cxl-switch', setup: { ...CXL_SWITCH_SETUP, ...setup } });
  }

  async registerBnxt(setup: BnxtSetup = BNXT_SETUP): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'bnxt', setup });
  }

  async registerPds(setup: PdsSetup): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'pds', setup });
  }

  async registerNvme(setup: NvmeSetup): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'nvme', setup });
  }

  async registerModelled(): Promise<void> {
    await this.#appeared({ op: 'register', device: this.id, profile: 'modelled', setup: {} });
  }

  async #appeared(operation: Operation<'register'>): Promise<void> {
    this.#node = (await this.#machine.perform(operation)).node;
  }

  /** The path of the node below /dev. */
  get node(): string {
    if (this.#node === null) throw new Error(`device "${this.id}" has no node`);
    return this.#node;
  }

  get hasNode(): boolean {
    return this.#node !== null;
  }

  /** fwctlN. */
  get name(): string {
    return this.node.slice(this.node.lastIndexOf('/') + 1);
  }

  async unregister(): Promise<void> {
    await this.#machine.perform({ op: 'unregister', device: this.id });
  }

  /** Starts to unregister and does not wait. */
  beginUnregister(): void {
    const leaving = {
      isGone: false,
      gone: this.unregister().then(() => {
        leaving.isGone = true;
      }),
    };
    leaving.gone.catch(() => undefined);
    this.#leaving = leaving;
  }

  get isLeaving(): boolean {
    return this.#leaving !== null && !this.#leaving.isGone;
  }

  async finishUnregister(): Promise<void> {
    await this.#leaving?.gone;
  }

  async removeModule(): Promise<void> {
    this.#removal = await this.#machine.perform({ op: 'remove-module', device: this.id });
  }

  /** What became of removing the module of its driver. */
  get removal(): CallOutcome {
    if (this.#removal === null) throw new Error('the scenario judges a removal that nobody made');
    return this.#removal;
  }

  /** A kernel driver beside fwctl gives the command of that request. */
  async kernelCommand(request: Uint8Array, room: number): Promise<CommandOutcome> {
    return this.#machine.perform({ op: 'kernel-command', device: this.id, request, room });
  }

  /** A kernel driver takes over what that request is for. */
  async kernelClaim(request: Uint8Array): Promise<void> {
    await this.#machine.perform({ op: 'kernel-claim', device: this.id, request });
  }

  async runFirmware(release: FirmwareRelease): Promise<void> {
    await this.#machine.perform({ op: 'run-firmware', device: this.id, release });
  }

  async script(setup: Partial<PlainSetup>): Promise<void> {
    await this.#machine.perform({ op: 'script-driver', device: this.id, setup });
  }

  async hold(operation: DriverOperation): Promise<void> {
    await this.#machine.perform({ op: 'hold', device: this.id, operation });
  }

  /**
   * Waits until `count` operations are being held. Throws when `call`, which is to be held, comes back instead: waiting on
   * would be in vain.
   */
  async awaitHeld(count: number, call: Caller): Promise<void> {
    const came = await this.heldOrBack(count, call);
    if (came !== null) throw new Error(`the call came back with ${came.ok ? 'success' : came.errno} before the driver could be held`);
  }

  /** The same, for who judges what `call` came back with; null when `count` operations are being held. */
  async heldOrBack(count: number, call: Caller): Promise<CallOutcome | null> {
    const held = this.#machine.perform({ op: 'await-held', device: this.id, count });
    return Promise.race([held.then(() => null), call.back.then(({ outcome }) => outcome)]);
  }

  async release(count?: number): Promise<void> {
    await this.#machine.perform({ op: 'release', device: this.id, ...(count !== undefined && { count }) });
  }

  async fault(fault: FirmwareFault): Promise<void> {
    await this.#machine.perform({ op: 'firmware-fault', device: this.id, fault });
  }

  async reset(reset: Reset): Promise<void> {
    await this.#machine.perform({ op: 'reset', device: this.id, reset });
  }

  /** Every call that the core made on the driver so far, or those of one operation. */
  async driverCalls(operation?: DriverOperation): Promise<readonly DriverCall[]> {
    const { calls } = await this.#machine.perform({ op: 'observe-driver', device: this.id });
    return operation === undefined ? calls : calls.filter((call) => call.operation === operation);
  }

  /** How many messages the firmware has received, for what a later step may ask; 0 when the subject cannot tell. */
  async messageCount(): Promise<number> {
    return (await this.#machine.messageCount(this.id)) ?? 0;
  }

  /** What the firmware holds, and the messages that it received from number `since` on. */
  firmware(since = 0): Promise<FirmwareState> {
    return this.#machine.perform({ op: 'observe-firmware', device: this.id, since });
  }
}
