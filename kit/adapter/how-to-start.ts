import { statSync } from 'node:fs';
import type { AdapterCommand } from '../subjects/subject-spec.js';

/** What to try when the program of an adapter could not be started; `why` is what the system said. */
export function howToStart({ command, args }: AdapterCommand, why: string): string {
  const isFile = statSync(command, { throwIfNoEntry: false })?.isFile() ?? false;
  if (isFile && /\.[cm]?[jt]s$/.test(command)) return `--driver ${command} when it has the operations of a driver, or else node before it`;
  if (isFile && !command.includes('/')) return `./${command}, since a name without a slash is looked for in PATH alone`;
  if (isFile && why.includes('EACCES')) return `chmod +x ${command}, or its interpreter before it, such as python3 ${command}`;
  if (isFile) return `the interpreter in the first line of ${command}, which may not be there, or end with that of a line of Windows`;
  return `in a shell: ${[command, ...args].join(' ')}`;
}
