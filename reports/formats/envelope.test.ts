import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { canSign, type Envelope, openEnvelope, preAuthenticationEncoding, signEnvelope } from './envelope.js';

const TYPE = 'application/vnd.in-toto+json';

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

const PAIRS: { readonly [kind: string]: Pair } = {
  Ed25519: generateKeyPairSync('ed25519'),
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }),
};

describe('what is signed', () => {
  it('is the example in the specification of DSSE', () => {
    const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(encoded.toString()).to.equal('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, and not characters', () => {
    expect(preAuthenticationEncoding('é', Buffer.from('漢')).toString()).to.equal('DSSEv1 2 é 3 漢');
  });
});

describe('an envelope', () => {
  for (const [kind, { publicKey, privateKey }] of Object.entries(PAIRS)) {
    const other = generateKeyPairSync('ed25519').publicKey;

    it(`that was signed with ${kind} is opened with its public key, and with no other`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          const envelope = signEnvelope(TYPE, text, privateKey);
          expect(openEnvelope(envelope, publicKey)?.toString()).to.equal(text);
          expect(openEnvelope(envelope, other)).to.equal(null);
        }),
        { numRuns: 20 },
      );
    });

    it(`that was signed with ${kind} is not opened when payload, type or signature was changed`, () => {
      const envelope = signEnvelope(TYPE, 'a statement', privateKey);
      const [signature = { sig: '' }] = envelope.signatures;
      const changed: readonly Envelope[] = [
        { ...envelope, payload: Buffer.from('b statement').toString('base64') },
        { ...envelope, payload: '' },
        { ...envelope, payloadType: `${TYPE} ` },
        { ...envelope, signatures: [] },
        { ...envelope, signatures: [{ ...signature, sig: '' }] },
        { ...envelope, signatures: [{ ...signature, sig: signature.sig.replace(/[a-z]/, (letter) => letter.toUpperCase()) }] },
        { ...envelope, signatures: [{ ...signature, sig: Buffer.alloc(64).toString('base64') }] },
      ];
      for (const one of changed) expect(openEnvelope(one, publicKey)).to.equal(null);
      expect(openEnvelope({ ...envelope, signatures: [{ sig: 'AAAA' }, signature] }, publicKey)?.toString()).to.equal('a statement');
    });
  }

  it('is signed with no other kind of key', () => {
    expect(Object.values(PAIRS).every(({ privateKey }) => canSign(privateKey))).to.equal(true);
    expect(canSign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)).to.equal(false);
    expect(canSign(generateKeyPairSync('x25519').privateKey)).to.equal(false);
    expect(canSign(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey)).to.equal(false);
  });
});
