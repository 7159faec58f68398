const NEWLINE = 0x0a;

/** Cuts what arrives into lines, and where it is told to, into pieces of a given length. Keeps one unfinished of at most `longest` bytes. */
export class Lines {
  readonly #longest: number;
  /** Of a line that has not ended. */
  #parts: Buffer[] = [];
  #pending = 0;
  /** What is filled in place of a line. */
  #piece: Buffer | null = null;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** How many bytes there are of a line or a piece that is not complete. */
  get pending(): number {
    return this.#pending;
  }

  /** What follows is no line but as many bytes; to be said when a line has been taken, before the next is. */
  expectPiece(length: number): void {
    this.#piece = Buffer.allocUnsafeSlow(length);
  }

  /** What the chunk completes: lines without their newlines, and pieces; `too long` in place of the first line that is. */
  *take(chunk: Buffer): Generator<Buffer | 'too long'> {
    for (let start = 0; start < chunk.length; ) {
      if (this.#piece !== null) {
        start += this.#fill(this.#piece, chunk.subarray(start));
        if (this.#pending === this.#piece.length) yield this.#give(this.#piece);
        continue;
      }
      const end = chunk.indexOf(NEWLINE, start);
      const part = chunk.subarray(start, end === -1 ? undefined : end);
      if (this.#pending + part.length > this.#longest) return yield this.#refuse();
      if (end === -1) return this.#keep(part);
      start = end + 1;
      yield this.#give(this.#parts.length === 0 ? part : Buffer.concat([...this.#parts, part]));
    }
  }

  #fill(piece: Buffer, from: Buffer): number {
    const copied = from.copy(piece, this.#pending);
    this.#pending += copied;
    return copied;
  }

  #keep(part: Buffer): void {
    this.#parts.push(part);
    this.#pending += part.length;
  }

  #give(whole: Buffer): Buffer {
    this.#drop();
    return whole;
  }

  #refuse(): 'too long' {
    this.#drop();
    return 'too long';
  }

  #drop(): void {
    this.#parts = [];
    this.#pending = 0;
    this.#piece = null;
  }
}
