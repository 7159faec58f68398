import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Envelope } from '@cucumber/messages';
import { PACKAGE_ROOT } from '../catalogue/load.js';

/** A feature file as the build read it. */
type CompiledFeature = { readonly path: string; readonly sha256: string };

/** A line that lists the features, and one of messages for each; docs/decisions/own-coordinator.md says why. */
export const COMPILED_FEATURES = new URL('dist/features.ndjson', PACKAGE_ROOT);

/** The text of COMPILED_FEATURES. */
export function compiledText(
  features: readonly { readonly path: string; readonly text: string; readonly messages: readonly Envelope[] }[],
): string {
  const list = features.map(({ path, text }): CompiledFeature => ({ path, sha256: digestOf(text) }));
  return [list, ...features.map(({ messages }) => messages)].map((line) => `${JSON.stringify(line)}\n`).join('');
}

type Known = CompiledFeature & { readonly line: string };

let known: ReadonlyMap<string, Known> | undefined;

/** What gherkin says of a feature file; undefined when it is none that was compiled, or its text is another by now. */
export function compiledMessages(path: string, text: string): readonly Envelope[] | undefined {
  known ??= readCompiled();
  const feature = known.get(path);
  return feature?.sha256 === digestOf(text) ? JSON.parse(feature.line) : undefined;
}

function readCompiled(): ReadonlyMap<string, Known> {
  if (!existsSync(COMPILED_FEATURES)) return new Map();
  const [list = '[]', ...lines] = readFileSync(COMPILED_FEATURES, 'utf8').split('\n');
  const features: readonly CompiledFeature[] = JSON.parse(list);
  return new Map(features.map((feature, index) => [feature.path, { ...feature, line: lines[index] ?? '' }]));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
