import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Envelope, signEnvelope } from '../../../reports/formats/envelope.js';
import { type Called, callIn } from '../call.testing.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

describe('fwctl-conformance render --sign-with and verify-attestation', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'fwctl-attestation-'));
  after(() => rmSync(cwd, { recursive: true }));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');

  const call = (...words: string[]): Promise<Called> => callIn(cwd, words);

  function write(file: string, text: string | Buffer): string {
    writeFileSync(join(cwd, file), text);
    return file;
  }

  function verify(envelope: string, ...words: string[]): Promise<Called> {
    return call('verify-attestation', envelope, '--key', 'key.pub', '--report', 'bad', ...words);
  }

  function pem(key: KeyObject): string | Buffer {
    return key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' });
  }

  before(async () => {
    write('key.pem', pem(privateKey));
    write('key.pub', pem(publicKey));
    write('a.ko', 'a module');
    write('b.ko', 'another module');
    for (const words of [
      ['--out', 'bad', '--broken', 'compares-number-only'],
      ['--out', 'other'],
    ])
      spawnSync(process.execPath, [MAIN, 'run', '--quiet', '--rule', A_RULE, ...words], { cwd });
    await call('render', 'bad', '--format', 'in-toto', '--artifact', 'a.ko', '--sign-with', 'key.pem', '--out', 'signed.json');
  });

  it('ends as the run did when key, report and artifact fit', async () => {
    const { status, stdout, stderr } = await verify('signed.json', '--artifact', 'a.ko');
    expect({ status, stderr }).to.deep.equal({ status: 1, stderr: '' });
    expect(stdout).to.contain('non-conformant, as the report says');
    expect(await call('render', 'other', '--format', 'in-toto', '--sign-with', 'key.pem', '--out', 'partial.json')).to.include({
      status: 0,
    });
    expect(await call('verify-attestation', 'partial.json', '--key', 'key.pub', '--report', 'other')).to.include({ status: 2 });
  });

  it('takes the same statement as another signer lays it out', async () => {
    const { payload, payloadType }: Envelope = JSON.parse(readFileSync(join(cwd, 'signed.json'), 'utf8'));
    const anew = JSON.stringify(JSON.parse(Buffer.from(payload, 'base64').toString()));
    expect(await verify(write('anew.json', JSON.stringify(signEnvelope(payloadType, anew, privateKey))))).to.include({
      status: 1,
      stderr: '',
    });
  });

  it('refuses another key, report or artifact, and what was not signed so', async () => {
    write('other.pub', pem(generateKeyPairSync('ed25519').publicKey));
    const envelope: Envelope = JSON.parse(readFileSync(join(cwd, 'signed.json'), 'utf8'));
    const payload = Buffer.from(envelope.payload, 'base64').toString();
    const forged = { ...envelope, payload: Buffer.from(payload.replace('"FAILED"', '"PASSED"')).toString('base64') };
    const lies = signEnvelope(envelope.payloadType, payload.replace('"FAILED"', '"PASSED"'), privateKey);
    const refusals = await Promise.all([
      call('verify-attestation', 'signed.json', '--key', 'other.pub', '--report', 'bad'),
      call('verify-attestation', 'signed.json', '--key', 'key.pub', '--report', 'other'),
      verify('signed.json', '--artifact', 'b.ko'),
      verify(write('forged.json', JSON.stringify(forged))),
      verify(write('lies.json', JSON.stringify(lies))),
      verify(write('type.json', JSON.stringify(signEnvelope('text/plain', payload, privateKey)))),
      verify(write('words.json', JSON.stringify(signEnvelope(envelope.payloadType, 'words', privateKey)))),
      verify(write('empty.json', '{}')),
      verify('no-such-file'),
    ]);
    for (const { status, stdout, stderr } of refusals) {
      expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
      expect(stderr).to.contain('input/bad-attestation');
    }
    expect(refusals[4]?.stderr).to.contain('a statement that says otherwise');
  });

  it('refuses what is no key, and shows nothing of it', async () => {
    write('rsa.pem', pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey));
    for (const key of ['rsa.pem', 'key.pub', write('secret.txt', 'very secret'), 'none']) {
      const { status, stdout, stderr } = await call('render', 'bad', '--format', 'in-toto', '--sign-with', key);
      expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
      expect(stderr).to.contain('input/bad-key').and.not.contain('very secret');
    }
  });

  it('refuses to sign what is no statement', async () => {
    const { status, stderr } = await call('render', 'bad', '--format', 'mail', '--sign-with', 'key.pem');
    expect(status).to.equal(3);
    expect(stderr).to.contain('usage/bad-value').and.contain('--format in-toto');
  });
});
