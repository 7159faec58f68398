import type { Report } from './report.js';

/** 0 conformant, 1 not conformant, 2 undecided. */
export function exitStatus({ result }: Report, { allowPartial }: { readonly allowPartial: boolean }): 0 | 1 | 2 {
  switch (result) {
    case 'conformant':
    case 'conformant-with-waivers':
      return 0;
    case 'non-conformant':
      return 1;
    case 'partial':
      return allowPartial ? 0 : 2;
    case 'inconclusive':
      return 2;
  }
}
