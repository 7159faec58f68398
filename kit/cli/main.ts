#!/usr/bin/env node
import pc from 'picocolors';
import { cannotPrint, KitError, messageOf } from '../errors.js';
import { onStrayError } from '../run/stray-errors.js';
import { runCommandLine } from './command-line.js';
import { asKitError, errorText } from './error-text.js';
import { onInterruption } from './interruption.js';
import { type Channel, EXIT, type ExitStatus } from './surroundings.js';

function channel(stream: NodeJS.WriteStream, onLost: (why: Error) => void): Channel {
  // A reader that has gone away, as in `| head`, is no error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') onLost(error);
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
    return await runCommandLine(process.argv.slice(2), { cwd: workingFolder(), signal, output, messages });
  } catch (thrown) {
    tell(asKitError(thrown), messages);
    return EXIT.error;
  }
}

function tell(error: KitError, messages: Channel): void {
  messages.write(errorText(error, pc.createColors(messages.hasColours)));
}

/** It may have been removed. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    const expected = 'a folder that is there';
    const attempt = 'cd to one';
    throw new KitError(
      'machine/no-folder',
      { summary: 'the folder in which the command is given is gone', expected, received: messageOf(cause), attempt },
      cause,
    );
  }
}

// Whoever ends the process before main has an answer must not be taken for success.
process.exitCode = EXIT.error;
const signal = onInterruption(() => process.exit(EXIT.undecided));
const lost: Error[] = [];
const output = channel(process.stdout, (why) => lost.push(why));
// What cannot be said on standard error cannot be said at all, and what is under way is none the worse for it.
const messages = channel(process.stderr, () => {});
onStrayError((thrown) => {
  tell(asKitError(thrown), messages);
  process.stderr.write('', () => process.exit(EXIT.error));
});
const status = await main(output, messages, signal);

// Something that a scenario left running must not keep the process alive; what was written must get out first.
process.stdout.write('', () => setImmediate(end));

/** A result that nobody got is none. */
function end(): void {
  const [why] = lost;
  if (why !== undefined) tell(cannotPrint(why), messages);
  process.stderr.write('', () => process.exit(why === undefined ? status : EXIT.error));
}
