import type { Difference } from './differential.js';

/** A rule that Linux is known not to keep, and how every one of its scenarios fails; docs/linux-findings.md has the evidence. */
export type LinuxFinding = { readonly rule: string; readonly how: string };

export const LINUX_FINDINGS: readonly LinuxFinding[] = [
  {
    rule: 'cxl-transport-failure',
    how: 'what the caller is told: expected an errno, or a return code other than Success, but got Success',
  },
  { rule: 'pds-info', how: 'length of the device data: expected 4, but got 0' },
];

/** Whether it is a finding, and not something else that went wrong under the same rule. */
export function isFinding({ rule, other, reason }: Pick<Difference, 'rule' | 'other' | 'reason'>): boolean {
  return other === 'failed' && LINUX_FINDINGS.some((finding) => finding.rule === rule && finding.how === reason);
}
