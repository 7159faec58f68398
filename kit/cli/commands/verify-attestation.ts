import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { exitStatus } from '../../../reports/document/exit-status.js';
import { asReport } from '../../../reports/document/written-report.js';
import { type Envelope, keyId, openEnvelope } from '../../../reports/formats/envelope.js';
import { type Artifact, IN_TOTO_PAYLOAD, renderInToto } from '../../../reports/formats/in-toto.js';
import { wrap } from '../../../reports/formats/wrap.js';
import { InputFormat, type InputKind, refuse } from '../../input-file.js';
import { JSON_SYNTAX } from '../../json-text.js';
import { openReport } from '../../report-file/load.js';
import { readArtifact } from '../artifact.js';
import { readPublicKey } from '../signing-key.js';
import type { ExitStatus, Surroundings } from '../surroundings.js';
import { tellCutShort } from './cut-short.js';

export type VerifyAttestationOptions = { readonly key: string; readonly report: string; readonly artifact: readonly string[] };

const ATTESTATION_FILE: InputKind = {
  code: 'input/bad-attestation',
  noun: 'the attestation',
  attempt: 'the envelope that render --format in-toto --sign-with wrote, with its report.json and the public key of who signed it',
};

/** What is needed of a statement to hold the rest of it against the report. */
type Statement = { readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[] };

const ENVELOPE = new InputFormat<Envelope>(ATTESTATION_FILE, 'reports/schema/dsse-1.json', JSON_SYNTAX);
const STATEMENT = new InputFormat<Statement>(ATTESTATION_FILE, 'reports/schema/in-toto-test-result-0.1.json', JSON_SYNTAX);

/**
 * Ends as the run ended, when the envelope was signed with the key, says what the report says, and is about the artifacts.
 * @throws KitError input/bad-attestation, input/bad-key, input/bad-report
 */
export function verifyAttestation(path: string, options: VerifyAttestationOptions, { cwd, output, messages }: Surroundings): ExitStatus {
  const file = resolve(cwd, path);
  const key = readPublicKey(resolve(cwd, options.key));
  const envelope = ENVELOPE.parse(ENVELOPE.readText(file), file).value;
  if (envelope.payloadType !== IN_TOTO_PAYLOAD)
    throw refuse(ATTESTATION_FILE, file, `a payload of type ${IN_TOTO_PAYLOAD}`, envelope.payloadType);
  const payload = openEnvelope(envelope, key)?.toString();
  if (payload === undefined)
    throw refuse(ATTESTATION_FILE, file, `a signature with the key ${keyId(key)}`, 'none that fits the key and the payload');
  const statement = STATEMENT.parse(payload, `the payload of ${file}`).value;
  const about = statement.subject.map(({ name, digest: { sha256 } }): Artifact => ({ name, sha256 }));
  requireAbout(
    file,
    about,
    options.artifact.map((one) => readArtifact(resolve(cwd, one))),
  );
  const { read, digest } = openReport(resolve(cwd, options.report));
  if (read.kind === 'cut-short') return tellCutShort(read.where, messages);
  const [report, sha256] = [asReport(read.report), digest()];
  // Whoever signs may lay it out anew.
  if (!isDeepStrictEqual(statement, JSON.parse(renderInToto(report, sha256, about))))
    throw refuse(ATTESTATION_FILE, file, `what report.json says, whose SHA-256 is ${sha256}`, 'a statement that says otherwise');
  output.write(`${wrap(`${report.result}, as the report says, and signed with the key ${keyId(key)}`, '').join('\n')}\n`);
  return exitStatus(report, { allowPartial: false });
}

function requireAbout(file: string, about: readonly Artifact[], artifacts: readonly Artifact[]): void {
  const missing = artifacts.find(({ sha256 }) => !about.some((one) => one.sha256 === sha256));
  if (missing === undefined) return;
  const told = about.map(({ name, sha256 }) => `${name} ${sha256}`).join(', ');
  throw refuse(ATTESTATION_FILE, file, `a statement about ${missing.name} ${missing.sha256}`, told);
}
