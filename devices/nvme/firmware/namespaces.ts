/** A namespace of the subsystem, and the blocks in it. */
export type Namespace = {
  readonly usedBy: 'this host' | 'another host';
  readonly blocks: Uint8Array;
  isAttached: boolean;
  /** How many blocks have been read or written through this controller. */
  moved: number;
};

export const BLOCK_LENGTH = 512;
const BLOCKS = 8;

export function createNamespaces(): Map<number, Namespace> {
  const namespace = (usedBy: Namespace['usedBy'], content: number): Namespace => ({
    usedBy,
    blocks: new Uint8Array(BLOCKS * BLOCK_LENGTH).fill(content),
    isAttached: true,
    moved: 0,
  });
  return new Map([
    [1, namespace('this host', 0x11)],
    [2, namespace('another host', 0x22)],
  ]);
}
