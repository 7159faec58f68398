import { type FeatureSet, SHIPPED_FEATURES } from '../run/feature-set.js';
import { readFeatures } from '../run/read-features.js';
import { loadSupport } from '../run/support-library.js';

/** Steps that no scenario uses, as `file:line pattern`, and texts that no step or more than one matches. */
export async function findStepProblems(features: FeatureSet = SHIPPED_FEATURES): Promise<readonly string[]> {
  const { finder, newId } = await loadSupport(features);
  const scenarios = readFeatures(features, newId, () => {}) ?? [];
  const texts = [...new Set(scenarios.flatMap(({ pickle }) => pickle.steps.map(({ text }) => text)))];
  if (texts.length === 0 || finder.definitions.length === 0) throw new Error('the check of steps found no step to look at');
  const used = new Set(texts.flatMap((text) => finder.find(text)));
  return [
    ...finder.definitions
      .filter((definition) => !used.has(definition))
      .map(({ uri, line, pattern }) => `${uri}:${line} no scenario uses ${String(pattern)}`),
    ...texts.flatMap((text) => {
      const { length } = finder.find(text);
      return length === 1 ? [] : [`${length === 0 ? 'no step matches' : `${length} steps match`} "${text}"`];
    }),
  ];
}
