/**
 * The records between the guest's kernel and the host: four little-endian words (length of all, kind, device, id) and a
 * payload. testbed/link/link.c is the other end.
 */
const HEADER = 16;

export const TO_KERNEL = { register: 1, unregister: 2, answer: 3 } as const;
export const TO_HOST = { done: 1, question: 2 } as const;

/** In the order of enum link_op in testbed/link/link.h. */
const LINK_OPS = ['message', 'open_uctx', 'close_uctx', 'info', 'fw_rpc'] as const;
export type LinkOp = (typeof LINK_OPS)[number];

export type KernelRecord = { readonly kind: number; readonly device: number; readonly id: number; readonly payload: Uint8Array };

export type Question = {
  readonly op: LinkOp;
  readonly context: number;
  readonly scope: number;
  readonly outLength: number;
  readonly bytes: Uint8Array;
};

export function encodeRecord({ kind, device, id, payload }: KernelRecord): Uint8Array {
  const record = new Uint8Array(HEADER + payload.length);
  const view = new DataView(record.buffer);
  for (const [index, word] of [record.length, kind, device, id].entries()) view.setUint32(index * 4, word, true);
  record.set(payload, HEADER);
  return record;
}

/** Words as they go into a payload; negative ones as two's complement. */
export function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setInt32(index * 4, value | 0, true);
  return bytes;
}

export function wordAt(bytes: Uint8Array, index: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(index * 4, true);
}

const QUESTION_WORDS = 4;

export function decodeQuestion(payload: Uint8Array): Question {
  const op = LINK_OPS[wordAt(payload, 0)];
  if (op === undefined) throw new Error(`the kernel asked for operation ${wordAt(payload, 0)} of a driver`);
  const [context, scope, outLength] = [1, 2, 3].map((index) => wordAt(payload, index));
  return { op, context: context ?? 0, scope: scope ?? 0, outLength: outLength ?? 0, bytes: payload.slice(QUESTION_WORDS * 4) };
}

/** Puts records together from what arrives. */
export class RecordReader {
  #pending: Buffer = Buffer.alloc(0);

  *take(chunk: Buffer): Generator<KernelRecord> {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    while (this.#pending.length >= HEADER) {
      const [length = 0, kind = 0, device = 0, id = 0] = [0, 4, 8, 12].map((offset) => this.#pending.readUInt32LE(offset));
      if (this.#pending.length < length) return;
      const payload = new Uint8Array(this.#pending.subarray(HEADER, length));
      this.#pending = this.#pending.subarray(Math.max(length, HEADER));
      yield { kind, device, id, payload };
    }
  }
}
