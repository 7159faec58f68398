import { FEATURE_FLAGS, RESET_PERSISTENCE_SHIFT } from '../../../kit/formats/cxl/feature-entry.js';
import { type Feature, hasFlag } from './features.js';
import { type CxlReset, RESET_DEPTH } from './resets.js';

/**
 * The value of a feature for which nothing waits. Above its deepest reset persistence the current value stays; from
 * there on, and always when it has none, the saved value comes back, or the default one when the feature saves nothing.
 */
export function valueAfterReset(feature: Feature, reset: CxlReset): Uint8Array {
  const persistence = (feature.entry.flags & FEATURE_FLAGS.deepestResetPersistence) >>> RESET_PERSISTENCE_SHIFT;
  if (RESET_DEPTH[reset] < persistence) return feature.current;
  return hasFlag(feature, 'savedSelectable') ? feature.saved : feature.defaultValue;
}
