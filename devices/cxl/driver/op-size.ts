import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import { GET_SUPPORTED_FEATURES_IN } from '../../../kit/formats/cxl/get-supported-features.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import type { FeatureCommand } from './admission.js';

/** What op_size may be. Source: drivers/cxl/core/features.c, cxlctl_get_supported_features, cxlctl_get_feature, cxlctl_set_feature. */
export function isRightSize(command: FeatureCommand, opSize: number): boolean {
  switch (command) {
    case 'Get Supported Features':
      return opSize === GET_SUPPORTED_FEATURES_IN.length;
    case 'Get Feature':
      return opSize === GET_FEATURE_IN.length;
    case 'Set Feature':
      return opSize > SET_FEATURE_IN.length;
  }
}
