import { EvidenceText } from '../../reports/document/evidence-text.js';
import type { WrittenReport } from '../../reports/document/report.js';
import { writeJson } from '../../reports/formats/json.js';
import { placeIn } from '../input-file.js';
import type { LaidOut } from './laid-out.js';

/** Where the text of a report is not what a run writes, and what is wrong there. */
export type Change = { readonly where: string; readonly what: string };

const NO_DIGEST = 'its footer has no digest of what is before it';
const OTHER_FOOTER = 'its footer is not that of what is before it';
const NOT_LIKE_THIS = 'a run does not write it like this';

/** In a report that is laid out as a run does it, the digests alone can be wrong. */
export function changeOfDigest({ report, wrongDigest }: LaidOut, file: string): Change | null {
  if (report.footer.sha256 === undefined) return { where: file, what: NO_DIGEST };
  return wrongDigest && { where: `${file}:${wrongDigest.line}`, what: wrongDigest.of === 'time' ? NOT_LIKE_THIS : OTHER_FOOTER };
}

/** Holds the text against how a run would have written what it says, and against the digest in its own footer. */
export function findChange(text: string, file: string, report: WrittenReport): Change | null {
  const { footer, rules, ...head } = report;
  const { sha256, ...rest } = footer;
  if (sha256 === undefined) return { where: file, what: NO_DIGEST };
  const scenarios = rules.map((rule) => ({
    ...rule,
    scenarios: rule.scenarios.map(({ evidence, ...scenario }) => ({
      ...scenario,
      evidence: EvidenceText.of(evidence),
    })),
  }));
  let offset = 0;
  let last = '';
  for (const piece of writeJson({ ...head, rules: scenarios, footer: rest })) {
    // The last piece is the footer, with the digest that what is before it has.
    last = piece.toString();
    if (!text.startsWith(last, offset)) break;
    offset += last.length;
  }
  if (offset === text.length) return null;
  if (last.includes('"footer"')) return { where: placeIn(text, file, offset), what: OTHER_FOOTER };
  let same = 0;
  while (text[offset + same] === last[same]) same += 1;
  return { where: placeIn(text, file, offset + same), what: NOT_LIKE_THIS };
}
