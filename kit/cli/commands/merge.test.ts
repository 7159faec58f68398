import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { WrittenReport } from '../../../reports/document/report.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

describe('fwctl-conformance merge', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-merge-'));
  after(() => rmSync(cwd, { recursive: true }));

  function call(...words: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  }

  function shards(name: string, parts: number, ...words: string[]): readonly string[] {
    return Array.from({ length: parts }, (_, index) => {
      const folder = `${name}-${index + 1}`;
      call('run', '--quiet', ...words, '--shard', `${index + 1}/${parts}`, '--out', folder);
      return folder;
    });
  }

  /** What a run has written, but for its times. */
  function written(folder: string): readonly string[] {
    return ['report.json', 'report.txt', 'junit.xml'].map((file) =>
      readFileSync(join(cwd, folder, file), 'utf8').replace(/"time": \{[^}]*\}/, ''),
    );
  }

  function apartFromTimeAndCommand(folder: string): Omit<WrittenReport, 'time' | 'reproduce'> {
    const { time: _, reproduce: __, footer, ...rest }: WrittenReport = JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8'));
    const { sha256: ___, ...end } = footer;
    return { ...rest, footer: end };
  }

  it('makes of three shards of the reference what one run writes', () => {
    const parts = shards('reference', 3, '--seed', '3');
    expect(call('merge', ...parts, '--out', 'merged')).to.include({ status: 0, stderr: '' });
    call('run', '--quiet', '--seed', '3', '--out', 'reference');
    expect(written('merged')).to.deep.equal(written('reference'));
    expect(readdirSync(join(cwd, 'merged')).sort()).to.deep.equal(['junit.xml', 'report.json', 'report.txt']);
  });

  it('does so for a broken subject, part of the rules and waivers, which come last', () => {
    const words = ['--broken', 'compares-number-only', '--rule', A_RULE];
    call('run', '--quiet', ...words, '--out', 'broken');
    const failed = apartFromTimeAndCommand('broken').rules.flatMap(({ scenarios }) =>
      scenarios.filter(({ verdict }) => verdict === 'failed'),
    );
    const fails = failed.flatMap(({ name, evidence }) =>
      evidence.expectations.filter(({ held }) => !held).map(({ what, actual }) => ({ scenario: name, 'looked-at': what, actual })),
    );
    const entry = {
      rule: A_RULE,
      fails,
      reason: 'it is a broken one',
      link: 'https://example.org/1',
      owner: 'a@example.org',
      expires: '2999-01-01',
    };
    writeFileSync(join(cwd, 'waivers.yaml'), JSON.stringify({ waivers: 1, entries: [entry] }));
    const whole = call('run', ...words, '--quiet', '--waivers', 'waivers.yaml', '--out', 'waived');
    const merged = call('merge', '--quiet', '--waivers', 'waivers.yaml', ...shards('broken', 2, ...words), '--out', 'waived-merged');
    expect(merged).to.include({ status: whole.status, stdout: '', stderr: '' });
    const [inOne, inTwo] = ['waived', 'waived-merged'].map(apartFromTimeAndCommand);
    expect(inOne?.counts.waived).to.equal(1);
    expect(inTwo).to.deep.equal(inOne);
    const refused = call('merge', ...shards('early', 2, ...words, '--waivers', 'waivers.yaml'));
    expect(refused.status).to.equal(3);
    expect(refused.stderr).to.contain('input/cannot-merge').and.contain('give --waivers to merge');
  });

  it('refuses to write over a shard, by whatever name', () => {
    const [first = '', second = ''] = shards('kept', 2, '--rule', A_RULE);
    for (const folder of [first, second]) rmSync(join(cwd, folder, 'messages.ndjson'));
    symlinkSync(first, join(cwd, 'alias'));
    const before = readFileSync(join(cwd, first, 'report.json'), 'utf8');
    for (const [one, out] of [
      [first, first],
      [`${first}/report.json`, 'alias'],
    ] as const) {
      const refused = call('merge', one, second, '--out', out);
      expect(refused.status).to.equal(3);
      expect(refused.stderr).to.contain('usage/in-the-way').and.contain('the report of a shard');
    }
    expect(readFileSync(join(cwd, first, 'report.json'), 'utf8')).to.equal(before);
  });

  it('refuses a shard that was cut short, and a folder with the messages of another run', () => {
    const [first = '', second = ''] = shards('cut', 2, '--rule', A_RULE);
    const text = readFileSync(join(cwd, second, 'report.json'), 'utf8');
    writeFileSync(join(cwd, 'cut.json'), text.slice(0, -20));
    const cut = call('merge', first, 'cut.json');
    expect(cut.status).to.equal(3);
    expect(cut.stderr).to.contain('input/cannot-merge').and.contain('run that shard again');
    const beside = call('merge', first, second, '--out', first);
    expect(beside.status).to.equal(3);
    expect(beside.stderr).to.contain('usage/in-the-way').and.contain('messages.ndjson');
  });

  it('refuses a shard of which a byte was changed', () => {
    const [first = '', second = ''] = shards('changed', 2, '--rule', A_RULE);
    const text = readFileSync(join(cwd, second, 'report.json'), 'utf8');
    writeFileSync(join(cwd, 'changed.json'), text.replace('"actual":"', '"actual":"x'));
    const { status, stderr } = call('merge', first, 'changed.json');
    expect(status).to.equal(3);
    expect(stderr).to.contain('input/cannot-merge').and.contain('changed.json was changed after its run');
    expect(call('merge', first, second, '--allow-partial').status).to.equal(0);
  });

  it('ends as the run would have ended', () => {
    const parts = shards('part', 2, '--rule', A_RULE);
    expect(call('merge', ...parts).status).to.equal(2);
    expect(call('merge', '--allow-partial', ...parts).status).to.equal(0);
  });
});
