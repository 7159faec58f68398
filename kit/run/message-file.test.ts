import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import { MessageFile, partialName } from './message-file.js';

describe('MessageFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-messages-'));
  after(() => rmSync(folder, { recursive: true }));

  it('has its name only when it is whole', () => {
    const path = join(folder, 'whole.ndjson');
    const file = new MessageFile(path);
    file.write({ number: 1 });
    expect(existsSync(path)).to.equal(false);
    file.finish();
    expect(readFileSync(path, 'utf8')).to.equal('{"number":1}\n');
    expect(existsSync(partialName(path))).to.equal(false);
  });

  it('keeps what was written when it is abandoned, under the temporary name', () => {
    const path = join(folder, 'torn.ndjson');
    const file = new MessageFile(path);
    file.write({ number: 1 });
    file.abandon();
    file.write({ number: 2 });
    expect(existsSync(path)).to.equal(false);
    expect(readFileSync(partialName(path), 'utf8')).to.equal('{"number":1}\n');
  });

  it('says that it cannot be written when somebody took it away', () => {
    const path = join(folder, 'gone.ndjson');
    const file = new MessageFile(path);
    rmSync(partialName(path));
    expect(() => file.finish())
      .to.throw(KitError)
      .with.property('code', 'machine/cannot-write');
  });

  it('leaves alone what another run writes under the same name', () => {
    const path = join(folder, 'shared.ndjson');
    const file = new MessageFile(path);
    rmSync(partialName(path));
    const other = new MessageFile(path);
    expect(() => file.finish())
      .to.throw(KitError)
      .with.nested.property('explanation.received', 'another run writes there');
    other.finish();
    expect(readFileSync(path, 'utf8')).to.equal('');
  });

  it('writes as it goes, so that memory does not grow with the stream', () => {
    const path = join(folder, 'long.ndjson');
    const file = new MessageFile(path);
    for (let count = 0; count < 100; count += 1) file.write({ text: 'x'.repeat(1000) });
    expect(readFileSync(partialName(path)).length).to.be.greaterThan(60_000);
    file.finish();
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).to.have.length(100);
  });
});
