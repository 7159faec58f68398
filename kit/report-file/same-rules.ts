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

/**
 * Who writes a report can give it the digest of the rules, and other rules.
 * @throws KitError input/bad-report
 */
export function requireNoOtherRules(path: string, { rules }: WrittenReport, catalogue: Catalogue): void {
  const places = new Map(catalogue.rules.map(({ id, scenarios }) => [id, scenarios.map(({ location }) => location)]));
  for (const { id, scenarios } of rules) {
    const known = places.get(id);
    if (known === undefined) throw notWritten(path, 'rules of the set that it names', id);
    const other = scenarios.find(({ location }) => !known.includes(location));
    if (other !== undefined) throw notWritten(path, `scenarios of ${id}`, other.location);
  }
}

/** A report that no run of this kit can have written. */
export function notWritten(path: string, expected: string, received: string): KitError {
  return new KitError('input/bad-report', {
    summary: `${path} is not as a run wrote it`,
    expected,
    received: received.trim() || 'nothing',
    attempt: 'verify, which says all that is wrong with it',
  });
}
