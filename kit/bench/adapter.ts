import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Conversation } from '../adapter/conversation.js';
import { ReplySchema } from '../adapter/replies.js';
import { callsInTurn, type Figure, figure } from './measure.js';

const REFERENCE = fileURLToPath(new URL('../adapter/serve-reference.js', import.meta.url));
const MEBIBYTES = new Uint8Array(2 * 1024 * 1024);

/** A C program that gives back what it gets, and one line to it and back. */
class Echo {
  readonly #child: ChildProcessByStdio<Writable, Readable, null> = spawn('cat', [], { stdio: ['pipe', 'pipe', 'ignore'] });
  #awaited = 0;
  #arrived: () => void = () => {};

  constructor() {
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#awaited -= chunk.length;
      if (this.#awaited === 0) this.#arrived();
    });
  }

  send(bytes: Uint8Array): Promise<void> {
    this.#awaited = bytes.length;
    return new Promise((arrived) => {
      this.#arrived = arrived;
      this.#child.stdin.write(bytes);
    });
  }

  end(): void {
    this.#child.kill();
  }
}

/** What it costs to judge a subject in another process. */
export async function benchAdapter(): Promise<readonly Figure[]> {
  const conversation = new Conversation(process.execPath, [REFERENCE], new ReplySchema());
  const echo = new Echo();
  try {
    await conversation.ask('boot', {});
    await conversation.ask('spawn', { caller: 1, name: 'caller-1', capabilities: [], userNamespace: 'initial' });
    const line = Buffer.from('{"id":123456,"op":"observe-taint"}\n');
    const small = await callsInTurn(
      5,
      1000,
      () => conversation.ask('observe-taint', {}),
      () => echo.send(line),
    );
    const call = {
      caller: 1,
      file: 1,
      request: 0,
      argument: 0,
      memory: [{ name: 'a', address: 4096, access: 'read-write', bytes: MEBIBYTES }],
    };
    const large = await callsInTurn(
      3,
      20,
      () => conversation.ask('ioctl', call),
      () => echo.send(MEBIBYTES),
    );
    return [
      figure('a round trip to an adapter, against one line to cat and back', 'ns', ...small),
      figure('2 MiB to an adapter, against 2 MiB to cat and back', 'ns', ...large),
    ];
  } finally {
    echo.end();
    await conversation.end();
  }
}
