import { spawnSync } from 'node:child_process';
import { MAIN } from './root.js';

/** Milliseconds. */
const LONGEST = 60_000;

/** Asks the shell of the guest for its kernel and its user, on a terminal as a person has it. Gives what is not as it must be. */
export function tryShell(version: string): readonly string[] {
  const { stdout, status, signal, error } = spawnSync('script', ['-qec', `'${process.execPath}' '${MAIN}' linux shell`, '/dev/null'], {
    input: 'echo "this is $(uname -r), user $(id -u)"\nexit\n',
    encoding: 'utf8',
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
  const answer = `this is ${version}-fwctl, user 0`;
  if (status === 0 && stdout.includes(answer)) return [];
  return [`linux shell ended with ${error?.message ?? signal ?? status} and never said "${answer}", but: ${stdout}`];
}
