import type { Disagreement } from '../compare/disagreements.js';
import type { WrittenReport } from '../document/report.js';
import { printable } from './printable.js';
import { wrap } from './wrap.js';

/** What judging a report again has come to. */
export type Verification = {
  readonly holds: boolean;
  readonly report: Pick<WrittenReport, 'result' | 'subject' | 'challenge'>;
  readonly scenarios: number;
  /** Where the file is not as a run wrote it. */
  readonly changes: readonly { readonly where: string; readonly what: string }[];
  readonly disagreements: readonly Disagreement[];
  /** Scenarios that could not be judged again. */
  readonly left: readonly { readonly location: string; readonly why: string }[];
};

/** Disagreements that are shown one by one. */
const SHOWN = 20;

export function renderVerification({ holds, report, scenarios, changes, disagreements, left }: Verification): string {
  const { subject, result, challenge } = report;
  return [
    ...wrap(`${holds ? 'verified' : 'NOT VERIFIED'}: ${subject.name} (${subject.kind}), ${result}`, '', '  '),
    ...wrap(`${scenarios - left.length} of ${scenarios} scenarios judged again from what was recorded of them`, '  ', '  '),
    ...(challenge === undefined ? [] : wrap(`with the challenge ${challenge}`, '  ', '  ')),
    ...left.flatMap(({ location, why }) => wrap(`not judged again: ${location}: ${why}`, '    ', '  ? ')),
    ...changes.flatMap(({ where, what }) => wrap(`${where}: ${what}`, '    ', '  ! ')),
    ...disagreements
      .slice(0, SHOWN)
      .flatMap(({ where, what, written, replayed }) =>
        wrap(
          `${where}: ${what} is ${printable(written)} in the report, and ${printable(replayed)} when it is judged again`,
          '    ',
          '  ! ',
        ),
      ),
    ...(disagreements.length > SHOWN ? [`  ! and ${disagreements.length - SHOWN} more`] : []),
    '',
  ].join('\n');
}
