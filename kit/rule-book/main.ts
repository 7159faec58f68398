import { writeFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { renderMarkdown } from './markdown.js';
import { RULE_BOOK, readBook } from './read-book.js';

/** `npm run rule-book`: docs/rule-book.md, from the features. */
writeFileSync(new URL(RULE_BOOK, PACKAGE_ROOT), renderMarkdown(await readBook()));
