import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { canSign, KEYS_IN_WORDS } from '../../reports/formats/envelope.js';
import { type InputKind, readInput, refuse } from '../input-file.js';

const KEY_FILE: InputKind = {
  code: 'input/bad-key',
  noun: 'the key',
  attempt: 'openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub',
};

/**
 * The private key in a PEM file.
 * @throws KitError input/bad-key, which says nothing of what is in the file
 */
export function readPrivateKey(file: string): KeyObject {
  return readKey(file, 'a private key in PEM without a passphrase', createPrivateKey);
}

/**
 * The public key in a PEM file.
 * @throws KitError input/bad-key
 */
export function readPublicKey(file: string): KeyObject {
  return readKey(file, 'a public key in PEM', createPublicKey);
}

function readKey(file: string, expected: string, parse: (pem: Buffer) => KeyObject): KeyObject {
  const key = parseKey(readInput(file, KEY_FILE), parse);
  if (key === null) throw refuse(KEY_FILE, file, expected, 'a file that is not one');
  if (canSign(key)) return key;
  throw refuse(KEY_FILE, file, KEYS_IN_WORDS, `${key.asymmetricKeyType} ${key.asymmetricKeyDetails?.namedCurve ?? ''}`.trim());
}

function parseKey(pem: Buffer, parse: (pem: Buffer) => KeyObject): KeyObject | null {
  try {
    return parse(pem);
  } catch {
    return null;
  }
}
