import { isUtf8 } from 'node:buffer';
import { messageOf } from '../errors.js';
import { Lines } from './lines.js';
import type { ProblemKind } from './problem.js';
import type { ReplySchema } from './replies.js';
import type { Trace } from './trace.js';
import { attachedLength, excessOf, fromJson, LONGEST_LINE, type Reply } from './wire.js';

/** Of what an adapter said wrongly, how much is quoted. */
const QUOTED = 80;
const NOTHING = new Uint8Array(0);

/** What a driver in an adapter sends to the device behind it. */
export type DeviceCall = { readonly device: number; readonly message: Uint8Array; readonly room: number };

/** One message of an adapter, or why there is none to be had from what it sent. `quote` is its beginning. */
export type Heard =
  | { readonly kind: 'reply'; readonly reply: Reply; readonly attached: Uint8Array; readonly quote: string }
  | { readonly kind: 'call'; readonly call: number; readonly toDevice: DeviceCall; readonly quote: string }
  | { readonly kind: 'wrong'; readonly problem: ProblemKind; readonly came: string };

type Unfinished = { readonly message: unknown; readonly line: Buffer };

/** Makes messages of what an adapter writes. It takes any bytes whatever, and keeps at most one message that is not complete. */
export class MessageReader {
  readonly #schema: ReplySchema;
  readonly #trace: Trace | null;
  readonly #lines = new Lines(LONGEST_LINE);
  /** A message whose attachments have not come yet. */
  #unfinished: Unfinished | null = null;
  #canAttach = false;

  /** `trace` gets every line as it came. */
  constructor(schema: ReplySchema, trace: Trace | null = null) {
    this.#schema = schema;
    this.#trace = trace;
  }

  /** From now on bytes may follow a line. */
  attach(): void {
    this.#canAttach = true;
  }

  /** What the adapter is in the middle of, in words; empty when it is not. */
  get middle(): string {
    const { pending } = this.#lines;
    if (this.#unfinished !== null) return ` in the middle of what it attached, after ${pending} bytes`;
    return pending === 0 ? '' : ` in the middle of a line of ${pending} bytes`;
  }

  /** The messages that the chunk completes. After something that is wrong there is nothing more to be had. */
  *take(chunk: Buffer): Generator<Heard> {
    for (const piece of this.#lines.take(chunk)) {
      const heard = piece === 'too long' ? tooLong() : this.#hear(piece);
      if (heard === null) continue;
      yield heard;
      if (heard.kind === 'wrong') return;
    }
  }

  #hear(piece: Buffer): Heard | null {
    if (this.#unfinished !== null) return this.#finish(this.#unfinished, piece);
    this.#trace?.heard(piece.toString());
    if (!isUtf8(piece)) return wrong('not-utf-8', `wrote to standard output what is no UTF-8: ${quote(piece)}`);
    const excess = excessOf(piece);
    if (excess === 'levels') return wrong('no-reply', `sent what is nested deeper than any reply: ${quote(piece)}`);
    if (excess === 'parts') return wrong('long-line', `sent more members and items than any reply has: ${quote(piece)}`);
    let message: unknown;
    try {
      message = JSON.parse(piece.toString());
    } catch (error) {
      return wrong('not-json', `wrote to standard output what is no message (${messageOf(error)}): ${quote(piece)}`);
    }
    const length = attachedLength(message);
    if (length === 0) return this.#finish({ message, line: piece }, NOTHING);
    if (!this.#canAttach) return wrong('attached-unasked', `attached ${length} bytes: ${quote(piece)}`);
    if (length > LONGEST_LINE) return wrong('too-much-attached', `attached ${length} bytes: ${quote(piece)}`);
    this.#unfinished = { message, line: piece };
    this.#lines.expectPiece(length);
    return null;
  }

  #finish({ message, line }: Unfinished, attached: Uint8Array): Heard {
    this.#unfinished = null;
    if (this.#schema.isReply(message)) return { kind: 'reply', reply: message, attached, quote: quote(line) };
    if (!this.#schema.isCall(message))
      return wrong('no-reply', `sent what is no reply, since ${this.#schema.messageProblem(message)}: ${quote(line)}`);
    const { call, device, room = 0 } = message;
    const bytes = fromJson(message.message, attached);
    return { kind: 'call', call, toDevice: { device, room, message: bytes instanceof Uint8Array ? bytes : NOTHING }, quote: quote(line) };
  }
}

function wrong(problem: ProblemKind, came: string): Heard {
  return { kind: 'wrong', problem, came: `the adapter ${came}` };
}

function tooLong(): Heard {
  return wrong('long-line', `sent a line of more than ${LONGEST_LINE} bytes`);
}

function quote(line: Buffer): string {
  const text = line.subarray(0, QUOTED).toString();
  return line.length > QUOTED ? `${text}...` : text;
}
