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
name: a board behind a pipe
device: { type: 240, infoLength: 0 }
refusals: [EPERM]
rpcs:
  - { name: read, request: "01000000", room: 4, scope: debug read only, effect: none }
never: []
functions: { kind: privileged, children: { impossible: there is one function }, foreign: { impossible: there is one function } }
secrets: { impossible: the board keeps none }
statuses: { impossible: the board only reads }
allocations: { impossible: the board only reads }
unanswered: { impossible: the board only reads }
unknown: { impossible: the board has one command }
tools: { impossible: the board has no tool }
disallowed:
${DISALLOWED.map((behaviour) => `  ${behaviour}: { impossible: the board only reads }\n`).join('')}`;

/** The loop of an adapter: `answer` gives the result of a request, and `send` gets an answer from the device. */
const LOOP = `
import { createInterface } from 'node:readline';
const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
const bytes = (value) => ({ base64: Buffer.from(value).toString('base64') });
const waiting = new Map();
let calls = 0;
const send = (device, message) => new Promise((settle) => {
  calls += 1;
  waiting.set(calls, settle);
  say({ call: calls, device, message: bytes(message) });
});
const greet = (driver) => ({ protocol: 1, name: 'a driver', version: '1', driver });
createInterface({ input: process.stdin }).on('line', async (line) => {
  const request = JSON.parse(line);
  if (request.call !== undefined) return waiting.get(request.call)(request.answer);
  const result = await answer(request).catch(() => undefined);
  say(result === undefined ? { id: request.id, cannot: 'no ' + request.op } : { id: request.id, result });
});
`;

const modelled = (refusal: string) => `${LOOP}
async function answer({ op, scope, request }) {
  if (op === 'hello') return greet('modelled');
  if (op === 'boot' || op === 'close_uctx') return null;
  if (op === 'create') return { deviceType: 240, hasInfo: false };
  if (op === 'open_uctx') return { ok: true };
  if (op === 'fw_rpc') return ${refusal} ? { ok: false, errno: 'EPERM' } : { ok: true, bytes: bytes([1, 2, 3, 4]) };
}
`;

/** This project's own CXL driver in an adapter, above the kit's hardware. */
const cxl = (change: string) => `${LOOP}
import { bindDriver } from '${new URL('../../devices/cxl/driver/probe.js', import.meta.url).href}';
import { cxlOps } from '${new URL('../../devices/cxl/driver/ops.js', import.meta.url).href}';
import { fromJson } from '${new URL('wire.js', import.meta.url).href}';
const devices = new Map();
async function answer({ id, op, device, setup, scope, request, outLength }) {
  if (op === 'hello') return greet('cxl');
  if (op === 'boot' || op === 'open_uctx' || op === 'close_uctx') return op === 'open_uctx' ? { ok: true } : null;
  if (op === 'create') {
    const link = {
      payloadSize: setup.payloadSize,
      execute: async (message) => {
        const { ok, bytes: given, errno } = await send(device, message);
        return ok ? { ok, value: fromJson(given) } : { ok, errno };
      },
    };
    const driver = await bindDriver(link, ${change});
    if (!driver.parts.needsNode(driver.features)) return null;
    devices.set(device, cxlOps(driver));
    return { deviceType: devices.get(device).deviceType, hasInfo: devices.get(device).info !== undefined };
  }
  const ops = devices.get(device);
  const given = await (op === 'info' ? ops.info(null) : ops.fwRpc(null, scope, fromJson(request), outLength));
  return given.ok ? { ok: true, bytes: bytes(given.value) } : given;
}
`;

describe('run -- COMMAND with a driver in the adapter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-driver-face-'));
  writeFileSync(join(folder, 'model.yaml'), MODEL);
  after(() => rmSync(folder, { recursive: true }));

  function call(command: string, text: string, ...options: readonly string[]) {
    writeFileSync(join(folder, 'adapter.mjs'), text);
    const words = [MAIN, command, ...options, '--', process.execPath, 'adapter.mjs'];
    return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  }

  function judge(text: string, ...options: readonly string[]) {
    const { status, stderr } = call('run', text, '--quiet', ...options);
    const report: WrittenReport = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    const failed = report.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
    return { status, stderr, report, failed };
  }

  it('judges a driver by its model', () => {
    const { status, report } = judge(modelled("scope === 'configuration'"), '--model', 'model.yaml');
    expect({ status, subject: report.subject.name }).to.deep.equal({ status: 0, subject: 'a driver' });
    expect(report.subject.capabilities).to.include('device-modelled').and.not.include('device-plain');
  });

  it('judges none by the model of another device', () => {
    const { status, stderr } = call('run', modelled("scope === 'configuration'"), '--quiet');
    expect(status).to.equal(3);
    expect(stderr.replaceAll(/\s+/g, ' ')).to.contain('usage/bad-value').and.contain('try run --model fwctl-model.yaml -- ');
  });

  it('has the device reset by a driver that says it can', () => {
    const words = (reset: string) =>
      modelled("scope === 'configuration'").replace("greet('modelled')", `{ ...greet('modelled'), reset: ${reset} }`);
    expect(judge(words('true').replace("op === 'boot' ||", "op === 'boot' || op === 'reset' ||"), '--model', 'model.yaml')).to.include({
      status: 0,
    });
    expect(judge(words('false'), '--model', 'model.yaml').report.subject.capabilities).to.not.include('reset');
    const { status, stdout } = call('check-adapter', words('true'));
    expect(stdout).to.contain('resets its device');
    expect(status).to.equal(1);
  });

  it('finds one not conformant that admits too much', () => {
    const { status, failed } = judge(modelled('false'), '--model', 'model.yaml');
    expect({ status, failed }).to.deep.equal({ status: 1, failed: ['driver-scope-too-low-for-reads'] });
  });

  it('puts the hardware of the kit below a driver that has none', () => {
    const { status, report, failed } = judge(cxl('{}'));
    expect({ status, failed }).to.deep.equal({ status: 0, failed: [] });
    expect(report.rules.filter(({ id, verdict }) => id.startsWith('cxl-') && verdict === 'passed').length).to.be.greaterThan(30);
  });

  it('fails exactly the rule that such a driver breaks', () => {
    const { status, failed } = judge(cxl('{ isWholeRequest: (request) => request.length >= 24 }'));
    expect({ status, failed }).to.deep.equal({ status: 1, failed: ['cxl-header-lengths'] });
  });

  it('checks the conversation of a driver', () => {
    for (const text of [modelled('false'), cxl('{}')]) {
      const { status, stdout } = call('check-adapter', text);
      expect(stdout).to.contain('takes a request').and.contain('The conversation is right.');
      expect(status).to.equal(0);
    }
  });
});
