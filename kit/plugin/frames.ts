import { deserialize, serialize } from 'node:v8';
import { messageOf } from '../errors.js';

/** Bytes of the number that says how long a message is. */
const HEADER = 4;

/** Bytes of the longest message; an answer of a driver is not a tenth as long. */
const LONGEST = 1 << 26;

/**
 * A message between the kit and the process of a driver, as it goes into the pipe. Throws for what cannot leave a process,
 * such as a function.
 */
export function frame(message: object): readonly [Buffer, Buffer] {
  const body = serialize(message);
  const header = Buffer.allocUnsafe(HEADER);
  header.writeUInt32LE(body.length);
  return [header, body];
}

/** Makes messages of what comes out of the pipe, which may be any bytes whatever. */
export class Frames {
  #parts: Buffer[] = [];
  #pending = 0;
  #wanted = HEADER;
  #isHeader = true;

  /** The messages that the chunk completes. @throws Error when it is none, and then there is nothing more to be had */
  *take(chunk: Buffer): Generator<unknown> {
    for (let rest = chunk; rest.length > 0; ) {
      const part = rest.subarray(0, this.#wanted - this.#pending);
      rest = rest.subarray(part.length);
      this.#parts.push(part);
      this.#pending += part.length;
      if (this.#pending === this.#wanted) {
        const whole = Buffer.concat(this.#parts);
        if (this.#isHeader) this.#expect(requireLength(whole.readUInt32LE()), false);
        else {
          this.#expect(HEADER, true);
          yield messageIn(whole);
        }
      }
    }
  }

  #expect(length: number, isHeader: boolean): void {
    [this.#parts, this.#pending, this.#wanted, this.#isHeader] = [[], 0, length, isHeader];
  }
}

function requireLength(length: number): number {
  if (length === 0 || length > LONGEST) throw new Error(`a message of ${length} bytes`);
  return length;
}

function messageIn(bytes: Buffer): unknown {
  try {
    return deserialize(bytes);
  } catch (error) {
    throw new Error(`${bytes.length} bytes that are no message: ${messageOf(error)}`);
  }
}
