import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { changedReference } from './changed-reference.testing.js';
import { checkAdapter } from './check.js';
import { openAdapter } from './open-adapter.js';
import { Trace } from './trace.js';

const LIMITS = { silence: 1_000, farewell: 500 };

type Mistake = Parameters<typeof changedReference>[1];

/** It breaks in one operation. */
const breaksIn = (op: string): Mistake => ({ asked: `if (operation.op === '${op}') throw new Error('no ${op} today')` });

const NOTHING_HELD: Mistake = { asked: "if (operation.op === 'hold') return" };
const POKES_NOTHING: Mistake = { asked: "if (operation.op === 'poke') return" };
const SHARES_NOTHING: Mistake = { asked: "if (operation.op === 'share') return" };
const without = (capability: string): Mistake => ({ written: `text = text.replace('"${capability}",', '')` });

describe('checkAdapter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-check-'));
  after(() => rmSync(folder, { recursive: true }));

  function changed(mistake: Mistake) {
    const [command = '', ...args] = changedReference(folder, mistake);
    return { command, args };
  }

  it('finds nothing wrong with the reference', async () => {
    const findings = await checkAdapter(changed({}), { limits: LIMITS });
    expect(findings.filter(({ ok }) => !ok)).to.deep.equal([]);
    expect(findings.map(({ what }) => what)).to.include.members(['tells about the device', 'carries long bytes', 'lets a thread write']);
  });

  const mistakes: { readonly [what: string]: readonly [Mistake, RegExp] } = {
    'does no ioctl': [breaksIn('ioctl'), /tells about the device: the adapter broke in ioctl: no ioctl today/],
    'says that it cannot do ioctl': [
      { written: 'text = text.replace(/"result":\\{"outcome".*\\}/, \'"cannot":"no"}\')' },
      /the adapter cannot do ioctl, which is asked of every adapter: no .*write boot, spawn, open, ioctl/,
    ],
    'closes no file': [breaksIn('close'), /closes a file: the adapter broke in close/],
    'pokes nothing': [POKES_NOTHING, /lets a thread write: what poke wrote while an ioctl was held is not in the memory/],
    'breaks when it pokes': [breaksIn('poke'), /lets a thread write: the adapter broke in poke: no poke today/],
    'shares nothing': [SHARES_NOTHING, /shares a file: an ioctl of the process that a file was shared with came back with EBADF/],
    'holds nothing': [
      NOTHING_HELD,
      /answers while a call is held: open of \/dev\/fwctl\/fwctl\d+ came back with success before it was held/,
    ],
    'opens nothing': [
      { asked: "if (operation.op === 'open') return { ok: false, errno: 'EACCES' }" },
      /opens the device: open of \/dev\/fwctl\/fwctl\d+ came back with EACCES/,
    ],
    'cannot do what nothing else asks for': [
      {
        asked: 'globalThis.op = operation.op',
        written: `if (globalThis.op === 'script-driver') text = text.replace('"result":null', '"cannot":"no script"'); globalThis.op = ''`,
      },
      /keeps nothing back: it cannot do what it declares: script-driver .*leave the capability out/,
    ],
    'has no node': [
      { written: 'text = text.replace(/"node":"[^"]+"/, \'"node":null\')' },
      /opens the device: the plain device has no node/,
    ],
    'gives modes as strings': [
      { written: 'text = text.replaceAll(/"mode":(\\d+)/g, \'"mode":"$1"\')' },
      /sees the node: .*result\/nodes\/0\/mode must be an integer/,
    ],
    'attaches what nobody agreed to': [
      { written: 'text = text.replace(\'"attachments":true\', \'"attachments":false\')' },
      /tells about the device: the adapter attached 4096 bytes/,
    ],
    'gives a region another name': [
      { written: 'text = text.replaceAll(\'"structure":\', \'"struct":\')' },
      /tells about the device: the adapter gave back a region "struct"/,
    ],
    'breaks its base64 into lines': [
      { written: 'text = text.replaceAll(/"base64":"([^"]{76})/g, \'"base64":"$1\\\\n\')' },
      /result\/memory\/\w+\/base64 has a newline at 77/,
    ],
    'answers an observation twice': [
      { written: 'if (text.includes(\'"mask"\')) text += text' },
      /keeps to the protocol: the adapter answered \d+ \(observe-taint\) again/,
    ],
    'shares without a word': [without('shared-files'), /keeps nothing back: it can do what it does not declare: shared-files/],
    'has no device': [
      { written: 'text = text.replaceAll(/"device-[a-z0-9-]+",/g, "")' },
      /declares: no device-\.\.\., so nothing can be judged .*one of device-plain/,
    ],
  };
  for (const [what, [mistake, told]] of Object.entries(mistakes)) {
    it(`tells an adapter that ${what} so`, async () => {
      const findings = await checkAdapter(changed(mistake), { limits: LIMITS });
      const wrong = findings.filter(({ ok }) => !ok);
      expect(wrong.map(({ what: where, found, attempt = '' }) => `${where}: ${found} ${attempt}`).join('\n')).to.match(told);
    });
  }

  it('writes down what was said, when and by whom', async () => {
    const file = join(folder, 'conversation.txt');
    await checkAdapter(changed({ written: "if (text.includes('mask')) text = 'half a' + text" }), {
      limits: LIMITS,
      trace: new Trace(file),
    });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => !/^ +\d+\.\d{3} [→←] /.test(line))).to.deep.equal([]);
    expect(lines[0]).to.match(/→ {"id":1,"op":"hello"/);
    expect(lines[1]).to.match(/← {"id":1,"result":{"protocol":1/);
    expect(lines.at(-1)).to.match(/← half a{"id":\d+,"result":{"mask":0}}/);
  });

  describe('the probe before a run', () => {
    async function found(mistake: Mistake): Promise<readonly string[]> {
      const subject = await openAdapter(changed(mistake), LIMITS);
      const findings = (await subject.probe?.()) ?? [];
      await subject.stop();
      return findings.map(({ capability, finding }) => `${capability} ${finding}`);
    }

    it('believes the reference', async () => {
      expect(await found({})).to.deep.equal([]);
    });

    it('does not believe in a poke or a share without effect', async () => {
      expect(await found(POKES_NOTHING)).to.deep.equal(['threads declared-but-absent']);
      expect(await found(SHARES_NOTHING)).to.deep.equal(['shared-files declared-but-absent']);
    });

    it('finds a share that is not declared', async () => {
      expect(await found(without('shared-files'))).to.deep.equal(['shared-files present-but-undeclared']);
    });

    it('holds no failing call against a capability', async () => {
      const refused: Mistake = { asked: "if (operation.op === 'ioctl') return { ok: false, errno: 'EINVAL' }" };
      expect(await found(refused)).to.deep.equal([]);
    });
  });
});
