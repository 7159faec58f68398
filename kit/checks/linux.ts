import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WrittenReport } from '../../reports/document/report.js';
import { loadCatalogue } from '../catalogue/load.js';
import { lastImage } from '../linux/build/cache.js';
import { compareScenarios, type Difference } from './differential.js';
import { isFinding, LINUX_FINDINGS } from './findings.js';
import { judgeNode } from './linux-node.js';
import { tryShell } from './linux-shell.js';
import { MAIN } from './root.js';

/**
 * `npm run linux`: builds the guest as far as it is not built, judges real Linux and the reference, and compares them
 * scenario by scenario. A difference that is no finding fails, and so does a finding that is none any more, and a tree
 * whose documents have other sentences than the rules come from. Then judges a node of it, as one of a machine in a lab.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-linux-'));
  try {
    call('linux', 'build');
    const linux = judge(folder, 'linux', '--linux');
    const reference = judge(folder, 'reference');
    const { agreed, differences, notTestable } = compareScenarios(reference, linux);
    const found = new Set(differences.filter(isFinding).map(({ rule }) => rule));
    const unknown = differences.filter((difference) => !isFinding(difference));
    const stale = LINUX_FINDINGS.filter(({ rule }) => !found.has(rule));
    say(`Linux ${linux.subject.version} and the reference agree on ${agreed} scenarios`);
    for (const [why, count] of notTestable) say(`${count} scenarios are not judged there: ${why}`);
    for (const difference of differences) tell(difference);
    for (const { rule } of stale) say(`no finding any more: ${rule}`);
    const ofNode = judgeNode((name, ...options) => judge(folder, name, ...options), await loadCatalogue());
    if (ofNode.length === 0) say('the mainline mlx5 driver keeps its model behind a node, too');
    const ofShell = tryShell(linux.subject.version);
    if (ofShell.length === 0) say('the guest has a shell for who looks around');
    const wrong = [...ofNode, ...ofShell];
    for (const line of wrong) say(line);
    const drifted = hasDrifted(lastImage().tree) ? 1 : 0;
    const failed = unknown.length + stale.length + wrong.length + (agreed === 0 ? 1 : 0) + drifted;
    say(`${agreed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(difference: Difference): void {
  const { rule, scenario, reference, other, reason } = difference;
  const kind = isFinding(difference) ? 'a finding' : 'a difference';
  say(`${kind}: ${rule}, ${scenario}: ${reference} on the reference, ${other} on Linux: ${reason}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Milliseconds; the longest of them, a kernel that is built, needs about a fifth of it. */
const LONGEST_CALL = 900_000;

function call(...words: readonly string[]): void {
  const { status, signal } = spawnSync(process.execPath, [MAIN, ...words], {
    stdio: 'inherit',
    timeout: LONGEST_CALL,
    killSignal: 'SIGKILL',
  });
  if (status === 3 || status === null) throw new Error(`${words.join(' ')} ended with ${signal ?? status}`);
}

function hasDrifted(tree: string): boolean {
  const { status } = spawnSync(process.execPath, [MAIN, 'drift', '--sources', tree], { stdio: 'inherit' });
  return status !== 0;
}

function judge(folder: string, name: string, ...options: readonly string[]): WrittenReport {
  const out = join(folder, name);
  call('run', '--quiet', '--out', out, ...options);
  return JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
}

await main();
