import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KitError, messageOf } from '../errors.js';
import type { Coverage, CoveredDocument } from './coverage.js';
import { type Form, readDocument } from './read-document.js';
import type { Sentence } from './sentence.js';

type Readable = { readonly document: string; readonly form: Form };

/** Folders of a kernel tree that may get documents that we do not know yet. */
const GROWING: readonly { readonly folder: string; readonly ending: string; readonly form: Form }[] = [
  { folder: 'Documentation/userspace-api/fwctl', ending: '.rst', form: 'rst' },
  { folder: 'include/uapi/fwctl', ending: '.h', form: 'header' },
];

/**
 * All sentences of the documents of a kernel tree, also of documents that are new in it; one that is gone has none.
 * @throws KitError input/bad-kernel-source
 */
export function readKernelTree(tree: string, { documents }: Coverage): readonly Sentence[] {
  const folder = resolve(tree);
  if (!existsSync(join(folder, 'drivers/fwctl/main.c')))
    throw badTree(folder, existsSync(folder) ? 'a folder without drivers/fwctl/main.c' : 'nothing');
  const known = documents.filter(({ shelf }) => shelf === 'kernel');
  return [...known, ...newDocuments(folder, known)].flatMap((document) => readOne(folder, document));
}

/**
 * All sentences of the seed documents in a folder.
 * @throws Error when one of them is not there
 */
export function readSeeds(folder: string, documents: readonly CoveredDocument[]): readonly Sentence[] {
  return documents.flatMap(({ document, form }) => readDocument(document, form, readFileSync(join(folder, document), 'utf8')));
}

function newDocuments(tree: string, known: readonly Readable[]): readonly Readable[] {
  return GROWING.flatMap(({ folder, ending, form }) =>
    existsSync(join(tree, folder))
      ? readdirSync(join(tree, folder))
          .filter((name) => name.endsWith(ending))
          .sort()
          .map((name) => ({ document: `${folder}/${name}`, form }))
      : [],
  ).filter(({ document }) => !known.some((one) => one.document === document));
}

function readOne(tree: string, { document, form }: Readable): readonly Sentence[] {
  const path = join(tree, document);
  if (!existsSync(path)) return [];
  try {
    return readDocument(document, form, readFileSync(path, 'utf8'));
  } catch (cause) {
    throw badTree(tree, messageOf(cause));
  }
}

function badTree(folder: string, received: string): KitError {
  return new KitError('input/bad-kernel-source', {
    summary: `that is no kernel tree with fwctl: ${folder}`,
    expected: 'the folder of a tree of Linux 6.15 or later',
    received,
    attempt: 'unpack a tarball first; linux build leaves a tree in its cache',
  });
}
