import type { WrittenReport } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { KitError } from '../errors.js';
import { KIT_VERSION } from '../version.js';

/**
 * Other rules, or other steps, would judge something else.
 * @throws KitError input/cannot-verify
 */
export function requireSameRules(path: string, { kit, ruleSet }: WrittenReport, { digest }: Catalogue): void {
  if (kit.version === KIT_VERSION && ruleSet.digest === digest) return;
  throw new KitError('input/cannot-verify', {
    summary: `${path} was judged by other rules than these`,
    expected: `kit ${KIT_VERSION} with the rules ${digest}`,
    received: `kit ${kit.version} with the rules ${ruleSet.digest}`,
    attempt: 'verify with the kit that judged',
  });
}
