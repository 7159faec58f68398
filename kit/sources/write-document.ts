import { writeFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { documentText } from './document-text.js';
import { loadCoverage } from './load.js';

/** `npm run sources`: docs/sources.md, from the data. */
writeFileSync(new URL('docs/sources.md', PACKAGE_ROOT), documentText(loadCoverage()));
