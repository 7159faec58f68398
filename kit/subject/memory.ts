/**
 * A piece of a caller's memory. Whatever lies outside every region is not mapped, and touching it faults.
 *
 * `address` is where the first byte is mapped. On a real machine rights are per page, so a region that must
 * end in a fault ends on a page boundary; `layout.ts` sees to that.
 */
export type Region = {
  readonly name: string;
  readonly address: number;
  readonly access: 'read-write' | 'read-only';
  readonly bytes: Uint8Array;
};
