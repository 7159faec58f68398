/** Rules that Linux is known not to keep, broken or not; docs/linux-findings.md has the evidence. */
export const LINUX_FINDINGS: readonly string[] = ['cxl-transport-failure', 'pds-info'];
