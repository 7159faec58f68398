import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Artifact } from '../../reports/formats/in-toto.js';
import { type InputKind, readInput } from '../input-file.js';

const ARTIFACT_FILE: InputKind = {
  code: 'input/bad-attestation',
  noun: 'the artifact',
  attempt: '--artifact with the file that was judged, such as the module of the driver',
};

/**
 * What a statement says of a file: its name without the folder, and its digest.
 * @throws KitError input/bad-attestation when it cannot be read
 */
export function readArtifact(file: string): Artifact {
  return { name: basename(file), sha256: createHash('sha256').update(readInput(file, ARTIFACT_FILE)).digest('hex') };
}
