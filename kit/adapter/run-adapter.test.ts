import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../reports/document/report.js';
import { changedReference } from './changed-reference.testing.js';

const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const REFERENCE = fileURLToPath(new URL('serve-reference.js', import.meta.url));

describe('run -- COMMAND', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-run-adapter-'));
  after(() => rmSync(folder, { recursive: true }));

  function judge(command: readonly string[], ...options: readonly string[]) {
    rmSync(join(folder, 'reports'), { recursive: true, force: true });
    const words = [MAIN, 'run', '--quiet', ...options, '--', ...command];
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
    let report: WrittenReport | null = null;
    try {
      report = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    } catch {
      // There is none when nothing could be judged.
    }
    return { status, stderr, report };
  }

  function verdicts(report: WrittenReport | null): readonly string[] {
    return report?.rules.map(({ id, verdict }) => `${id}: ${verdict}`) ?? [];
  }

  function script(text: string): readonly string[] {
    writeFileSync(join(folder, 'adapter.mjs'), text);
    return [process.execPath, join(folder, 'adapter.mjs')];
  }

  it('finds of the reference through the protocol what it finds in process', () => {
    const through = judge([process.execPath, REFERENCE]);
    expect(through.status).to.equal(0);
    expect(through.report?.subject.kind).to.equal('adapter');
    spawnSync(process.execPath, [MAIN, 'run', '--quiet'], { cwd: folder });
    const within: WrittenReport = JSON.parse(readFileSync(join(folder, 'reports/latest/report.json'), 'utf8'));
    expect(verdicts(through.report)).to.deep.equal(verdicts(within)).and.have.length.greaterThan(100);
  });

  it('decides nothing of an adapter that claims every capability and rejects everything', () => {
    const rejects = script(`
      import { createInterface } from 'node:readline';
      import { readFileSync } from 'node:fs';
      createInterface({ input: process.stdin }).on('line', (line) => {
        const { id, op } = JSON.parse(line);
        const greeting = { protocol: 1, name: 'rejects', version: '1', capabilities: ['device-plain', 'caller-capabilities', 'observe-taint'] };
        console.log(JSON.stringify(op === 'hello' ? { id, result: greeting } : { id, cannot: 'no' }));
      });
    `);
    const { status, report } = judge(rejects, '--rule', 'uapi-ioctl-numbers');
    expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
  });

  it('decides nothing of an adapter that claims no capability', () => {
    const modest = script(`
      import { createInterface } from 'node:readline';
      createInterface({ input: process.stdin }).on('line', (line) => {
        const { id, op } = JSON.parse(line);
        console.log(JSON.stringify({ id, result: op === 'hello' ? { protocol: 1, name: 'modest', version: '1', capabilities: [] } : null }));
      });
    `);
    const { status, report } = judge(modest);
    expect(status).to.equal(2);
    expect(report?.result).to.be.oneOf(['partial', 'inconclusive']);
    expect(report?.counts.passed).to.equal(0);
  });

  it('says in the report that an adapter died before it greeted', () => {
    const { status, report } = judge(script("console.error('no lab today'); process.exit(4);"), '--rule', 'uapi-ioctl-numbers');
    expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
    expect(report?.problems.join()).to.contain('ended with 4').and.contain('no lab today');
  });

  it('keeps apart what is declared and absent, and what is there and not declared', () => {
    const changed = changedReference(folder, { written: `text = text.replace('"observe-taint",', '')` });
    const { status, report } = judge(changed, '--rule', 'uapi-ioctl-numbers', '--allow-partial');
    expect(report?.subject.honesty).to.deep.equal([{ capability: 'observe-taint', finding: 'present-but-undeclared' }]);
    expect(report?.problems.join()).to.contain('can do what observe-taint allows, and does not declare it');
    expect(status).to.equal(2);
    const claims = script(`
      import { createInterface } from 'node:readline';
      createInterface({ input: process.stdin }).on('line', (line) => {
        const { id, op } = JSON.parse(line);
        const greeting = { protocol: 1, name: 'claims', version: '1', capabilities: ['observe-taint'] };
        const result = { hello: greeting, open: { ok: false, errno: 'ENOENT' }, boot: null, spawn: null }[op];
        console.log(JSON.stringify(result === undefined ? { id, cannot: 'no' } : { id, result }));
      });
    `);
    const claimed = judge(claims, '--rule', 'uapi-ioctl-numbers');
    expect(claimed.report?.subject.honesty).to.deep.equal([{ capability: 'observe-taint', finding: 'declared-but-absent' }]);
    expect(claimed.status).to.equal(2);
  });

  it('ends a run that takes longer than it may', () => {
    const slow = changedReference(folder, { asked: 'await new Promise((later) => setTimeout(later, 20))' });
    const { status, report } = judge(slow, '--time-limit', '2');
    expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
    expect(report?.problems.join()).to.contain('it took longer than 2 s, which --time-limit allows');
  });

  it('goes on with a fresh adapter when one dies, and decides nothing', () => {
    const dies = changedReference(folder, {
      asked: "globalThis.boots = (globalThis.boots ?? 0) + (operation.op === 'boot' ? 1 : 0); if (globalThis.boots === 5) process.exit(5)",
    });
    const { status, report } = judge(dies, '--rule', 'uapi-ioctl-numbers');
    expect({ status, result: report?.result }).to.deep.equal({ status: 2, result: 'inconclusive' });
    const reasons = report?.rules.flatMap(({ scenarios }) => scenarios.map(({ verdict, reason }) => `${verdict} ${reason ?? ''}`)) ?? [];
    expect(reasons.filter((reason) => reason.startsWith('passed')).length).to.be.greaterThan(0);
    expect(reasons.join('\n')).to.match(/broken .*the adapter ended with 5/);
  });

  describe('check-adapter', () => {
    const checked = (command: readonly string[]) =>
      spawnSync(process.execPath, [MAIN, 'check-adapter', '--', ...command], { cwd: folder, encoding: 'utf8', timeout: 60_000 });

    it('finds nothing to mend in the reference', () => {
      const { status, stdout } = checked([process.execPath, REFERENCE]);
      expect(status).to.equal(0);
      expect(stdout).to.contain('The conversation is right.').and.contain('ends with its input');
    });

    it('says what to mend', () => {
      const sloppy = script(`
        import { createInterface } from 'node:readline';
        setInterval(() => {}, 1000);
        createInterface({ input: process.stdin }).on('line', (line) => {
          const { id, op } = JSON.parse(line);
          const greeting = { protocol: 1, name: 'sloppy', version: '1', capabilities: ['observe-taint', 'flies'] };
          console.log(JSON.stringify({ id, result: op === 'hello' ? greeting : op === 'open' ? { ok: true } : null }));
        });
      `);
      const { status, stdout } = checked(sloppy);
      expect(status).to.equal(1);
      const text = stdout.replaceAll(/\s+/g, ' ');
      expect(text)
        .to.contain('flies, which there is not')
        .and.contain('can observe-taint wrong')
        .and.contain('it took SIGTERM')
        .and.contain('can do what it does not declare: caller-capabilities');
      expect(text).to.contain('refuses the unknown wrong').and.contain('5 of 11 are to be mended');
    });
  });

  it('says of an adapter in which nothing is held that the call came back', () => {
    const holdsNothing = changedReference(folder, { asked: "if (operation.op === 'hold') return" });
    const { status, report } = judge(holdsNothing, '--rule', 'rpc-request-copied-once', '--allow-partial');
    const rule = report?.rules.find(({ id }) => id === 'rpc-request-copied-once');
    expect(rule).to.deep.include({ verdict: 'broken', reason: 'the call came back with success before the driver could be held' });
    expect(status).to.equal(2);
  });

  it('fails the rule about copying when a poke is lost', () => {
    const pokesNothing = changedReference(folder, { asked: "if (operation.op === 'poke') return" });
    const { status, report } = judge(pokesNothing, '--rule', 'rpc-request-copied-once', '--allow-partial');
    expect(report?.rules.find(({ id }) => id === 'rpc-request-copied-once')?.verdict).to.equal('failed');
    expect(report?.problems.join()).to.contain('declares threads, and cannot do it');
    expect(status).to.equal(2);
  });

  const programs: { readonly [what: string]: readonly [name: string, text: string, mode: number, told: string] } = {
    'a module': ['driver.ts', '', 0o644, '--driver driver.ts'],
    'in no folder of PATH': ['adapter.py', '#!/bin/sh\n', 0o755, './adapter.py'],
    'not to be run': ['./plain.py', '#!/bin/sh\n', 0o644, 'chmod +x ./plain.py'],
    'of a machine with other ends of lines': ['./windows.sh', '#!/bin/sh\r\n', 0o755, 'the interpreter in the first line of ./windows.sh'],
  };
  for (const [what, [name, text, mode, told]] of Object.entries(programs)) {
    it(`says what to try when the program is ${what}`, () => {
      writeFileSync(join(folder, name), text, { mode });
      const { status, stderr } = judge([name]);
      expect(status).to.equal(3);
      expect(stderr.replaceAll(/\s+/g, ' ')).to.contain('subject/cannot-start').and.contain(told);
    });
  }

  it('ends with 3 when the program is not there', () => {
    const { status, stderr, report } = judge([join(folder, 'nothing')]);
    expect({ status, report }).to.deep.equal({ status: 3, report: null });
    expect(stderr)
      .to.contain('subject/cannot-start')
      .and.match(/fault +the command line/);
  });
});
