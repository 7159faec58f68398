import { createServer, type Server, type Socket } from 'node:net';
import type { Region } from '../subject/memory.js';
import type { CallOutcome, Operation } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { ERRNO_NUMBERS } from '../uapi/errno.js';
import { CAP_SYS_RAWIO } from '../uapi/ioctl.js';

const CALLER = 1;

/**
 * Answers what a program behind testbed/shim/fwctl-shim.c asks with what the subject answers. The caller has been spawned,
 * and the device is there.
 */
export class ShimServer {
  readonly #server: Server;
  readonly #subject: Subject;
  #nextFile = 1;

  private constructor(subject: Subject) {
    this.#subject = subject;
    this.#server = createServer((socket) => {
      this.#serve(socket).catch((error: unknown) => socket.destroy(error instanceof Error ? error : undefined));
      socket.on('error', () => undefined);
    });
  }

  static async listen(subject: Subject, path: string): Promise<ShimServer> {
    const shim = new ShimServer(subject);
    await new Promise<void>((resolve) => shim.#server.listen(path, resolve));
    return shim;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(socket: Socket): Promise<void> {
    const input = new Input(socket);
    for (let letter = await input.letter(); letter !== null; letter = await input.letter()) {
      for (const bytes of await this.#answer(letter, input)) socket.write(bytes);
    }
  }

  async #answer(letter: string, input: Input): Promise<readonly Uint8Array[]> {
    switch (letter) {
      case 'o':
        return [await this.#open(input)];
      case 'c':
        return [numberOf(await this.#subject.perform({ op: 'close', caller: CALLER, file: await input.number() }))];
      case 'i':
        return this.#ioctl(input);
      case 't':
        return [word((await this.#subject.perform({ op: 'observe-taint' })).mask)];
      case 'r': {
        const capabilities = (await input.number()) === 1 ? [CAP_SYS_RAWIO] : [];
        await this.#subject.perform({ op: 'set-capabilities', caller: CALLER, capabilities, userNamespace: 'initial' });
        return [word(0)];
      }
      default:
        throw new Error(`the shim asks "${letter}"`);
    }
  }

  async #open(input: Input): Promise<Uint8Array> {
    const mode = (await input.number()) === 1 ? 'read-write' : 'read-only';
    const path = (await input.bytes(await input.number())).toString();
    const file = this.#nextFile;
    this.#nextFile += 1;
    const outcome = await this.#subject.perform({ op: 'open', caller: CALLER, path, mode, file });
    return outcome.ok ? word(file) : numberOf(outcome);
  }

  async #ioctl(input: Input): Promise<readonly Uint8Array[]> {
    const [file, request, argument, count] = [await input.number(), await input.number(), await input.number(), await input.number()];
    const memory: Region[] = [];
    for (let index = 0; index < count; index += 1) {
      const [address, length, writable] = [await input.number(), await input.number(), await input.number()];
      const bytes = new Uint8Array(await input.bytes(length));
      memory.push({ name: `region ${index}`, address, access: writable === 1 ? 'read-write' : 'read-only', bytes });
    }
    const call: Operation<'ioctl'> = { op: 'ioctl', caller: CALLER, file, request, argument, memory };
    const outcome = await this.#subject.perform(call);
    return [numberOf(outcome), ...memory.filter(({ access }) => access === 'read-write').map(({ bytes }) => bytes)];
  }
}

class Input {
  readonly #chunks: AsyncIterator<Buffer>;
  #left = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]();
  }

  /** Null when the program is gone. */
  async letter(): Promise<string | null> {
    const bytes = await this.#take(1);
    return bytes === null ? null : bytes.toString();
  }

  async number(): Promise<number> {
    return Number((await this.bytes(8)).readBigUInt64LE());
  }

  async bytes(length: number): Promise<Buffer> {
    const bytes = await this.#take(length);
    if (bytes === null) throw new Error('the program ended in the midst of a question');
    return bytes;
  }

  async #take(length: number): Promise<Buffer | null> {
    while (this.#left.length < length) {
      const next = await this.#chunks.next();
      if (next.done) return null;
      this.#left = Buffer.concat([this.#left, next.value]);
    }
    const taken = this.#left.subarray(0, length);
    this.#left = this.#left.subarray(length);
    return taken;
  }
}

function numberOf(outcome: CallOutcome): Uint8Array {
  return word(outcome.ok ? 0 : -ERRNO_NUMBERS[outcome.errno]);
}

function word(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
}
