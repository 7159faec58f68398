import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { expect } from 'chai';

describe('optimiseLate', () => {
  it('asks V8 for nothing that this version of it does not know', () => {
    const code = `(await import(${JSON.stringify(new URL('engine.js', import.meta.url).href)})).optimiseLate()`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
  });
});
