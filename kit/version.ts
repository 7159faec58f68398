import { readFileSync } from 'node:fs';

/** package.json lies beside the sources, and one folder up from the compiled ones. */
function packageVersion(): string {
  for (const candidate of ['../package.json', '../../package.json']) {
    try {
      const manifest: { readonly name?: string; readonly version?: string } = JSON.parse(
        readFileSync(new URL(candidate, import.meta.url), 'utf8'),
      );
      if (manifest.name === KIT_NAME && manifest.version !== undefined) return manifest.version;
    } catch {
      // The other place has it.
    }
  }
  throw new Error(`${KIT_NAME} cannot find its own package.json`);
}

export const KIT_NAME = 'fwctl-conformance';
export const KIT_VERSION = packageVersion();
