import type { Envelope } from '@cucumber/messages';
import { type RunFeatures, runFeatures } from './run-features.js';

/** Runs the features, and says of each scenario, by its location, that it begins before it does. */
export function tellingBegins(onBegin: (location: string) => void): RunFeatures {
  return (run, listener) => {
    const locations = new Map<string, string>();
    const note = ({ pickle, testCase, testCaseStarted }: Envelope) => {
      if (pickle) locations.set(pickle.id, `${pickle.uri}:${pickle.location?.line ?? 0}`);
      if (testCase) locations.set(testCase.id, locations.get(testCase.pickleId) ?? '');
      if (testCaseStarted) onBegin(locations.get(testCaseStarted.testCaseId) ?? '');
    };
    return runFeatures(run, {
      ...listener,
      onMessage: (message) => {
        note(message);
        listener.onMessage(message);
      },
    });
  };
}
