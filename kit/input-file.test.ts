import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from './errors.js';
import { InputFormat, type InputKind, readInput } from './input-file.js';
import { JSON_SYNTAX } from './json-text.js';

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

describe('readText', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-text-'));
  after(() => rmSync(folder, { recursive: true }));
  const format = new InputFormat(KIND, 'kit/model/fwctl-model-1.json', JSON_SYNTAX);
  const file = join(folder, 'text');

  it('says where the first byte is that is no UTF-8', () => {
    writeFileSync(file, Buffer.from('name: Größe\nowner: Größe\n').fill(0xff, 21, 22));
    expect(() => format.readText(file))
      .to.throw(KitError)
      .with.property('explanation')
      .that.includes({ summary: `the mail is not right: ${file}:2:8`, expected: 'UTF-8', received: 'ff72c3b6' });
  });

  it('says that the last character is not whole', () => {
    writeFileSync(file, Buffer.from('ab\ufffd').subarray(0, 4));
    expect(() => format.readText(file))
      .to.throw(KitError)
      .with.property('explanation')
      .that.includes({ summary: `the mail is not right: ${file}:1:3`, received: 'a character that is not whole at the end' });
  });
});
