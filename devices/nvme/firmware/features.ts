import { featureOf, isSaved, SELECTIONS, selectionOf } from '../../../kit/formats/nvme/dwords.js';
import { NVME_EFFECTS, OWN_SCOPE } from '../../../kit/formats/nvme/effects.js';
import { FEATURES, FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';

export type VendorFeature = { readonly id: number; readonly effects: number; readonly value: number };

export type FeatureState = { readonly effects: number; readonly initial: number; current: number; saved: number };

const USUAL = NVME_EFFECTS.CSUPP;

/** Every standard feature that there is, and those of the vendor. */
export function createFeatures(vendor: readonly VendorFeature[]): Map<number, FeatureState> {
  const state = (effects: number, value: number): FeatureState => ({ effects, initial: value, current: value, saved: value });
  return new Map([
    ...Object.values(FEATURES).map((id) => [id, state(USUAL, 0)] as const),
    ...vendor.map(({ id, effects, value }) => [id, state(effects, value)] as const),
  ]);
}

/** Vendor features without an effect on others wait for a reset; all others do not. */
export function whenLive(feature: number, effects: number): 'now' | 'at reset' {
  return feature >= FIRST_VENDOR_FEATURE && (effects & ~(NVME_EFFECTS.CSUPP | OWN_SCOPE)) === 0 ? 'at reset' : 'now';
}

export function setFeature(controller: Controller, { command }: Command): Answer {
  const id = featureOf(command);
  const feature = controller.features.get(id);
  if (feature === undefined) return failed('Invalid Field in Command');
  const live = controller.parts.whenLive(id, feature.effects);
  if (live === 'at reset' && !isSaved(command)) return failed('Feature Identifier Not Saveable');
  if (isSaved(command)) feature.saved = command.cdw11;
  if (live === 'now') feature.current = command.cdw11;
  if (id === FEATURES['Host Memory Buffer']) controller.parts.useHostMemoryBuffer(controller, command);
  return done(undefined, feature.current);
}

export function getFeature({ features }: Controller, { command }: Command): Answer {
  const feature = features.get(featureOf(command));
  if (feature === undefined) return failed('Invalid Field in Command');
  switch (selectionOf(command)) {
    case SELECTIONS.current:
      return done(undefined, feature.current);
    case SELECTIONS.default:
      return done(undefined, feature.initial);
    case SELECTIONS.saved:
      return done(undefined, feature.saved);
    default:
      return failed('Invalid Field in Command');
  }
}
