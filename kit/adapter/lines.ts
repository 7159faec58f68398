const NEWLINE = 0x0a;

/** Cuts what arrives into lines, and where it is told to, into pieces of a given length. Keeps one unfinished of at most `longest` bytes. */
export class Lines {
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #pending = 0;
  #due: number | null = null;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** How many bytes there are of a line or a piece that is not complete. */
  get pending(): number {
    return this.#pending;
  }

  /** What follows is no line but as many bytes; to be said when a line has been taken, before the next is. */
  expectPiece(length: number): void {
    this.#due = length;
  }

  /** What the chunk completes: lines without their newlines, and pieces; `too long` in place of the first line that is. */
  *take(chunk: Buffer): Generator<Buffer | 'too long'> {
    let start = 0;
    while (start < chunk.length) {
      const end = this.#due === null ? chunk.indexOf(NEWLINE, start) : start + this.#due - this.#pending;
      const isComplete = end !== -1 && end <= chunk.length;
      this.#keep(chunk.subarray(start, isComplete ? end : undefined));
      if (this.#due === null && this.#pending > this.#longest) return yield this.#refuse();
      if (!isComplete) return;
      start = this.#due === null ? end + 1 : end;
      yield this.#give();
    }
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#pending += piece.length;
  }

  #give(): Buffer {
    const [first] = this.#pieces;
    const whole = first !== undefined && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces);
    this.#drop();
    return whole;
  }

  #refuse(): 'too long' {
    this.#drop();
    return 'too long';
  }

  #drop(): void {
    this.#pieces = [];
    this.#pending = 0;
    this.#due = null;
  }
}
