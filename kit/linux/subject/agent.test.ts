import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { sayHello } from '../../adapter/adapter-link.js';
import { checkAdapter } from '../../adapter/check.js';
import { Conversation } from '../../adapter/conversation.js';
import { ReplySchema } from '../../adapter/replies.js';
import { PACKAGE_ROOT } from '../../catalogue/load.js';

const SOURCES = fileURLToPath(new URL('testbed/agent/', PACKAGE_ROOT));

/** An ioctl that there is everywhere: a terminal writes its number, a word, to where the argument points. */
const TERMINAL = '/dev/ptmx';
const TIOCGPTN = 0x80045430;
const ADDRESS = 0x2000_0000_0100;

describe('the agent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-agent-'));
  const agent = join(folder, 'agent');

  before(() => {
    const { status, stderr, error } = spawnSync('sh', ['-c', 'cc -std=gnu11 -O2 -Wall -Wextra -Werror -pthread *.c -o "$0"', agent], {
      cwd: SOURCES,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the agent cannot be compiled: ${error?.message ?? stderr}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  async function converse(talk: (ask: Conversation['ask']) => Promise<void>): Promise<void> {
    const conversation = new Conversation(agent, [], ReplySchema.shared);
    try {
      await sayHello(conversation);
      await conversation.ask('boot', {});
      await conversation.ask('spawn', { caller: 1, name: 'a-caller', capabilities: [], userNamespace: 'initial' });
      await talk((op, takes) => conversation.ask(op, takes));
    } finally {
      await conversation.end();
    }
  }

  const open = { caller: 1, path: TERMINAL, mode: 'read-write', file: 1 };
  const region = (bytes: Uint8Array, access = 'read-write') => ({ name: 'word', address: ADDRESS, access, bytes });
  const call = (memory: readonly object[], argument = ADDRESS) => ({ caller: 1, file: 1, request: TIOCGPTN, argument, memory });

  it('keeps to the protocol', async () => {
    const findings = await checkAdapter({ command: agent, args: [] });
    // The link of the guest brings the devices.
    expect(findings.flatMap(({ ok, found }) => (ok ? [] : [found]))).to.deep.equal(['no device-..., so nothing can be judged']);
    expect(findings.length).to.be.greaterThan(8);
  });

  it('makes real calls on memory where the kit wants it', async () => {
    await converse(async (ask) => {
      expect(await ask('open', open)).to.deep.equal({ ok: true });
      const before = new Uint8Array(2000).fill(0x5a);
      const came = Object(await ask('ioctl', call([region(before)])));
      expect(came.outcome).to.deep.equal({ ok: true });
      expect(came.memory.word.subarray(4)).to.deep.equal(before.subarray(4));
      expect(came.memory.word.subarray(0, 4)).not.to.deep.equal(before.subarray(0, 4));
      expect(await ask('close', { caller: 1, file: 1 })).to.deep.equal({ ok: true });
      expect(await ask('close', { caller: 1, file: 1 })).to.deep.equal({ ok: false, errno: 'EBADF' });
    });
  });

  it('maps nothing else, and nothing that may be written where it may only be read', async () => {
    await converse(async (ask) => {
      await ask('open', open);
      const fault = { outcome: { ok: false, errno: 'EFAULT' }, memory: {} };
      expect(await ask('ioctl', call([]))).to.deep.equal(fault);
      expect(await ask('ioctl', call([region(new Uint8Array(8), 'read-only')]))).to.deep.equal(fault);
      expect(await ask('ioctl', call([region(new Uint8Array(8))], ADDRESS + 4096))).to.deep.equal(fault);
    });
  });

  it('hands an open file to another process, and ends processes', async () => {
    await converse(async (ask) => {
      await ask('open', open);
      await ask('spawn', { caller: 2, name: 'another', capabilities: [], userNamespace: 'initial' });
      await ask('share', { file: 1, from: 1, to: 2 });
      await ask('exit', { caller: 1, how: 'kill' });
      const came = Object(await ask('ioctl', { ...call([region(new Uint8Array(4).fill(0xff))]), caller: 2 }));
      expect(came.outcome).to.deep.equal({ ok: true });
      await ask('exit', { caller: 2, how: 'exit' });
    });
  });
});
