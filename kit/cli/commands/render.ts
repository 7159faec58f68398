import { renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { asReport } from '../../../reports/document/written-report.js';
import { RENDERING_NAMES } from '../../../reports/rendering-names.js';
import { RENDERINGS } from '../../../reports/renderings.js';
import { KitError, messageOf } from '../../errors.js';
import { loadReportWithDigest } from '../../report-file/load.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { FORMAT, requireKnown } from '../usage-errors.js';
import { tellCutShort } from './cut-short.js';

export type RenderOptions = { readonly format: string; readonly out?: string };

/** Ends with 0 when the report was told, whatever its result, and with 2 when it ends before its footer. */
export function render(path: string, { format, out }: RenderOptions, { cwd, output, messages }: Surroundings): ExitStatus {
  const name = requireKnown(FORMAT, format, RENDERING_NAMES);
  const { read, sha256 } = loadReportWithDigest(resolve(cwd, path));
  if (read.kind === 'cut-short') return tellCutShort(read.where, messages);
  const text = RENDERINGS[name](asReport(read.report), sha256);
  if (out === undefined) output.write(text);
  else writeWhole(resolve(cwd, out), text);
  return EXIT.conformant;
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
