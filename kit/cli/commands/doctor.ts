import pc from 'picocolors';
import { KIT_NAME, KIT_VERSION } from '../../version.js';
import { examine, type Finding } from '../doctor/checks.js';
import { labelled } from '../paragraph.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

/** Ends with 0 when what every way of running needs is here; ways may need more, and say so. */
export async function doctor({ cwd, output }: Surroundings): Promise<ExitStatus> {
  const { needs, ways } = await examine(cwd);
  const colours = pc.createColors(output.hasColours);
  const line = ({ ok, what, found, attempt }: Finding) => [
    ...labelled(what, `${ok ? colours.green('ok') : colours.red('missing')}: ${found}`, 16),
    ...(attempt === undefined ? [] : labelled('', `try: ${attempt}`, 16)),
  ];
  output.write([`${KIT_NAME} ${KIT_VERSION}`, '', ...needs.flatMap(line), '', 'Ways of running', ...ways.flatMap(line), ''].join('\n'));
  return needs.every(({ ok }) => ok) ? EXIT.conformant : EXIT.error;
}
