import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes an adapter into the folder, which is the reference with one mistake: a statement that sees the `subject`, and with
 * `operation` and `perform` each thing that it is asked; what it returns is the result. Or one that sees what is written as
 * `text`, and returns what is to be written in its place.
 */
export function changedReference(folder: string, { asked = '', written = '' }: { asked?: string; written?: string }): readonly string[] {
  const file = join(folder, 'changed-reference.mjs');
  const from = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  writeFileSync(
    file,
    `import { openSubject } from ${from('../subjects/open-subject.js')};
    import { serve } from ${from('serve.js')};
    const subject = await openSubject({ kind: 'reference' });
    const perform = subject.perform.bind(subject);
    subject.perform = async (operation) => { ${asked}; return perform(operation); };
    const write = process.stdout.write.bind(process.stdout);
    const change = (text) => { ${written}; return text; };
    process.stdout.write = (piece) => write(typeof piece === 'string' ? change(piece) : piece);
    await serve(subject);`,
  );
  return [process.execPath, file];
}
