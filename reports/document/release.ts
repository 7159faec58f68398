import type { Rule } from '../../kit/catalogue/catalogue.js';
import type { Report } from './report.js';

export type Releases = Pick<Rule, 'since' | 'until'>;
export type Judged = Pick<Report['subject'], 'kind' | 'version' | 'capabilities'>;

/** The release of Linux by whose rules a subject is judged that is not Linux, and not made to play several. */
const USUAL_RELEASE = '7.2';

/** Why the rule says nothing of this subject: it came with a later release of Linux, or went with an earlier one. Null when it does say something. */
export function otherRelease({ since, until }: Releases, subject: Judged): string | null {
  const release = releaseOf(subject);
  if (release === null) return null;
  const words = release === subject.version ? `this is ${release}` : `what names no release is judged as of ${release}`;
  if (since !== undefined && compareReleases(release, since) < 0) return `the rule came with Linux ${since}, and ${words}`;
  if (until !== undefined && compareReleases(release, until) >= 0) return `the rule went with Linux ${until}, and ${words}`;
  return null;
}

/** The devices of the reference, of what is made of it, and of an adapter that plays later kernels, are of the release that a scenario asks for. */
function releaseOf({ kind, version, capabilities }: Judged): string | null {
  switch (kind) {
    case 'linux':
    case 'node':
      return version;
    case 'reference':
    case 'broken':
      return null;
    case 'adapter':
      return capabilities.includes('next-kernel') ? null : USUAL_RELEASE;
    case 'driver':
      return USUAL_RELEASE;
  }
}

/** By major and minor number; whatever follows them, as in 7.3.4 or 7.3.0-rc7, is of that release. NaN for what is no release. */
function compareReleases(a: string, b: string): number {
  const [majorA = Number.NaN, minorA = Number.NaN] = a.split('.').map((part) => Number.parseInt(part, 10));
  const [majorB = Number.NaN, minorB = Number.NaN] = b.split('.').map((part) => Number.parseInt(part, 10));
  return majorA - majorB || minorA - minorB;
}
