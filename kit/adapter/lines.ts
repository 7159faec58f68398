const NEWLINE = 0x0a;

/** Cuts what arrives into lines, and keeps at most one unfinished line of at most `longest` bytes. */
export class Lines {
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #pending = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** How many bytes there are of a line that has not ended. */
  get pending(): number {
    return this.#pending;
  }

  /** The lines that the chunk ends, without their newlines; `too long` in place of the first that is. */
  *take(chunk: Buffer): Generator<Buffer | 'too long'> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      start = end + 1;
      if (this.#pending > this.#longest) return yield this.#refuse();
      const line = Buffer.concat(this.#pieces);
      this.#drop();
      yield line;
    }
    this.#keep(chunk.subarray(start));
    if (this.#pending > this.#longest) yield this.#refuse();
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#pending += piece.length;
  }

  #refuse(): 'too long' {
    this.#drop();
    return 'too long';
  }

  #drop(): void {
    this.#pieces = [];
    this.#pending = 0;
  }
}
