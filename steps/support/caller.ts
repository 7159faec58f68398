import type { CallerId, CallerRights, CallOutcome, FileId } from '../../kit/subject/operations.js';
import { type Draft, type LaidOut, layOut } from './call-draft.js';
import { CallResult } from './call-result.js';
import type { Machine } from './machine.js';

export const UNPRIVILEGED: CallerRights = { capabilities: [], userNamespace: 'initial' };
export const PRIVILEGED: CallerRights = { capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'initial' };

/** Whom a scenario with two processes speaks of; the first is there from the beginning. */
export const BOTH = ['the caller', 'the second caller'] as const;
export const [FIRST, OTHER] = BOTH;

/** An ioctl under way. */
type Outstanding = { readonly memory: LaidOut; readonly result: Promise<CallResult>; isBack: boolean };

/** One process that uses fwctl. What its calls came to is taken exactly once, by the step that judges it. */
export class Caller {
  readonly id: CallerId;
  readonly #machine: Machine;
  readonly #files: FileId[] = [];
  #nextFile = 1;
  #result: CallResult | null = null;
  #lastTaken: CallResult | null = null;
  #openOutcome: CallOutcome | null = null;
  #closeOutcome: CallOutcome | null = null;
  #outstanding: Outstanding | null = null;

  constructor(id: CallerId, machine: Machine) {
    this.id = id;
    this.#machine = machine;
  }

  async start(rights: CallerRights): Promise<void> {
    await this.#machine.perform({ op: 'spawn', caller: this.id, name: this.processName, ...rights });
  }

  async setRights(rights: CallerRights): Promise<void> {
    await this.#machine.perform({ op: 'set-capabilities', caller: this.id, ...rights });
  }

  /** The name under which the process stands in the log. */
  get processName(): string {
    return `caller-${this.id}`;
  }

  /** Opens the node; what came of it is taken with takeOpenOutcome. */
  async open(path: string, mode: 'read-write' | 'read-only' = 'read-write'): Promise<void> {
    const file = this.id * 1000 + this.#nextFile;
    this.#nextFile += 1;
    this.#openOutcome = await this.#machine.perform({ op: 'open', caller: this.id, path, mode, file });
    if (this.#openOutcome.ok) this.#files.push(file);
  }

  takeOpenOutcome(): CallOutcome {
    const outcome = this.#openOutcome;
    if (outcome === null) throw new Error('the scenario judges an open that nobody made');
    this.#openOutcome = null;
    return outcome;
  }

  /** Closes the file opened last. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#files.pop();
    this.#closeOutcome = await this.#machine.perform({ op: 'close', caller: this.id, file });
  }

  /** What the last close() answered. */
  get closeOutcome(): CallOutcome {
    if (this.#closeOutcome === null) throw new Error('the scenario judges a close that nobody made');
    return this.#closeOutcome;
  }

  async exit(how: 'exit' | 'kill'): Promise<void> {
    this.#files.length = 0;
    await this.#machine.perform({ op: 'exit', caller: this.id, how });
  }

  /** Hands the file opened last to another process; both refer to the same open file then. */
  async shareWith(other: Caller): Promise<void> {
    const file = this.#file;
    await this.#machine.perform({ op: 'share', file, from: this.id, to: other.id });
    other.#files.push(file);
  }

  /** Makes the call on the file opened last and waits until it is back. */
  async make(draft: Draft): Promise<void> {
    this.#result = await this.#issue(draft, layOut(draft));
  }

  /** Makes the call and does not wait. */
  begin(draft: Draft): void {
    const memory = layOut(draft);
    const outstanding: Outstanding = {
      memory,
      isBack: false,
      result: this.#issue(draft, memory).then((result) => {
        outstanding.isBack = true;
        return result;
      }),
    };
    outstanding.result.catch(() => undefined);
    this.#outstanding = outstanding;
  }

  get isWaiting(): boolean {
    return this.#outstanding !== null && !this.#outstanding.isBack;
  }

  /** The call that was begun, when it is back. */
  get back(): Promise<CallResult> {
    if (this.#outstanding === null) throw new Error('the scenario waits for a call that nobody began');
    return this.#outstanding.result;
  }

  /** Waits for the call that was begun. */
  async finish(): Promise<void> {
    this.#result = await this.back;
    this.#outstanding = null;
  }

  /** Another thread writes to the memory of the call that was begun. */
  async poke(piece: Exclude<keyof LaidOut, 'payloads'>, offset: number, bytes: Uint8Array): Promise<void> {
    const placed = this.#outstanding?.memory[piece];
    if (!placed) throw new Error(`the scenario writes to the ${piece} of a call that nobody began`);
    await this.#machine.perform({ op: 'poke', caller: this.id, address: placed.address + offset, bytes });
  }

  /** The result of the last call. Whoever takes it judges it. */
  takeResult(): CallResult {
    const result = this.#result;
    if (result === null) throw new Error('the scenario judges a call that nobody made');
    this.#lastTaken = result;
    this.#result = null;
    return result;
  }

  /** The result that was judged last, for what else there is to see in it. */
  get judgedResult(): CallResult {
    if (this.#lastTaken === null) throw new Error('the scenario looks into a call that nobody judged');
    return this.#lastTaken;
  }

  /** A call or an open that failed without a step looking at it. */
  get unjudgedFailure(): string | null {
    if (this.#result !== null && !this.#result.outcome.ok) return `${this.#result.draft.name} failed with ${this.#result.outcome.errno}`;
    if (this.#openOutcome !== null && !this.#openOutcome.ok) return `open failed with ${this.#openOutcome.errno}`;
    return this.#outstanding === null ? null : 'a call was begun and never waited for';
  }

  async #issue(draft: Draft, memory: LaidOut): Promise<CallResult> {
    const data = memory.data === memory.request ? null : memory.data;
    const mapped = [memory.structure, memory.request, data, ...memory.payloads].flatMap((placed) =>
      placed?.region ? { region: placed.region, before: placed.before } : [],
    );
    const outcome = await this.#machine.perform(
      {
        op: 'ioctl',
        caller: this.id,
        file: this.#file,
        request: draft.ioctl,
        argument: memory.structure.address,
        memory: mapped.map(({ region }) => region),
      },
      mapped.map(({ before }) => before),
    );
    return new CallResult(draft, outcome, memory);
  }

  get #file(): FileId {
    const file = this.#files.at(-1);
    if (file === undefined) throw new Error('the caller has no open file');
    return file;
  }
}
