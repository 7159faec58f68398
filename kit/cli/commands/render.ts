import { renameSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { WrittenReport } from '../../../reports/document/report.js';
import { asReport } from '../../../reports/document/written-report.js';
import { signEnvelope } from '../../../reports/formats/envelope.js';
import { IN_TOTO_PAYLOAD, renderInToto } from '../../../reports/formats/in-toto.js';
import { writeWhole } from '../../../reports/publish.js';
import { RENDERING_NAMES, type RenderingName } from '../../../reports/rendering-names.js';
import { RENDERINGS, type Render } from '../../../reports/renderings.js';
import { cannotWriteFile } from '../../errors.js';
import { htmlPage } from '../../report-file/html-page.js';
import { openReport } from '../../report-file/load.js';
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

type Tell = (report: WrittenReport, sha256: string) => Promise<Iterable<string>> | Iterable<string>;

/** Ends with 0 when the report was told, whatever its result, and with 2 when it ends before its footer. */
export async function render(path: string, options: RenderOptions, { cwd, output, messages }: Surroundings): Promise<ExitStatus> {
  const tell = tellerOf(requireKnown(FORMAT, options.format, RENDERING_NAMES), options, cwd);
  const { read, digest } = openReport(resolve(cwd, path));
  if (read.kind === 'cut-short') return tellCutShort(read.where, messages);
  const pieces = await tell(read.report, digest());
  if (options.out === undefined) for (const piece of pieces) output.write(piece);
  else writeFile(resolve(cwd, options.out), pieces);
  return EXIT.conformant;
}

function tellerOf(name: RenderingName, options: RenderOptions, cwd: string): Tell {
  if (name !== 'in-toto') requireNoStatement(name, options);
  if (name === 'html') return (report) => htmlPage(report);
  const tell = name === 'in-toto' ? attest(options, cwd) : RENDERINGS[name];
  return (report, sha256) => [tell(asReport(report), sha256)];
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
function requireNoStatement(name: RenderingName, { artifact: [artifact], signWith }: RenderOptions): void {
  for (const [option, value] of Object.entries({ '--artifact': artifact, '--sign-with': signWith })) {
    if (value !== undefined) throw badValue(option, `no ${option} beside --format ${name}`, value, '--format in-toto');
  }
}

/** The file takes its name when it is whole. */
function writeFile(file: string, pieces: Iterable<string>): void {
  try {
    renameSync(writeWhole(join(dirname(file), `.${basename(file)}.partial`), pieces), file);
  } catch (cause) {
    throw cannotWriteFile('the report', file, '--out with another file', cause);
  }
}
