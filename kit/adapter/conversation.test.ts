import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { messageOf } from '../errors.js';
import { ok } from '../result.js';
import { Conversation } from './conversation.js';
import { ReplySchema } from './replies.js';

const LIMITS = { greeting: 3_000, silence: 1_200, farewell: 300 };
/** For what is not about time. */
const PATIENT = { ...LIMITS, silence: 20_000 };
const SCHEMA = ReplySchema.shared;

/** An adapter that answers null to everything, as far as `changes` lets it; `lines` is what it was asked so far. */
const adapter = (changes: string): string => `
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
const say = (text) => process.stdout.write(text + '\\n');
const reply = (id, result = null) => say(JSON.stringify({ id, result }));
let lines = 0;
const pids = [process.pid];
const keepPids = () => writeFileSync('pids.json', JSON.stringify(pids));
keepPids();
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, op } = JSON.parse(line);
  lines += 1;
  ${changes}
  reply(id);
});
`;

describe('Conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-adapter-'));
  after(() => rmSync(folder, { recursive: true }));

  function begin(text: string, limits = LIMITS): Conversation {
    const file = join(folder, 'adapter.mjs');
    writeFileSync(file, text.replaceAll("'pids.json'", JSON.stringify(join(folder, 'pids.json'))));
    return new Conversation(process.execPath, [file], SCHEMA, { limits });
  }

  function survivors(): readonly number[] {
    const pids: readonly number[] = JSON.parse(readFileSync(join(folder, 'pids.json'), 'utf8'));
    return pids.filter((pid) => {
      try {
        // A process that has ended and that nobody has asked about yet is in state Z.
        return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false;
      }
    });
  }

  /** What came of two questions, one after the other. */
  async function outcomes(text: string, limits = LIMITS): Promise<readonly string[]> {
    const conversation = begin(text, limits);
    const told: string[] = [];
    for (const op of ['boot', 'reset'] as const) {
      told.push(
        await conversation.ask(op, {}).then(
          (result) => `result ${JSON.stringify(result)}`,
          (error: unknown) => messageOf(error),
        ),
      );
    }
    await conversation.end();
    // A signal is on its way for a moment.
    for (let turn = 0; turn < 50 && survivors().length > 0; turn += 1) await new Promise((later) => setTimeout(later, 20));
    expect(survivors()).to.deep.equal([]);
    return told;
  }

  it('gets the answers to what it asks', async () => {
    expect(await outcomes(adapter(''))).to.deep.equal(['result null', 'result null']);
  });

  it('takes answers in any order', async () => {
    const conversation = begin(adapter("if (op === 'boot') { setTimeout(() => reply(id), 100); return; }"));
    const order: string[] = [];
    await Promise.all((['boot', 'reset'] as const).map((op) => conversation.ask(op, {}).then(() => order.push(op))));
    await conversation.end();
    expect(order).to.deep.equal(['reset', 'boot']);
  });

  for (const [what, change] of [
    ['never comes', 'return;'],
    ['comes late', 'setTimeout(() => reply(id), 300); return;'],
  ] as const) {
    it(`does not wait after a boot for the answer to an earlier request, which ${what}`, async () => {
      const conversation = begin(adapter(`if (op === 'reset') { ${change} }`));
      conversation.ask('reset', {}).catch(() => undefined);
      await conversation.ask('boot', {});
      await new Promise((later) => setTimeout(later, 2 * LIMITS.silence));
      expect(conversation.problem).to.equal(null);
      await conversation.end();
    });
  }

  it('names all that an adapter is silent about', async () => {
    const conversation = begin(adapter('return;'));
    const told = await Promise.all((['open', 'reset'] as const).map((op) => conversation.ask(op, {}).then(String, messageOf)));
    await conversation.end();
    expect(told.join()).to.match(/silent for 1.2 s, with an answer due to each of open, reset .*while another call is held/);
  });

  it('carries bytes', async () => {
    const conversation = begin(
      adapter(
        "if (op === 'observe-firmware') { reply(id, { messages: [JSON.parse(line).data], received: 1, contexts: [], objects: [] }); return; }",
      ),
      PATIENT,
    );
    const data = Uint8Array.from({ length: 3_000_000 }, (_, index) => index & 0xff);
    const state = await conversation.ask('observe-firmware', { data });
    await conversation.end();
    const { messages } = Object(state);
    expect(Buffer.compare(messages[0], data)).to.equal(0);
  });

  it('carries long bytes behind the line, where both sides can', async () => {
    const conversation = begin(
      `
      let held = Buffer.alloc(0);
      let due = null;
      process.stdin.on('data', (chunk) => {
        held = Buffer.concat([held, chunk]);
        for (;;) {
          const end = due === null ? held.indexOf(10) : due.data.attached;
          if (end === -1 || held.length < end) return;
          const piece = held.subarray(0, end);
          held = held.subarray(due === null ? end + 1 : end);
          if (due === null) { due = JSON.parse(piece.toString()); continue; }
          const result = { messages: [{ attached: 1 }, { base64: '/w==' }, { attached: end - 1 }], received: 3, contexts: [], objects: [] };
          process.stdout.write(JSON.stringify({ id: due.id, result }) + '\\n');
          process.stdout.write(piece);
          due = null;
        }
      });
      import('node:fs').then(({ writeFileSync }) => writeFileSync('pids.json', '[]'));
    `,
      PATIENT,
    );
    conversation.attach();
    const data = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) & 0xff);
    const states = await Promise.all([1, 2].map(() => conversation.ask('observe-firmware', { data })));
    await conversation.end();
    for (const state of states) {
      const { messages } = Object(state);
      expect(messages.map((bytes: Uint8Array) => bytes.length)).to.deep.equal([1, 1, data.length - 1]);
      expect(Buffer.compare(messages[2], data.subarray(1))).to.equal(0);
    }
  });

  it('names an adapter that stops reading', async () => {
    const conversation = begin(
      "import('node:fs').then(({ writeFileSync }) => writeFileSync('pids.json', JSON.stringify([process.pid]))); setInterval(() => {}, 1000);",
    );
    const asked = await conversation.ask('boot', { data: new Uint8Array(1 << 20) }).catch(messageOf);
    await conversation.end();
    expect(asked).to.match(/boot took longer than 1.2 s, and does not read what it is asked/);
  });

  it('names an adapter that forgets one request and answers the others', async () => {
    const file = join(folder, 'forgets.mjs');
    writeFileSync(file, adapter("if (op === 'boot') return;").replaceAll("'pids.json'", JSON.stringify(join(folder, 'pids.json'))));
    const conversation = new Conversation(process.execPath, [file], SCHEMA, { limits: { ...LIMITS, call: 700 } });
    const forgotten = conversation.ask('boot', {}).catch(messageOf);
    const others = setInterval(() => void conversation.ask('reset', {}).catch(() => undefined), 50);
    expect(await forgotten).to.match(/^boot did not come back within 0.7 s/);
    clearInterval(others);
    await conversation.end();
  });

  it('lets a driver send messages to its device, and names one that does not wait', async () => {
    const calls = (count: number) => `
      for (let call = 1; call <= ${count}; call += 1) say(JSON.stringify({ call, device: 1, message: { base64: 'AQI=' } }));
      asked = id; return;`;
    const file = join(folder, 'calls.mjs');
    const text = (count: number) =>
      `let asked = 0;\n${adapter(`if (op === undefined) { reply(asked, { answer: JSON.parse(line).answer }); return; } ${calls(count)}`)}`;
    const converse = async (count: number) => {
      writeFileSync(file, text(count).replaceAll("'pids.json'", JSON.stringify(join(folder, 'pids.json'))));
      const answerCall = async ({ message }: { message: Uint8Array }) => ok(message.map((byte) => byte + 1));
      const conversation = new Conversation(process.execPath, [file], SCHEMA, { limits: LIMITS, answerCall });
      const answer = await conversation.exchange('anything', {}).catch(messageOf);
      await conversation.end();
      return answer;
    };
    expect(await converse(1)).to.deep.equal({ id: 1, result: { answer: { ok: true, bytes: Uint8Array.of(2, 3) } } });
    expect(await converse(1000)).to.match(/sent 65 messages to its device without waiting/);
  });

  const wrecks: { readonly [what: string]: readonly [changes: string, named: RegExp, limits?: typeof LIMITS] } = {
    'says that it broke': ["say(JSON.stringify({ id, broke: 'no lab today' })); return;", /^the adapter broke in boot: no lab today/],
    'cannot do what it promised': [
      "say(JSON.stringify({ id, cannot: 'no reset' })); return;",
      /^the adapter cannot do boot, which is asked of every adapter.*\n.*cannot do reset, which reset promises/,
    ],
    'gives a result of another shape': ['reply(id, { node: 1 }); return;', /^the adapter's result of boot is not what the protocol says/],
    'echoes what it is asked': ['say(line); return;', /what is no reply/],
    'answers twice': ['reply(id);', /the adapter answered 1 \(boot\) again/],
    'answers with a wrong id': ['reply(id + 7); return;', /answered 8, which was not asked/],
    'answers with half a line': [
      'process.stdout.write(\'{ "id": 1\'); return;',
      /boot took longer than 1.2 s, in the middle of a line of 9 bytes/,
    ],
    'prints to standard output': ["say('starting up'); ", /what is no message .*starting up/],
    'sends invalid UTF-8': ['process.stdout.write(Buffer.from([0xff, 0xfe, 0x0a])); return;', /what is no UTF-8/],
    'attaches bytes that were not agreed upon': [
      "say(JSON.stringify({ id, result: { attached: 3 } }) + '\\nabc'); return;",
      /attached 3 bytes.*attachments/,
    ],
    'calls a device that it does not drive': [
      "say(JSON.stringify({ call: 1, device: 1, message: { base64: '' } })); return;",
      /what is no reply/,
    ],
    'says at great length why it broke': [
      "say(JSON.stringify({ id, broke: 'no '.repeat(1e6) })); return;",
      /^the adapter broke in boot: [no ]{1900,2000}\.\.\. \(30000\d\d characters\) \(expected/,
      PATIENT,
    ],
    'sends a million items': ["say('[' + '0,'.repeat(1e6) + '0]'); return;", /more members and items than any reply has/, PATIENT],
    'sends deeply nested JSON': ["say('['.repeat(200000)); return;", /nested deeper than any reply/],
    'sends a result that is nested as deeply as a line can be': [
      "say('{\"id\":1,\"result\":' + '['.repeat(8e6) + ']'.repeat(8e6) + '}'); return;",
      /nested deeper than any reply/,
    ],
    'sends a line without end': [
      "for (let i = 0; i < 70; i += 1) process.stdout.write('x'.repeat(1 << 20)); return;",
      /a line of more than \d+ bytes/,
      PATIENT,
    ],
    'is silent': ['return;', /^boot took longer than 1.2 s.*flush standard output/],
    'answers late': ['setTimeout(() => reply(id), 1500); return;', /^boot took longer than 1.2 s.*flush standard output/],
    'floods standard error and is silent': [
      "process.stderr.write('noise '.repeat(1e6)); return;",
      /boot took longer than 1.2 s.*it last said on standard error: .*noise/,
    ],
    'ends with success': ['process.exit(0);', /the adapter ended with 0/],
    'is ended by a signal': ["process.kill(process.pid, 'SIGSEGV');", /the adapter was ended by SIGSEGV/],
    'dies on the second question': ['if (lines === 2) process.exit(9);', /the adapter ended with 9/],
    'leaves a child behind': [
      "const child = spawn('sleep', ['60'], { stdio: 'ignore' }); pids.push(child.pid); keepPids(); process.exit(1);",
      /the adapter ended with 1/,
    ],
    'leaves a child behind that ignores SIGTERM': [
      "const child = spawn('sh', ['-c', 'trap \"\" TERM; while :; do sleep 1; done']); pids.push(child.pid); keepPids(); process.exit(1);",
      /the adapter ended with 1/,
    ],
    'ignores SIGTERM and is silent': [
      "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); return;",
      /^boot took longer than 1.2 s.*flush standard output/,
    ],
    'blocks its thread': ['for (;;);', /^boot took longer than 1.2 s.*flush standard output/],
  };
  for (const [what, [changes, named, limits]] of Object.entries(wrecks)) {
    it(`names an adapter that ${what}, and leaves no process`, async () => {
      const told = await outcomes(adapter(changes), limits);
      expect(told.join('\n')).to.match(named);
    });
  }

  it('names a program that dies while it starts', async () => {
    writeFileSync(join(folder, 'pids.json'), '[]');
    expect((await outcomes("throw new Error('no lab');")).join()).to.match(/the adapter ended with 1; it last said on standard error/);
  });

  it('names a program that is not there', async () => {
    const conversation = new Conversation(join(folder, 'nothing'), [], SCHEMA, { limits: LIMITS });
    const told = await conversation.ask('hello', {}).then(String, messageOf);
    await conversation.end();
    expect(told).to.match(/^the adapter cannot be started/);
  });

  it('ends an adapter that does not care whether its standard input is closed', async () => {
    const conversation = begin(adapter('setInterval(() => {}, 1000);'));
    await conversation.ask('boot', {});
    await conversation.end();
    expect(survivors()).to.deep.equal([]);
  });

  it('hands over only a part of the environment', async () => {
    process.env['FWCTL_SECRET'] = 'secret';
    const conversation = begin(
      adapter(
        "if (op === 'hello') { reply(id, { protocol: 1, name: String(process.env.FWCTL_SECRET), version: '1', capabilities: [] }); return; }",
      ),
    );
    const greeting = await conversation.ask('hello', {});
    await conversation.end();
    expect(greeting).to.deep.include({ name: 'undefined' });
  });
});
