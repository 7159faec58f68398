import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { asKitError, errorText } from '../cli/error-text.js';
import { KIT_VERSION } from '../version.js';
import { historyOf } from './history.js';
import { renderMarkdown } from './markdown.js';
import { RULE_BOOK, readBook } from './read-book.js';
import { renderSite } from './site/pages.js';
import { writeSite } from './site/write-site.js';

/** `npm run rule-book`: docs/rule-book.md, from the features; with `-- --site DIR` also the static site. */
async function main(site: string | undefined): Promise<void> {
  const book = await readBook();
  writeFileSync(new URL(RULE_BOOK, PACKAGE_ROOT), renderMarkdown(book));
  process.stdout.write(`${RULE_BOOK}\n`);
  if (site === undefined) return;
  const pages = renderSite({ book, history: historyOf(fileURLToPath(PACKAGE_ROOT)), version: KIT_VERSION });
  writeSite(resolve(site), pages);
  process.stdout.write(`${site}: ${pages.length} pages, from index.html on\n`);
}

try {
  await main(parseArgs({ options: { site: { type: 'string' } } }).values.site);
} catch (thrown) {
  process.stderr.write(errorText(asKitError(thrown), pc));
  process.exitCode = 3;
}
