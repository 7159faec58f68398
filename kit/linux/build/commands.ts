import { spawn } from 'node:child_process';
import { KitError } from '../../errors.js';

const LAST_LINES = 12;

export type CommandOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };

/**
 * Runs a program to its end and gives what it printed.
 * @throws KitError machine/build-failed with the end of its output
 */
export function runCommand(program: string, words: readonly string[], { cwd, env }: CommandOptions = {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    child.on('error', (error) => fail(failed(program, words, error.message)));
    child.on('close', (code, signal) => {
      if (code === 0) done(printed);
      else fail(failed(program, words, `${signal === null ? `status ${code}` : signal}: ${lastLines(all)}`));
    });
  });
}

function lastLines(text: string): string {
  const lines = text.trim().split('\n');
  const wrong = lines.filter((line) => /\berror\b|Error /.test(line));
  return (wrong.length > 0 ? wrong : lines).slice(-LAST_LINES).join('\n');
}

function failed(program: string, words: readonly string[], received: string): KitError {
  return new KitError('machine/build-failed', {
    summary: `building fails: ${[program, ...words].join(' ')}`,
    expected: 'a command that ends with 0',
    received,
    attempt: 'fwctl-conformance doctor, and the same command by hand',
  });
}
