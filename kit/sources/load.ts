import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { InputFormat, type InputKind } from '../input-file.js';
import { YAML_SYNTAX } from '../yaml-text.js';
import type { Coverage, CoveredDocument, CoveredSentence, Judgement, NotNormative, Shelf, WithoutSentence } from './coverage.js';
import type { Form } from './read-document.js';

const KIND: InputKind = {
  code: 'kit/bad-sources',
  noun: 'the list of sentences',
  attempt: 'features/sources/README.md describes every field',
};
const FOLDER = new URL('features/sources/', PACKAGE_ROOT);
const WITHOUT_SENTENCE = 'rules-without-a-sentence.yaml';

type Where = string | readonly string[];
type WrittenEntry = {
  readonly where: Where;
  readonly about: string;
  readonly sentence: string;
  readonly rules?: readonly string[];
  readonly excluded?: string;
  readonly open?: string;
};
type WrittenGroup = { readonly where: Where; readonly kind: NotNormative; readonly sentences: readonly string[] };
type WrittenDocument = {
  readonly document: string;
  readonly shelf: Shelf;
  readonly form: Form;
  readonly normative: readonly WrittenEntry[];
  readonly 'not-normative': readonly WrittenGroup[];
};

const DOCUMENT_FORMAT = new InputFormat<WrittenDocument>(KIND, 'kit/sources/sources-1.json', YAML_SYNTAX);
const WITHOUT_FORMAT = new InputFormat<readonly WithoutSentence[]>(KIND, 'kit/sources/without-sentence-1.json', YAML_SYNTAX);

/**
 * What this installation knows of the sentences of its sources.
 * @throws KitError kit/bad-sources, with line and column
 */
export function loadCoverage(): Coverage {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml') && name !== WITHOUT_SENTENCE)
    .sort();
  const excuses = pathOf(WITHOUT_SENTENCE);
  return {
    documents: files.map((name) => parseDocument(DOCUMENT_FORMAT.readText(pathOf(name)), pathOf(name))),
    withoutSentence: WITHOUT_FORMAT.parse(WITHOUT_FORMAT.readText(excuses), excuses).value,
  };
}

/**
 * The same of the text of one document's file.
 * @throws KitError kit/bad-sources
 */
export function parseDocument(text: string, file: string): CoveredDocument {
  const { value } = DOCUMENT_FORMAT.parse(text, file);
  const { document, shelf, form } = value;
  const one = (where: Where, sentence: string, judgement: Judgement): CoveredSentence => {
    const [sha256 = '', sketch = ''] = sentence.split(' ');
    return { document, where: [where].flat(), sha256, sketch, judgement };
  };
  return {
    document,
    shelf,
    form,
    sentences: [
      ...value.normative.map((entry) => one(entry.where, entry.sentence, judgementOf(entry))),
      ...value['not-normative'].flatMap(({ where, kind, sentences }) =>
        sentences.map((sentence) => one(where, sentence, { kind: 'not normative', what: kind })),
      ),
    ],
  };
}

/** The schema has seen to it that an entry has one of the three. */
function judgementOf({ about, rules, excluded, open = '' }: WrittenEntry): Judgement {
  if (excluded !== undefined) return { kind: 'excluded', about, reason: excluded };
  return rules === undefined ? { kind: 'open', about, wanted: open } : { kind: 'held', about, rules, wanted: open || null };
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, FOLDER));
}
