import type { CallerId, FileId } from '../subject/operations.js';
import { CAP_SYS_RAWIO, FWCTL_RPC } from '../uapi/ioctl.js';
import { devicesOf } from './machine-left.js';
import type { AnyOperation, Step } from './record-scenarios.js';
import type { UnderWay } from './under-way.js';

/** What came of using a device again, by the name of the device and of what was tried. */
export type Uses = ReadonlyMap<string, string>;

export type Perform = (operation: AnyOperation) => Promise<UnderWay>;

/** A process that no scenario has, and its files. */
const CALLER: CallerId = 1_000_000;
const FILE: FileId = 1_000_000;

/** Devices that are used again; where there are thousands, these are enough. */
const MOST_DEVICES = 4;

type Place = {
  readonly device: string;
  readonly path: string;
  /** Whether it leads to a device: to this one, or to another that has the number now. */
  readonly isThere: boolean;
};

/** After what has failed, a device is as good as any: who opens it and calls it fares as if nothing had failed. */
export class NextUse {
  readonly #places: readonly Place[];
  readonly #call: Extract<AnyOperation, { op: 'ioctl' }> | null;
  readonly #callPath: string | null;
  /** Whether the scenario has the kernel block something, so that only playing it without a failure tells what to expect. */
  readonly #blocks: boolean;

  constructor(steps: readonly Step[], begun: readonly UnderWay[]) {
    this.#places = placesOf(begun).slice(0, MOST_DEVICES);
    this.#call = steps.map(succeedingRpc).find((call) => call !== null) ?? null;
    this.#callPath = steps.map(({ operation }) => pathOf(operation, this.#call?.file)).find((path) => path !== null) ?? null;
    this.#blocks = steps.some(({ operation: { op } }) => op === 'block');
  }

  async make(perform: Perform): Promise<Uses> {
    const uses = new Map<string, string>();
    await perform({ op: 'memory-pressure', on: false });
    await perform({ op: 'spawn', caller: CALLER, name: 'next', capabilities: [CAP_SYS_RAWIO], userNamespace: 'initial' });
    for (const [index, { device, path }] of this.#places.entries()) {
      const file = FILE + index;
      await perform({ op: 'script-driver', device, setup: { openErrno: null } });
      uses.set(`the next open of ${device}`, outcomeOf(await perform({ op: 'open', caller: CALLER, path, mode: 'read-write', file })));
      if (this.#call !== null && path === this.#callPath)
        uses.set(`the next call on ${device}`, outcomeOf(await perform({ ...this.#call, caller: CALLER, file })));
    }
    await perform({ op: 'exit', caller: CALLER, how: 'exit' });
    return uses;
  }

  /** Devices that are gone can be opened no more. */
  async tryGone(perform: Perform): Promise<readonly string[]> {
    const caller = CALLER + 1;
    await perform({ op: 'spawn', caller, name: 'late', capabilities: [], userNamespace: 'initial' });
    const wrongs: string[] = [];
    for (const { device, path } of this.#places) {
      const opened = outcomeOf(await perform({ op: 'open', caller, path, mode: 'read-write', file: FILE + MOST_DEVICES }));
      if (opened !== 'ENOENT') wrongs.push(`an open of ${device}, which is gone, is ${opened}`);
    }
    await perform({ op: 'exit', caller, how: 'exit' });
    return wrongs;
  }

  /** Where it fares otherwise than it must, or than without a failure. */
  differences(uses: Uses, expected: Uses | null): readonly string[] {
    const there = new Map(this.#places.map(({ device, isThere }): readonly [string, boolean] => [`the next open of ${device}`, isThere]));
    return [...uses].flatMap(([use, outcome]) => {
      const opens = this.#blocks ? undefined : there.get(use);
      const wanted = opens === undefined ? (expected?.get(use) ?? outcome) : opens ? 'success' : 'ENOENT';
      return outcome === wanted ? [] : [`${use} is ${outcome} and not ${wanted}`];
    });
  }
}

function placesOf(begun: readonly UnderWay[]): readonly Place[] {
  const devices = devicesOf(begun);
  const taken = new Set(devices.filter(({ isGone }) => !isGone).map(({ path }) => path));
  return devices.flatMap(({ device, path }) => (path === null ? [] : [{ device, path, isThere: taken.has(path) }]));
}

function succeedingRpc({ operation, outcome }: Step): Extract<AnyOperation, { op: 'ioctl' }> | null {
  const { ok = false }: { readonly ok?: boolean } = Object(outcome);
  return operation.op === 'ioctl' && operation.request === FWCTL_RPC && ok ? operation : null;
}

function pathOf(operation: AnyOperation, file: FileId | undefined): string | null {
  return operation.op === 'open' && operation.file === file ? operation.path : null;
}

function outcomeOf({ isBack, outcome }: UnderWay): string {
  if (!isBack) return 'not back';
  const { ok = false, errno = 'nothing' }: { readonly ok?: boolean; readonly errno?: string } = Object(outcome);
  return ok ? 'success' : errno;
}
