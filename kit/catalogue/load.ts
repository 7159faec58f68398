import { readFileSync } from 'node:fs';
import { KitError, messageOf } from '../errors.js';
import type { Catalogue } from './catalogue.js';

/** Two folders above the source, and three above what was compiled from it into dist. */
export const PACKAGE_ROOT = new URL(import.meta.url.includes('/dist/kit/') ? '../../../' : '../../', import.meta.url);
export const CATALOGUE_FILE = new URL('dist/catalogue.json', PACKAGE_ROOT);

/** The rules of this installation, as the build put them together. */
export async function loadCatalogue(): Promise<Catalogue> {
  try {
    return JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8'));
  } catch (cause) {
    throw new KitError(
      'kit/not-built',
      {
        summary: 'the catalogue of rules is missing or damaged',
        expected: `a readable ${CATALOGUE_FILE.pathname}`,
        received: messageOf(cause),
        attempt: 'npm run build in a checkout, or install the package again',
      },
      cause,
    );
  }
}
