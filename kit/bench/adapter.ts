import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sayHello } from '../adapter/adapter-link.js';
import { Conversation } from '../adapter/conversation.js';
import { ReplySchema } from '../adapter/replies.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { PLAIN_SETUP } from '../subject/device-setups.js';
import { FWCTL_RPC, RPC_STRUCT } from '../uapi/ioctl.js';
import { callsInTurn, type Figure, figure } from './measure.js';

const SOURCE = fileURLToPath(new URL('examples/adapter-c/adapter.c', PACKAGE_ROOT));
const MEBIBYTES = new Uint8Array(2 * 1024 * 1024).fill(0x5a);
const ROOM = new Uint8Array(MEBIBYTES.length);

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

/** What it costs to talk to a subject in another process: the example in C. */
export async function benchAdapter(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-bench-'));
  const adapter = join(folder, 'adapter');
  const compiled = spawnSync('cc', ['-O2', '-pthread', SOURCE, '-o', adapter], { encoding: 'utf8' });
  if (compiled.status !== 0) throw new Error(`cc cannot compile ${SOURCE}: ${compiled.error?.message ?? compiled.stderr}`);
  const conversation = new Conversation(adapter, [], ReplySchema.shared);
  const echo = new Echo();
  try {
    await sayHello(conversation);
    await conversation.ask('boot', {});
    const line = Buffer.from('{"id":123456,"op":"observe-taint"}\n');
    const small = await callsInTurn(
      5,
      1000,
      () => conversation.ask('observe-taint', {}),
      () => echo.send(line),
    );
    const large = await callsInTurn(
      3,
      20,
      () => bootAndSendMebibytes(conversation),
      () => echo.send(MEBIBYTES),
    );
    return [
      figure('a round trip to an adapter, against one line to cat and back', 'ns', ...small),
      figure('a boot and an RPC of 2 MiB each way through an adapter, against 2 MiB to cat and back', 'ns', ...large),
    ];
  } finally {
    echo.end();
    await conversation.end();
    rmSync(folder, { recursive: true });
  }
}

const [STRUCTURE, REQUEST, RESPONSE] = [0x10000, 0x1000000, 0x2000000] as const;

/**
 * A machine, as every scenario has its own, and a whole RPC: a request of 2 MiB, and as much room for the response, which is
 * filled. Without the boot the machine would have to remember ever more requests.
 */
async function bootAndSendMebibytes(conversation: Conversation): Promise<void> {
  await conversation.ask('boot', {});
  await conversation.ask('spawn', { caller: 1, name: 'caller-1', capabilities: [], userNamespace: 'initial' });
  await conversation.ask('register', { device: 'a device', profile: 'plain', setup: PLAIN_SETUP });
  await conversation.ask('open', { caller: 1, path: '/dev/fwctl/fwctl0', mode: 'read-write', file: 1 });
  const structure = new Uint8Array(RPC_STRUCT.length);
  const view = new DataView(structure.buffer);
  view.setUint32(RPC_STRUCT.size, RPC_STRUCT.length, true);
  view.setUint32(RPC_STRUCT.inLen, MEBIBYTES.length, true);
  view.setUint32(RPC_STRUCT.outLen, MEBIBYTES.length, true);
  view.setBigUint64(RPC_STRUCT.in, BigInt(REQUEST), true);
  view.setBigUint64(RPC_STRUCT.out, BigInt(RESPONSE), true);
  const region = (name: string, address: number, bytes: Uint8Array) => ({ name, address, access: 'read-write', bytes });
  const memory = [region('structure', STRUCTURE, structure), region('request', REQUEST, MEBIBYTES), region('response', RESPONSE, ROOM)];
  const came = Object(await conversation.ask('ioctl', { caller: 1, file: 1, request: FWCTL_RPC, argument: STRUCTURE, memory }));
  if (came.outcome.ok !== true || Buffer.compare(came.memory.response.subarray(-64), MEBIBYTES.subarray(-64)) !== 0)
    throw new Error('the RPC of 2 MiB was not answered');
}
