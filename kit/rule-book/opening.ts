import { type Book, rulesOf } from './book.js';
import { tallyOf } from './tally.js';

/** The first sentences of the book and of the site, in plain text. */
export function openingOf(book: Book): string {
  const rules = rulesOf(book);
  const { must, should, may, scenarios } = tallyOf(rules);
  const kernel = book.ruleSet.replace(/^linux-/, 'Linux ');
  return (
    `What the documents and the code of ${kernel} ask of the fwctl subsystem and its drivers, as ${rules.length} rules: ` +
    `${must} that must hold, ${should} that should, and ${may} that may. ${scenarios} scenarios try them.`
  );
}
