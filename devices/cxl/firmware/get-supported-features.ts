import { FEATURE_ENTRY } from '../../../kit/formats/cxl/feature-entry.js';
import {
  decodeGetSupportedFeatures,
  encodeSupportedFeatures,
  GET_SUPPORTED_FEATURES_OUT,
} from '../../../kit/formats/cxl/get-supported-features.js';
import { type Answer, type Command, done, failed } from './command.js';
import type { Firmware } from './firmware.js';

/** How many entries fit into an answer of at most so many bytes, its header among them. A device may give fewer. */
export function entriesThatFit(length: number): number {
  return Math.floor((length - GET_SUPPORTED_FEATURES_OUT.length) / FEATURE_ENTRY.length);
}

/** The list from the index on, as much of it as was asked for and the mailbox carries; none at its very end. */
export function getSupportedFeatures(firmware: Firmware, command: Command): Answer {
  const { count, startIndex } = decodeGetSupportedFeatures(command.payload);
  if (count < GET_SUPPORTED_FEATURES_OUT.length || startIndex > firmware.features.length) return failed('Invalid Input');
  const most = firmware.parts.entriesThatFit(Math.min(count, firmware.payloadSize));
  const entries = firmware.features.slice(startIndex, startIndex + most).map(({ entry }) => entry);
  return done(encodeSupportedFeatures(firmware.features.length, entries));
}
