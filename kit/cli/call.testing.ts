import pc from 'picocolors';
import { runCommandLine } from './command-line.js';
import { asKitError, errorText } from './error-text.js';
import { type Channel, EXIT, type ExitStatus } from './surroundings.js';

/** What a command line ended with and wrote. */
export type Called = { readonly status: ExitStatus; readonly stdout: string; readonly stderr: string };

/** Calls the command line as `main.ts` does, in this process. */
export async function callIn(cwd: string, words: readonly string[], signal: AbortSignal = new AbortController().signal): Promise<Called> {
  const written = { stdout: '', stderr: '' };
  const channel = (name: keyof typeof written): Channel => ({
    isTerminal: false,
    hasColours: false,
    write: (text) => {
      written[name] += text;
    },
  });
  const [output, messages] = [channel('stdout'), channel('stderr')];
  try {
    const status = await runCommandLine(words, { cwd, signal, output, messages });
    return { status, ...written };
  } catch (thrown) {
    messages.write(errorText(asKitError(thrown), pc.createColors(false)));
    return { status: EXIT.error, ...written };
  }
}
