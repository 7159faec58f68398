import { renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { asReport } from '../../../reports/document/written-report.js';
import { signEnvelope } from '../../../reports/formats/envelope.js';
import { IN_TOTO_PAYLOAD, renderInToto } from '../../../reports/formats/in-toto.js';
import { RENDERING_NAMES, type RenderingName } from '../../../reports/rendering-names.js';
import { RENDERINGS, type Render } from '../../../reports/renderings.js';
import { KitError, messageOf } from '../../errors.js';
import { loadReportWithDigest } from '../../report-file/load.js';
import { readArtifact } from '../artifact.js';
import { readPrivateKey } from '../signing-key.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { badValue, FORMAT, requireKnown } from '../usage-errors.js';
import { tellCutShort } from './cut-short.js';

export type RenderOptions = {
  readonly format: string;
  readonly out?: string;
  readonly artifact: readonly string[];
  readonly signWith?: string;
};

/** Ends with 0 when the report was told, whatever its result, and with 2 when it ends before its footer. */
export function render(path: string, options: RenderOptions, { cwd, output, messages }: Surroundings): ExitStatus {
  const name = requireKnown(FORMAT, options.format, RENDERING_NAMES);
  const tell = name === 'in-toto' ? attest(options, cwd) : RENDERINGS[requireNoStatement(name, options)];
  const { read, sha256 } = loadReportWithDigest(resolve(cwd, path));
  if (read.kind === 'cut-short') return tellCutShort(read.where, messages);
  const text = tell(asReport(read.report), sha256);
  if (options.out === undefined) output.write(text);
  else writeWhole(resolve(cwd, options.out), text);
  return EXIT.conformant;
}

/** The statement about the artifacts, in an envelope when there is a key. Files are read before the report is. */
function attest({ artifact, signWith }: RenderOptions, cwd: string): Render {
  const artifacts = artifact.map((file) => readArtifact(resolve(cwd, file)));
  if (signWith === undefined) return (report, sha256) => renderInToto(report, sha256, artifacts);
  const key = readPrivateKey(resolve(cwd, signWith));
  return (report, sha256) => {
    const envelope = signEnvelope(IN_TOTO_PAYLOAD, renderInToto(report, sha256, artifacts), key);
    return `${JSON.stringify(envelope, null, 2)}\n`;
  };
}

/** Nothing else is about artifacts, or signed. */
function requireNoStatement(name: RenderingName, { artifact: [artifact], signWith }: RenderOptions): RenderingName {
  for (const [option, value] of Object.entries({ '--artifact': artifact, '--sign-with': signWith })) {
    if (value !== undefined) throw badValue(option, `no ${option} beside --format ${name}`, value, '--format in-toto');
  }
  return name;
}

/** The file takes its name when it is whole. */
function writeWhole(file: string, text: string): void {
  const partial = join(dirname(file), `.${basename(file)}.partial`);
  try {
    writeFileSync(partial, text);
    renameSync(partial, file);
  } catch (cause) {
    throw new KitError(
      'machine/cannot-write',
      {
        summary: `the report cannot be written to ${file}`,
        expected: 'a file in a folder that this user can write',
        received: messageOf(cause),
        attempt: '--out with another file',
      },
      cause,
    );
  }
}
