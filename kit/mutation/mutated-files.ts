import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const MUTATED = /^(reference-impl|devices\/[^/]+\/driver)\/.*\.ts$/;
/** Tests, and variants that are wrong or odd on purpose. */
const NOT_MUTATED = /\.test\.ts$|\/(broken|odd)\//;

/**
 * What is mutated: the core and the drivers, by their paths from `root`; of each part, which is a folder or a file, or all of it.
 * Throws when a part has nothing in it that is mutated.
 */
export function mutatedFiles(root: string, parts: readonly string[]): readonly string[] {
  const all = ['reference-impl', 'devices'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .filter((path) => MUTATED.test(path) && !NOT_MUTATED.test(path)),
  );
  const wanted = (parts.length === 0 ? [''] : parts).map((part) => {
    const found = all.filter((path) => part === '' || path === part || path.startsWith(`${part.replace(/\/$/, '')}/`));
    if (found.length === 0) throw new Error(`expected a folder or file below reference-impl or a driver, but got "${part}"`);
    return found;
  });
  return [...new Set(wanted.flat())].sort();
}
