#!/usr/bin/env node
import pc from 'picocolors';
import { runCommandLine } from './command-line.js';
import { asKitError, errorText } from './error-text.js';
import { onInterruption } from './interruption.js';
import { type Channel, EXIT, type ExitStatus } from './surroundings.js';

function channel(stream: NodeJS.WriteStream): Channel {
  // A reader that has gone away, as in `| head`, is no error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(EXIT.error);
  });
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    hasColours: isTerminal && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    write: (text) => stream.write(text),
  };
}

async function main(output: Channel, messages: Channel, signal: AbortSignal): Promise<ExitStatus> {
  try {
    return await runCommandLine(process.argv.slice(2), { cwd: process.cwd(), signal, output, messages });
  } catch (thrown) {
    messages.write(errorText(asKitError(thrown), pc.createColors(messages.hasColours)));
    return EXIT.error;
  }
}

// Whoever ends the process before main has an answer must not be taken for success.
process.exitCode = EXIT.error;
const signal = onInterruption(() => process.exit(EXIT.undecided));
const status = await main(channel(process.stdout), channel(process.stderr), signal);
// Something that a scenario left running must not keep the process alive; what was written must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
