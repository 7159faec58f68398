import type { Duplex } from 'node:stream';
import { type Answer, type HostDevice, refused } from './host-devices.js';
import { decodeQuestion, encodeRecord, type KernelRecord, RecordReader, TO_HOST, TO_KERNEL, wordAt, words } from './records.js';

/** In the order of the profiles in testbed/link/link.c. */
export const LINK_PROFILES = ['plain', 'mlx5', 'cxl', 'bnxt', 'pds'] as const;
export type LinkProfile = (typeof LINK_PROFILES)[number];

export type Added = { readonly isThere: boolean; readonly name: string | null };

const IN_PLACE = 1;
const LINK_WORDS = 1;

/** The host's end of the link: lets devices come and go in the guest's kernel, and answers what their drivers ask. */
export class KernelLink {
  readonly #pipe: Duplex;
  readonly #devices = new Map<number, HostDevice>();
  readonly #orders = new Map<number, (done: KernelRecord) => void>();
  #lastOrder = 0;

  constructor(pipe: Duplex) {
    const reader = new RecordReader();
    this.#pipe = pipe;
    pipe.on('data', (chunk: Buffer) => {
      for (const record of reader.take(chunk)) this.#receive(record);
    });
  }

  /** Whether the kernel has the device now, and the name that fwctl gave it, if its driver registered one. */
  async register(device: number, profile: LinkProfile, setup: Uint8Array, host: HostDevice): Promise<Added> {
    this.#devices.set(device, host);
    const { payload } = await this.#order(TO_KERNEL.register, device, new Uint8Array([...words(LINK_PROFILES.indexOf(profile)), ...setup]));
    const isThere = wordAt(payload, 0) === 0;
    const name = Buffer.from(payload.subarray(LINK_WORDS * 4)).toString();
    if (!isThere) this.#devices.delete(device);
    return { isThere, name: isThere && name !== '' ? name : null };
  }

  /** Comes back when the kernel has let go of the driver. */
  async unregister(device: number): Promise<void> {
    await this.#order(TO_KERNEL.unregister, device, new Uint8Array(0));
    this.#devices.delete(device);
  }

  #order(kind: number, device: number, payload: Uint8Array): Promise<KernelRecord> {
    this.#lastOrder += 1;
    const id = this.#lastOrder;
    return new Promise((done) => {
      this.#orders.set(id, done);
      this.#pipe.write(encodeRecord({ kind, device, id, payload }));
    });
  }

  #receive(record: KernelRecord): void {
    if (record.kind === TO_HOST.done) {
      this.#orders.get(record.id)?.(record);
      this.#orders.delete(record.id);
      return;
    }
    const { device, id, payload } = record;
    const asked = this.#devices.get(device)?.answer(decodeQuestion(payload)) ?? Promise.resolve(refused('ENODEV'));
    void asked.then((answer) => this.#answer(device, id, answer));
  }

  #answer(device: number, id: number, { error, bytes, isInPlace }: Answer): void {
    const payload = new Uint8Array(8 + bytes.length);
    payload.set(words(error, isInPlace ? IN_PLACE : 0));
    payload.set(bytes, 8);
    this.#pipe.write(encodeRecord({ kind: TO_KERNEL.answer, device, id, payload }));
  }
}
