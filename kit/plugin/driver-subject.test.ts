import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../reports/document/report.js';
import { DISALLOWED } from '../model/model.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));

const MODEL = `
model: 1
name: a wreck
device: { type: 240, infoLength: 0 }
refusals: [EPERM]
rpcs:
  - { name: read, request: "01000000", room: 4, scope: debug read only, effect: none }
never: []
functions: { kind: privileged, children: { impossible: there is one function }, foreign: { impossible: there is one function } }
secrets: { impossible: the driver only reads }
statuses: { impossible: the driver only reads }
allocations: { impossible: the driver only reads }
unanswered: { impossible: the driver only reads }
unknown: { impossible: the driver only reads }
tools: { impossible: nobody uses a wreck }
disallowed:
${DISALLOWED.map((behaviour) => `  ${behaviour}: { impossible: the driver only reads }\n`).join('')}`;

const driver = (changes: string): string => `
const answer = () => ({ ok: true, value: new Uint8Array(4) });
export default () => ({
  deviceType: 240,
  openUctx: () => ({ ok: true, value: {} }),
  closeUctx: () => {},
  fwRpc: (context, scope) => (scope === 'configuration' ? { ok: false, errno: 'EPERM' } : answer()),
  ${changes}
});
`;

describe('run --driver', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-driver-'));
  writeFileSync(join(folder, 'model.yaml'), MODEL);
  after(() => rmSync(folder, { recursive: true }));

  function judge(
    text: string,
    file = 'driver.mjs',
  ): { readonly status: number | null; readonly stderr: string; readonly report: WrittenReport | null } {
    writeFileSync(join(folder, file), text);
    rmSync(join(folder, 'reports'), { recursive: true, force: true });
    const words = ['run', '--driver', file, '--model', 'model.yaml', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...words], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    let report: WrittenReport | null = null;
    try {
      report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    } catch {
      // There is none when nothing could be judged.
    }
    return { status, stderr, report };
  }

  it('finds a driver conformant that keeps its model, and says what it was', () => {
    const { status, report } = judge(driver(''));
    expect(status).to.equal(0);
    expect(report?.subject).to.deep.include({ kind: 'driver', name: 'driver.mjs' });
    const outOfReach = ['firmware-faults', 'firmware-releases', 'observe-firmware', 'reset', 'kernel-user', 'kernel-claims'];
    expect(report?.subject.capabilities.filter((name) => outOfReach.includes(name))).to.deep.equal([]);
    expect(report?.rules.find(({ id }) => id === 'driver-never-admitted')).to.deep.include({
      verdict: 'not-applicable',
      reason: 'the model says that there is nothing to forbid',
    });
  });

  for (const manifest of ['{}', '{ "type": "commonjs" }', '{ "type": "module" }']) {
    it(`takes one in TypeScript beside package.json ${manifest}`, () => {
      writeFileSync(join(folder, 'package.json'), manifest);
      writeFileSync(join(folder, 'board.ts'), 'export const LENGTH: number = 4;\n');
      const { status, stderr } = judge(
        `import { LENGTH } from './board.js';\n${driver('').replace('Uint8Array(4)', 'Uint8Array(LENGTH)')}`,
        'driver.ts',
      );
      rmSync(join(folder, 'package.json'));
      expect(stderr).to.equal('');
      expect(status).to.equal(0);
    });
  }

  const typescript: { readonly [what: string]: readonly [text: string, named: RegExp] } = {
    'does not parse': ['export const LENGTH: number = 8 8;\n', /when it was loaded: driver\.ts\(1,33\): error TS1005: ',' expected\./],
    'throws while it is loaded': ['interface Board { length: number }\n\nthrow new Error("no board");\n', /driver\.ts:3:7: no board/],
  };
  for (const [what, [text, named]] of Object.entries(typescript)) {
    it(`says in which line of TypeScript a driver ${what}`, () => {
      const { status, stderr } = judge(text, 'driver.ts');
      expect(status).to.equal(3);
      expect(stderr.replaceAll(/\s+/g, ' ')).to.contain('input/bad-driver').and.match(named);
    });
  }

  it('says of a file that is not there that it cannot be read', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'run', '--driver', 'nothing.ts', '--model', 'model.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).to.equal(3);
    expect(stderr).to.contain('input/bad-driver').and.contain('a file that can be read').and.contain('the path of one, from the folder');
  });

  it('finds one not conformant that admits too much', () => {
    const { status, report } = judge(driver('fwRpc: answer'));
    expect(status).to.equal(1);
    expect(report?.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).to.deep.equal([
      'driver-scope-too-low-for-reads',
    ]);
  });

  function judgeBy(model: string, text: string): ReturnType<typeof judge> {
    writeFileSync(join(folder, 'model.yaml'), model);
    const judged = judge(text);
    writeFileSync(join(folder, 'model.yaml'), MODEL);
    return judged;
  }

  const SETTING_ONLY = MODEL.replace('scope: debug read only, effect: none', 'scope: configuration, effect: at reset');

  const nothingToCompare: { readonly [what: string]: readonly [model: string, changes: string, rule: string, reason: string] } = {
    'declares nothing but a setting': [
      SETTING_ONLY,
      'fwRpc: answer',
      'driver-serves-after-configuration',
      'no RPC that the model declares to change nothing is carried out',
    ],
    'declares nothing but answers that differ by themselves': [
      MODEL,
      "fwRpc: (context, scope) => (scope === 'configuration' ? { ok: false, errno: 'EPERM' } : { ok: true, value: new Uint8Array(4).fill(count++) })",
      'driver-calls-apart',
      'the model declares fewer than two RPCs that answer the same each time',
    ],
  };
  for (const [what, [model, changes, rule, reason]] of Object.entries(nothingToCompare)) {
    it(`accuses no driver whose model ${what}`, () => {
      const { status, report } = judgeBy(model, `let count = 0;\n${driver(changes)}`);
      expect(report?.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).to.deep.equal([]);
      expect(report?.rules.find(({ id }) => id === rule)).to.deep.include({ verdict: 'not-applicable', reason });
      expect(status).to.equal(0);
    });
  }

  it('takes no answer for a refusal of which nothing tells it apart', () => {
    const foreign = 'foreign: [{ name: reach, request: "05000000", room: 4 }], refusal: "00"';
    const { status, report } = judgeBy(
      SETTING_ONLY.replace('foreign: { impossible: there is one function }', foreign),
      driver('fwRpc: answer'),
    );
    expect(report?.rules.find(({ id }) => id === 'function-own-and-children-only')).to.deep.include({
      verdict: 'not-testable',
      reason: 'no RPC about the function itself is answered, so that nothing tells its answers from a refusal ("functions.refusal")',
    });
    expect(status).to.equal(2);
  });

  function judgeWithDelayed(text: string): ReturnType<typeof judge> {
    const delayed = '\n  - { name: set, request: "02000000", room: 4, scope: debug write, effect: at reset, shownBy: read }';
    return judgeBy(MODEL.replace('effect: none }', `effect: none }${delayed}`), text);
  }

  it('leaves open what a device does at a reset that nobody here can make', () => {
    const { status, report } = judgeWithDelayed(
      driver(
        "fwRpc: (context, scope, [opcode]) => (scope === 'configuration' || (opcode === 2 && scope === 'debug read only') ? { ok: false, errno: 'EPERM' } : answer())",
      ),
    );
    expect(report?.rules.find(({ id }) => id === 'driver-change-live-after-reset')).to.deep.include({
      verdict: 'not-testable',
      reason: 'the subject does not declare "reset"',
    });
    expect(status).to.equal(2);
  });

  const resets: { readonly [what: string]: readonly [set: string, reset: string, failed: readonly string[]] } = {
    'is in force behind it': ['stored = 1', 'current = stored', []],
    'is lost at it': ['stored = 1', '', ['driver-change-live-after-reset']],
    'is in force before it': ['current = 1', '', ['driver-change-waits-for-reset']],
  };
  for (const [what, [set, reset, failed]] of Object.entries(resets)) {
    it(`judges a driver that resets its device, and whose change ${what}`, () => {
      const { status, report } = judgeWithDelayed(`
        export default () => {
          let [stored, current] = [0, 0];
          return {
            deviceType: 240,
            openUctx: () => ({ ok: true, value: {} }),
            closeUctx: () => {},
            fwRpc: (context, scope, [opcode]) => {
              if (scope === 'configuration' || (opcode === 2 && scope === 'debug read only')) return { ok: false, errno: 'EPERM' };
              if (opcode === 2) ${set};
              return { ok: true, value: Uint8Array.of(opcode === 1 ? current : 0, 0, 0, 0) };
            },
            reset: () => { ${reset} },
          };
        };
      `);
      expect(report?.subject.capabilities).to.include('reset');
      expect(report?.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).to.deep.equal(failed);
      expect(status).to.equal(failed.length === 0 ? 0 : 1);
    });
  }

  it('is not fooled by a driver that keeps a buffer and writes to it later', () => {
    const keeps = `fwRpc: (context, scope, request) => {
      const value = new Uint8Array(4);
      setTimeout(() => { value.fill(255); request.fill(255); }, 1);
      return scope === 'configuration' ? { ok: false, errno: 'EPERM' } : { ok: true, value };
    }`;
    expect(judge(driver(keeps)).status).to.equal(0);
  });

  const wrecks: { readonly [what: string]: readonly [changes: string, named: RegExp] } = {
    'loops forever': ['fwRpc: () => { for (;;); }', /did not come back from fw_rpc within \d+ ms/],
    'never settles': ['fwRpc: () => new Promise(() => {})', /did not come back from fw_rpc within \d+ ms/],
    'throws at great length': [
      "fwRpc: () => { throw new Error('no '.repeat(1e6)); }",
      /threw in fw_rpc: driver\.mjs:8:\d\d: [no ]{1983}\.\.\. \(3000017 characters\)/,
    ],
    throws: ["fwRpc: () => { throw new Error('out of order'); }", /threw in fw_rpc: driver\.mjs:8:\d+: out of order/],
    'ends the process': ['fwRpc: () => process.exit(0)', /ended with 0, in the middle of fw_rpc/],
    'kills itself': ["fwRpc: () => process.kill(process.pid, 'SIGKILL')", /ended by SIGKILL, in the middle of fw_rpc/],
    'answers nonsense': [
      'fwRpc: () => 42',
      /no result from fw_rpc: 42 \(expected: \{ ok: true, value \}, or \{ ok: false, errno \} with the name of an errno/,
    ],
    'answers with an errno that there is not': ["fwRpc: () => ({ ok: false, errno: 'EWRONG' })", /no result from fw_rpc/],
    'answers no bytes': ["fwRpc: () => ({ ok: true, value: 'text' })", /no bytes from fw_rpc: 'text'/],
    'answers what holds itself': [
      'fwRpc: () => { const circle = { ok: true }; circle.value = circle; return circle; }',
      /the driver gave back no bytes from fw_rpc: <ref \*1> \{ ok: true, value: \[Circular \*1\] \}/,
    ],
    'answers a number of no JSON': ['fwRpc: () => 10n', /the driver gave back no result from fw_rpc: 10n/],
    'answers what cannot be sent': [
      'fwRpc: () => () => {}',
      /gave back from fw_rpc what cannot be sent to another process: .*could not be cloned/,
    ],
    'answers with a getter that throws': ["fwRpc: () => ({ get ok() { throw new Error('not now'); } })", /cannot be sent .*: not now/],
    'throws what has no words': [
      'fwRpc: () => { throw Object.create(null); }',
      /the driver threw in fw_rpc: \[Object: null prototype\] \{\}/,
    ],
    'throws what cannot be shown': [
      "fwRpc: () => { throw { __proto__: null, [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; } }; }",
      /the driver threw in fw_rpc: something without words/,
    ],
    'reads behind the request': [
      'fwRpc: (context, scope, request) => ({ ok: true, value: new Uint8Array(request.buffer, request.byteOffset, 5) })',
      /threw in fw_rpc: driver\.mjs:8:\d+: Invalid typed array length: 5/,
    ],
    'answers with bytes as a list': [
      'fwRpc: () => ({ ok: true, value: [...new Uint8Array(12)] })',
      /no bytes from fw_rpc: \[ 0(, 0){9}, \.\.\. 2 more items \] \(expected: \{ ok: true, value \} with a Uint8Array\)/,
    ],
    'throws later, outside of any operation': [
      "fwRpc: () => new Promise(() => setTimeout(() => { throw new Error('later'); }))",
      /ended with 1, in the middle of fw_rpc; it last said: Error: later/,
    ],
    'writes into the conversation': [
      "fwRpc: async () => (await import('node:fs')).writeSync(3, 'no message')",
      /sent what is no answer, a message of 1830842222 bytes, in the middle of fw_rpc/,
    ],
    'floods standard error and dies': [
      "fwRpc: () => { for (let line = 0; line < 1e5; line += 1) process.stderr.write('noise '); process.exit(3); }",
      /in the middle of fw_rpc/,
    ],
  };
  for (const [what, [changes, named]] of Object.entries(wrecks)) {
    it(`decides nothing of a driver that ${what}, and says so`, () => {
      const { status, report } = judge(driver(changes));
      expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
      const reasons = report?.rules.flatMap(({ scenarios }) => scenarios.map(({ reason }) => reason ?? '')) ?? [];
      expect(reasons.join('\n')).to.match(named);
    });
  }

  const unusable: { readonly [what: string]: readonly [text: string, named: RegExp] } = {
    'has no default export': ['export const driver = 1;', /no default export that is a function/],
    'lacks an operation': ['export default () => ({ deviceType: 240, openUctx() {}, closeUctx() {} });', /no operation fwRpc/],
    'writes into the conversation when it is loaded': [
      "import { writeSync } from 'node:fs'; writeSync(3, '\\x01\\0\\0\\0?');",
      /sent what is no answer, 1 bytes/,
    ],
    'opens with what is nearly a result': [driver('openUctx: () => ({ ok: 1, value: {} })'), /no result from open_uctx: \{ ok: 1, value/],
    'has a type that is no word': [driver('deviceType: 2 ** 32 + 240'), /no whole number of 32 bits: 4294967536/],
    'throws when a file is closed': [
      driver("closeUctx: () => { throw new Error('stuck'); }"),
      /threw in close_uctx: driver\.mjs:8:\d+: stuck/,
    ],
    'does not parse': ['export default (', /when it was loaded: .*(SyntaxError|Unexpected)/],
    'ends the process when it is loaded': ['process.exit(0);', /ended with 0/],
  };
  for (const [what, [text, named]] of Object.entries(unusable)) {
    it(`refuses a module that ${what}`, () => {
      const { status, stderr } = judge(text);
      expect(status).to.equal(3);
      expect(stderr.replaceAll(/\s+/g, ' ')).to.contain('input/bad-driver').and.match(named);
    });
  }
});
