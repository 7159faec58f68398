import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A signed text: DSSE, version 1. Payload and signatures are base64. */
export type Envelope = {
  readonly payload: string;
  /** Media type of the payload; it is signed, too. */
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[];
};

/** The hash that goes with each elliptic curve; Ed25519 has its own. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['prime256v1', 'sha256'],
  ['secp384r1', 'sha384'],
  ['secp521r1', 'sha512'],
]);

export const KEYS_IN_WORDS = 'an Ed25519 key, or an ECDSA one on P-256, P-384 or P-521';

/** Whether envelopes can be signed with keys of this kind. */
export function canSign(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'ed25519' || hashOf(key) !== null;
}

/** Null for Ed25519, and for keys that do not sign here. */
function hashOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | null {
  if (asymmetricKeyType !== 'ec') return null;
  return HASHES.get(asymmetricKeyDetails?.namedCurve ?? '') ?? null;
}

/** What is signed, so that no payload can be taken for one of another type. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** Signs with a private key for which `canSign` holds. */
export function signEnvelope(payloadType: string, text: string, key: KeyObject): Envelope {
  const payload = Buffer.from(text);
  const signature = sign(hashOf(key), preAuthenticationEncoding(payloadType, payload), key);
  return {
    payload: payload.toString('base64'),
    payloadType,
    signatures: [{ keyid: keyId(createPublicKey(key)), sig: signature.toString('base64') }],
  };
}

/** The payload when a signature of it is of this public key, and null when none is. */
export function openEnvelope({ payload, payloadType, signatures }: Envelope, key: KeyObject): Buffer | null {
  const bytes = Buffer.from(payload, 'base64');
  const signed = preAuthenticationEncoding(payloadType, bytes);
  const isOurs = signatures.some(({ sig }) => verify(hashOf(key), signed, key, Buffer.from(sig, 'base64')));
  return isOurs ? bytes : null;
}

/** SHA-256 of the public key as DER, in hexadecimal digits. A hint only: every signature is tried. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
