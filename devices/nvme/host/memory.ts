import type { Bus } from '../firmware/bus.js';
import type { DmaBuffer } from '../link.js';
import type { NoticeBoard } from './notice-board.js';

const FIRST_ADDRESS = 0x1_0000_0000;
/** Buffers are apart from each other, so that what overruns one is in none. */
const GAP = 0x10_0000;

/** The memory of the host as the device sees it: what drivers have given it, and all the rest, which is the kernel's. */
export class HostMemory implements Bus {
  readonly #board: NoticeBoard;
  readonly #given = new Map<number, HostBuffer>();
  /** What a device has written where it should not have; everything else that is the kernel's reads as its address does. */
  readonly #spoilt = new Map<number, number>();
  #next = FIRST_ADDRESS;

  constructor(board: NoticeBoard) {
    this.#board = board;
  }

  give(length: number): DmaBuffer {
    const buffer = new HostBuffer(this.#next, length);
    this.#next += GAP + Math.ceil(length / GAP) * GAP;
    this.#given.set(buffer.address, buffer);
    return buffer;
  }

  takeBack({ address }: DmaBuffer): void {
    this.#given.delete(address);
  }

  /** How many buffers have been given and not taken back. */
  get given(): number {
    return this.#given.size;
  }

  read(address: number, length: number): Uint8Array {
    const given = this.#within(address, length);
    if (given !== null) return given.slice();
    this.#board.notice('host memory', `the device has read ${length} bytes at ${hex(address)}, which nobody had given it`);
    return Uint8Array.from({ length }, (_, index) => this.#spoilt.get(address + index) ?? (address + index) & 0xff);
  }

  write(address: number, bytes: Uint8Array): void {
    const given = this.#within(address, bytes.length);
    if (given !== null) {
      given.set(bytes);
      return;
    }
    this.#board.notice('host memory', `the device has written ${bytes.length} bytes at ${hex(address)}, which nobody had given it`);
    for (const [index, byte] of bytes.entries()) this.#spoilt.set(address + index, byte);
  }

  /** The bytes there, if all of them are in one buffer. */
  #within(address: number, length: number): Uint8Array | null {
    for (const buffer of this.#given.values()) {
      const offset = address - buffer.address;
      if (offset >= 0 && offset + length <= buffer.length) return buffer.bytes.subarray(offset, offset + length);
    }
    return null;
  }
}

/** Most of what drivers give is only an address to the device, and nobody looks at the bytes. */
class HostBuffer implements DmaBuffer {
  readonly address: number;
  readonly length: number;
  #bytes: Uint8Array | null = null;

  constructor(address: number, length: number) {
    this.address = address;
    this.length = length;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= new Uint8Array(this.length);
    return this.#bytes;
  }
}

function hex(address: number): string {
  return `0x${address.toString(16)}`;
}
