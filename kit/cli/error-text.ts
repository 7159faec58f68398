import type pc from 'picocolors';
import { printable } from '../../reports/formats/printable.js';
import { KitError, messageOf } from '../errors.js';
import { labelled } from './paragraph.js';

type Colours = ReturnType<typeof pc.createColors>;

/**
 * The one place where an error becomes text: what was expected, what came, whose fault it is, what to try. What others
 * wrote, such as the name of a file and what is in it, can do nothing to a terminal.
 */
export function errorText(error: KitError, colours: Colours): string {
  const { summary, expected, received, attempt } = error.explanation;
  const rows = [
    ['expected', expected],
    ['received', received],
    ['fault', error.fault],
    ['try', attempt],
  ] as const;
  return [
    `${colours.red('✖')} ${printable(summary)}  ${colours.dim(error.code)}`,
    ...rows.flatMap(([label, text]) => labelled(label, text, 10)),
    '',
  ].join('\n');
}

/** Whatever was thrown, as an error of the family. */
export function asKitError(thrown: unknown): KitError {
  if (thrown instanceof KitError) return thrown;
  const place = thrown instanceof Error ? thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) : undefined;
  return new KitError(
    'kit/unexpected',
    {
      summary: 'the kit met an error that it does not know',
      expected: 'nothing to be thrown here',
      received: place === undefined ? messageOf(thrown) : `${messageOf(thrown)} ${place.trim()}`,
      attempt: 'fwctl-conformance doctor; if that finds nothing, report this as a bug of the kit',
    },
    thrown,
  );
}
