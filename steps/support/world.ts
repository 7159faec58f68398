import { type IWorldOptions, World } from '@cucumber/cucumber';
import type { Evidence, RecordedExpectation } from '../../kit/evidence.js';
import type { HostNotice, LogLine } from '../../kit/subject/operations.js';
import type { ScenarioEnd } from '../../kit/subject/port.js';
import { type Draft, rpcDraft } from './call-draft.js';
import type { CallResult } from './call-result.js';
import { Caller, FIRST, UNPRIVILEGED } from './caller.js';
import { Device } from './device.js';
import { Judge } from './judge.js';
import { Machine } from './machine.js';
import type { ScenarioMemory } from './scenario-memory.js';

/** A scenario that looks at the taint or the log of the kernel says so in a step; any other gets along with a tainted kernel. */
const LOOKS_AT_THE_KERNEL = /\btaint|\bkernel log\b/;

/** What the engine tells of a scenario; plain cucumber tells nothing of it. */
type ScenarioParameters = { readonly steps?: readonly string[] };

/** One scenario's memory: the machine, who uses it, what is about to be asked, and what has been judged. */
export class FwctlWorld extends World<ScenarioParameters> {
  readonly machine: Machine;
  readonly judge = new Judge();
  /** What the next call will be, as the scenario builds it up. */
  draft: Draft = rpcDraft();
  /** Results of calls that are judged together. */
  readonly results: CallResult[] = [];
  counterexample: Evidence['counterexample'];
  #end: ScenarioEnd | null = null;
  notApplicable: string | null = null;
  notModelled: string | null = null;
  /** What steps leave for later ones, by the `ScenarioMemory` through which they get it. */
  readonly memories = new Map<ScenarioMemory<unknown>, unknown>();
  /** How many calls had been made when each step began, and at last the end. */
  readonly #began: number[] = [];
  readonly #callers = new Map<string, Caller>();
  readonly #devices = new Map<string, Device>();

  constructor(options: IWorldOptions<ScenarioParameters>) {
    super(options);
    this.machine = new Machine(() => this.#startUp());
    this.#callers.set(FIRST, new Caller(1, this.machine));
  }

  /** Each step says so, and the end of the scenario. */
  begin(): void {
    this.#began.push(this.machine.calls.length);
  }

  /** Every scenario starts with a fresh kernel and one process in it that has no capability. */
  async #startUp(): Promise<void> {
    await this.machine.perform({ op: 'boot', ...(this.#mayBeTainted && { mayBeTainted: true }) });
    await this.caller.start(UNPRIVILEGED);
  }

  get #mayBeTainted(): boolean {
    const { steps } = this.parameters;
    return steps !== undefined && !steps.some((step) => LOOKS_AT_THE_KERNEL.test(step));
  }

  #requireUntainted(): void {
    if (this.#mayBeTainted) throw new Error('no step of the scenario says that it looks at the taint or the kernel log');
  }

  async addCaller(name: string): Promise<Caller> {
    const caller = new Caller(this.#callers.size + 1, this.machine);
    this.#callers.set(name, caller);
    await caller.start(UNPRIVILEGED);
    return caller;
  }

  callerNamed(name: string): Caller {
    const caller = this.#callers.get(name);
    if (caller === undefined) throw new Error(`the scenario has no "${name}"`);
    return caller;
  }

  get caller(): Caller {
    return this.callerNamed(FIRST);
  }

  addDevice(name: string): Device {
    const device = new Device(name, this.machine);
    this.#devices.set(name, device);
    return device;
  }

  get deviceCount(): number {
    return this.#devices.size;
  }

  deviceNamed(name: string): Device {
    const device = this.#devices.get(name);
    if (device === undefined) throw new Error(`the scenario has no "${name}"`);
    return device;
  }

  /** The device that a scenario with only one is about. */
  get device(): Device {
    return this.deviceNamed('the device');
  }

  async taintMask(): Promise<number> {
    this.#requireUntainted();
    return (await this.machine.perform({ op: 'observe-taint' })).mask;
  }

  async isTainted(): Promise<boolean> {
    return (await this.taintMask()) !== 0;
  }

  async kernelLog(): Promise<readonly LogLine[]> {
    this.#requireUntainted();
    return (await this.machine.perform({ op: 'observe-log' })).lines;
  }

  /** What the rest of the host has noticed of the devices since boot. */
  async hostNotices(): Promise<readonly HostNotice[]> {
    return (await this.machine.perform({ op: 'observe-host' })).notices;
  }

  get #unjudgedFailure(): string | null {
    return [...this.#callers.values()].map((caller) => caller.unjudgedFailure).find((failure) => failure !== null) ?? null;
  }

  /** Ends what is left of the scenario; gives what its end tells against the subject that no step has looked at. */
  async finish(hasPassed: boolean): Promise<RecordedExpectation | null> {
    this.#end = await this.machine.finish();
    const splat = this.#end?.complaint[0];
    if (splat !== undefined) return { what: 'what the kernel says of itself', expected: 'no complaint', actual: splat, held: false };
    const unjudged = hasPassed ? this.#unjudgedFailure : null;
    return unjudged === null ? null : { what: 'failures that no step looked at', expected: 'none', actual: unjudged, held: false };
  }

  get evidence(): Evidence {
    return {
      expectations: this.judge.expectations,
      ...(this.machine.calls.length > 0 && { began: this.#began }),
      ...(this.machine.glances.length > 0 && { glances: this.machine.glances }),
      used: this.machine.used,
      ...(this.machine.missing !== null && { missing: this.machine.missing }),
      ...(this.notApplicable !== null && { notApplicable: this.notApplicable }),
      ...(this.notModelled !== null && { notModelled: this.notModelled }),
      ...(this.counterexample && { counterexample: this.counterexample }),
      ...(this.#end && this.#end.complaint.length > 0 && { complaint: this.#end.complaint }),
      ...(this.#end && { boots: this.#end.boots }),
      calls: this.machine.calls,
    };
  }
}
