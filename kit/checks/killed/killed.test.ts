import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { killMany, type Program } from './kill-many.js';
import { look, snapshot } from './look.js';
import { WHOLE_REPORT, writeToyReport } from './toy-report.testing.js';

const [PUBLISHER, DIE_AT] = ['publisher.testing.js', 'die-at.testing.js'].map((file) => fileURLToPath(new URL(file, import.meta.url)));

describe('a report whose program is killed', () => {
  const place = mkdtempSync(join(tmpdir(), 'fwctl-kill-'));
  const base = join(place, 'base');
  const other = join(place, 'other');
  const folder = join(place, 'folder');
  before(async () => {
    await writeToyReport(base, 1, true);
    await writeToyReport(other, 2, false);
  });
  after(() => rmSync(place, { recursive: true }));

  function reset(): void {
    rmSync(folder, { recursive: true, force: true });
    cpSync(base, folder, { recursive: true });
  }

  /** Whether it was killed before its n-th change. */
  function dieAt(number: number, how = 'as the kit does'): boolean {
    const words = ['--import', `${DIE_AT}`, `${PUBLISHER}`, how, folder, other];
    const env = { ...process.env, DIE_IN: folder, DIE_AT: `${number}` };
    const { status, signal, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
    if (signal !== 'SIGKILL') expect(stderr + status).to.equal('0');
    return signal === 'SIGKILL';
  }

  it('is the previous one or the new one wherever that happens, and the next run leaves nothing of it', async () => {
    const seen: string[] = [];
    for (let number = 1; ; number += 1) {
      reset();
      const wasKilled = dieAt(number);
      const found = look(folder, snapshot(base), 'non-conformant');
      expect(found, `killed before change ${number}`).to.have.property('files');
      seen.push(found.holds);
      if (found.holds === 'between') {
        // The next run puts it in its place before all else, and may be killed in that.
        expect(dieAt(1 + (number % 7))).to.equal(true);
        expect(look(folder, snapshot(base), 'non-conformant'), `killed before change ${number}, and again`).to.have.property('files');
      }
      await writeToyReport(folder, 3, true);
      expect(readdirSync(folder).sort(), `after change ${number}`).to.deep.equal([...WHOLE_REPORT].sort());
      if (!wasKilled) break;
    }
    expect([...new Set(seen)]).to.deep.equal(['previous', 'between', 'new']);
    expect(seen.filter((holds) => holds === 'between')).to.have.length.greaterThan(5);
  });

  for (const [how, problem] of [
    ['in place', /torn/],
    ['file by file', /is not of this report.json/],
  ] as const) {
    it(`is found to be wrong when it was written ${how}`, () => {
      const found: string[] = [];
      for (let number = 1; ; number += 1) {
        reset();
        const wasKilled = dieAt(number, how);
        const seen = look(folder, snapshot(base), 'non-conformant');
        found.push(seen.holds === 'neither' ? seen.why : seen.holds);
        if (!wasKilled) break;
      }
      expect([found[0], found.at(-1)]).to.deep.equal(['previous', 'new']);
      const between = found.slice(1, -1);
      expect(between.filter((why) => why === 'previous' || why === 'new')).to.have.length.lessThan(between.length / 2);
      expect(between.some((why) => problem.test(why))).to.equal(true);
    });
  }

  it('is found to be wrong at a moment that the clock chose', async () => {
    const program: Program = {
      name: 'by half',
      words: (out) => [process.execPath, `${PUBLISHER}`, 'by half', out, other],
      result: 'non-conformant',
    };
    const { problems } = await killMany({ programs: [program], base, kills: 4, seed: 1 });
    expect(problems.join('\n')).to.match(/^by half, which was not killed, leaves .*torn/m);
  });

  it('is wrong when its files are of two runs, and when a byte of it is another', () => {
    for (const name of WHOLE_REPORT) {
      reset();
      cpSync(join(other, name), join(folder, name));
      expect(look(folder, snapshot(base), 'non-conformant').holds, name).to.equal('neither');
      reset();
      cpSync(other, folder, { recursive: true });
      writeFileSync(join(folder, name), `${snapshot(folder).get(name)} `);
      expect(look(folder, snapshot(base), 'non-conformant').holds, name).to.equal('neither');
    }
  });
});
