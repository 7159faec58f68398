import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { FEATURES, FIRST_VENDOR_FEATURE } from '../../../kit/formats/nvme/features.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { EffectsLogs, NvmeDriver } from './parts.js';

/**
 * The least scope that sets a feature. The standard ones are the nvme driver's, or work at once on whoever uses the
 * controller; a host memory buffer is an address, which user space may never name.
 */
export function scopeOfFeature({ parts }: NvmeDriver, { features }: EffectsLogs, command: NvmeCommand): Scope | null {
  const feature = featureOf(command);
  const effects = features.get(feature);
  if (effects === undefined || feature === FEATURES['Host Memory Buffer']) return null;
  return feature < FIRST_VENDOR_FEATURE ? 'debug write full' : parts.scopeOfFeatureEffects(effects);
}
