import { resolve } from 'node:path';
import pc from 'picocolors';
import { noGreeting } from '../../adapter/adapter-link.js';
import { checkAdapter as check } from '../../adapter/check.js';
import { AdapterProblem } from '../../adapter/problem.js';
import { Trace } from '../../adapter/trace.js';
import { labelled } from '../paragraph.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { badValue } from '../usage-errors.js';

/** Ends with 0 when there is nothing to mend in the conversation, whatever it says of fwctl. */
export async function checkAdapter(
  [command, ...args]: readonly string[],
  options: { readonly trace?: string },
  { cwd, output }: Surroundings,
): Promise<ExitStatus> {
  if (command === undefined) throw badValue('check-adapter', 'a program and its arguments, after --', '', 'check-adapter -- ./my-adapter');
  const trace = options.trace === undefined ? {} : { trace: new Trace(resolve(cwd, options.trace)) };
  const findings = await check({ command, args }, trace).catch((problem: unknown) => {
    throw problem instanceof AdapterProblem ? noGreeting({ command, args }, problem) : problem;
  });
  const colours = pc.createColors(output.hasColours);
  for (const { what, ok, found, attempt } of findings) {
    const sign = ok ? colours.green('ok') : colours.red('wrong');
    output.write(`${labelled(what, `${sign}: ${found}`, 26).join('\n')}\n`);
    if (attempt !== undefined) output.write(`${labelled('', `try: ${attempt}`, 26).join('\n')}\n`);
  }
  const wrong = findings.filter(({ ok }) => !ok).length;
  output.write(wrong === 0 ? '\nThe conversation is right.\n' : `\n${wrong} of ${findings.length} are to be mended.\n`);
  return wrong === 0 ? EXIT.conformant : EXIT.notConformant;
}
