import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from './errors.js';
import { type InputKind, readInput } from './input-file.js';

const KIND: InputKind = { code: 'input/bad-mail', noun: 'the mail', attempt: 'another one' };

describe('readInput from a pipe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-pipe-'));
  after(() => rmSync(folder, { recursive: true }));

  function pipe(name: string): string {
    const path = join(folder, name);
    spawnSync('mkfifo', [path]);
    return path;
  }

  it('gives all that is written, however late it begins and whatever pauses there are', () => {
    const path = pipe('slow');
    spawn('sh', ['-c', 'sleep 0.3; { echo one; sleep 0.3; echo two; } > "$0"', path], { stdio: 'ignore' });
    expect(readInput(path, KIND, 20_000).toString()).to.equal('one\ntwo\n');
  });

  it('does not wait for ever, neither for a writer nor for what he writes', () => {
    const [deserted, silent] = [pipe('deserted'), pipe('silent')];
    const writer = spawn('sh', ['-c', 'exec sleep 60 > "$0"', silent], { stdio: 'ignore' });
    for (const path of [deserted, silent]) {
      expect(() => readInput(path, KIND, 300))
        .to.throw(KitError)
        .with.nested.property('explanation.received', 'nothing came from it for 0.3 s');
    }
    writer.kill();
  });
});
