import type { CallOutcome } from '../../kit/subject/operations.js';
import { INFO_STRUCT, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import type { Draft, LaidOut } from './call-draft.js';
import { canaryIsIntact, type Placed } from './layout.js';

/** What one ioctl came to: its outcome, and the caller's memory as it is now. */
export class CallResult {
  readonly draft: Draft;
  readonly outcome: CallOutcome;
  readonly memory: LaidOut;

  constructor(draft: Draft, outcome: CallOutcome, memory: LaidOut) {
    this.draft = draft;
    this.outcome = outcome;
    this.memory = memory;
  }

  /** The word of the structure that user space reads at `offset`. */
  word(offset: number): number {
    const bytes = this.structure;
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);
  }

  get structure(): Uint8Array {
    return payload(this.memory.structure);
  }

  /** The device data, or the response: as much as the caller had room for. */
  get data(): Uint8Array {
    return payload(this.memory.data);
  }

  /** Of what the request points into, the piece of that number as it is now. */
  payload(number: number): Uint8Array {
    const placed = this.memory.payloads[number];
    return placed === undefined ? new Uint8Array(0) : payload(placed);
  }

  /** The caller's request buffer as it is now. */
  get requestBytes(): Uint8Array {
    return this.memory.request === null ? new Uint8Array(0) : payload(this.memory.request);
  }

  /** out_len, or device_data_len. */
  get reportedLength(): number {
    return this.word(this.draft.name === 'FWCTL_INFO' ? INFO_STRUCT.deviceDataLen : RPC_STRUCT.outLen);
  }

  get deviceType(): number {
    return this.word(INFO_STRUCT.outDeviceType);
  }

  /** Names of the regions in which a byte differs from before the call. */
  get writtenRegions(): readonly string[] {
    const { structure, data, request, payloads } = this.memory;
    return [structure, data, request, ...payloads].flatMap((placed) =>
      placed !== null && differs(placed) ? [placed.region?.name ?? ''] : [],
    );
  }

  /** Names of the regions behind which something was written. */
  get overrunRegions(): readonly string[] {
    return this.#watched.flatMap((placed) => (placed.region && !canaryIsIntact(placed) ? [placed.region.name] : []));
  }

  /** Names of the regions that have a canary behind them. */
  get watchedRegions(): readonly string[] {
    return this.#watched.flatMap(({ region }) => region?.name ?? []);
  }

  get #watched(): readonly Placed[] {
    const { structure, data, request, payloads } = this.memory;
    return [structure, data, request, ...payloads].filter(
      (placed): placed is Placed => placed?.region != null && placed.region.bytes.length > placed.length,
    );
  }

  /** Offsets in the structure whose byte the call changed. */
  get changedStructureBytes(): readonly number[] {
    const { before, region } = this.memory.structure;
    return [...before.keys()].filter((offset) => before[offset] !== region?.bytes[offset]);
  }
}

function payload({ region, length }: Placed): Uint8Array {
  return region === null ? new Uint8Array(0) : region.bytes.subarray(0, length);
}

function differs({ region, before }: Placed): boolean {
  return region !== null && Buffer.compare(region.bytes, before) !== 0;
}
