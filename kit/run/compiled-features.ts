import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Envelope } from '@cucumber/messages';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { type ByteSource, bytesOfFile, readAt } from '../report-file/byte-source.js';
import { unreadMessage } from './unread-message.js';

/** A feature file as the build read it, and the bytes of the stream that are about it. */
type CompiledFeature = { readonly path: string; readonly sha256: string; readonly start: number; readonly length: number };

/** All that gherkin says of the features, as a message stream, and where in it each is; docs/decisions/own-coordinator.md says why. */
export const COMPILED_FEATURES = {
  stream: new URL('dist/features.ndjson', PACKAGE_ROOT),
  list: new URL('dist/features.json', PACKAGE_ROOT),
} as const;

/** The texts of COMPILED_FEATURES. */
export function compiledTexts(
  features: readonly { readonly path: string; readonly text: string; readonly messages: readonly Envelope[] }[],
): { readonly [File in keyof typeof COMPILED_FEATURES]: string } {
  const pieces = features.map(({ messages }) => messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  let start = 0;
  const list = features.map(({ path, text }, index): CompiledFeature => {
    const length = Buffer.byteLength(pieces[index] ?? '');
    start += length;
    return { path, sha256: digestOf(text), start: start - length, length };
  });
  return { stream: pieces.join(''), list: JSON.stringify(list) };
}

type Compiled = { readonly features: ReadonlyMap<string, CompiledFeature>; readonly stream: ByteSource | null };

let compiled: Compiled | undefined;

/** What gherkin says of a feature file; undefined when it is none that was compiled, or its text is another by now. */
export function compiledMessages(path: string, text: string): readonly Envelope[] | undefined {
  compiled ??= openCompiled();
  const { features, stream } = compiled;
  const feature = features.get(path);
  if (stream === null || feature?.sha256 !== digestOf(text)) return undefined;
  return readAt(stream, feature.start, feature.length).toString().trimEnd().split('\n').map(unreadMessage);
}

function openCompiled(): Compiled {
  const { stream, list } = COMPILED_FEATURES;
  if (!existsSync(list) || !existsSync(stream)) return { features: new Map(), stream: null };
  const features: readonly CompiledFeature[] = JSON.parse(readFileSync(list, 'utf8'));
  return { features: new Map(features.map((feature) => [feature.path, feature])), stream: bytesOfFile(fileURLToPath(stream)) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
