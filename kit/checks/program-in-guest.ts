import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WrittenReport } from '../../reports/document/report.js';
import { LinuxSubject } from '../linux/subject/linux-subject.js';
import type { Step } from '../reproduce/recorded-operations.js';
import { reproduceRule } from '../reproduce/reproduce-rule.js';
import type { GuestImage } from '../subjects/subject-spec.js';

/** Milliseconds. */
const LONGEST = 60_000;

type Bootable = GuestImage & { readonly version: string };

/** How a program that was started in a guest has ended, and what it said. */
type Ended = { readonly status: number; readonly text: string };

/** What became of a program: whether it shows the failure, and whether anything is wrong with it. */
export type Shown = { readonly isShown: boolean; readonly isRight: boolean; readonly told: string };

/**
 * Runs the program for a rule that a report says is not kept, if there is one, on the kernel that was judged and on the one that
 * it was made from. It is compiled to `path`.
 */
export async function tryProgram(
  report: WrittenReport,
  id: string,
  [broken, good]: readonly [Bootable, Bootable],
  path: string,
): Promise<Shown> {
  const rule = report.rules.find((candidate) => candidate.id === id);
  const reproduction = rule && (await reproduceRule(report, rule));
  if (!reproduction) return { isShown: false, isRight: false, told: 'there is nothing to reproduce' };
  const { program, found } = reproduction;
  if (program.kind === 'none') return { isShown: false, isRight: true, told: `no program: ${program.why}` };
  compileProgram(program.text, path);
  const steps = found?.steps ?? [];
  const onBroken = await runInGuest(path, steps, broken);
  const onGood = await runInGuest(path, steps, good);
  const isRight = onBroken.status === 1 && onBroken.text.includes('DOES NOT CONFORM') && onGood.status === 0;
  const told = isRight
    ? 'its program says so, too, and nothing of the kernel that is not broken'
    : `its program ended with ${onBroken.status}, and with ${onGood.status} on the kernel that is not broken: ${onBroken.text}${onGood.text}`;
  return { isShown: isRight, isRight, told };
}

/** Compiles what a reproduction is as a program, as somebody would who was sent it. Throws when the compiler has anything to say. */
function compileProgram(text: string, path: string): void {
  writeFileSync(`${path}.c`, text);
  execFileSync('cc', ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-O1', '-o', path, `${path}.c`], { stdio: 'pipe' });
}

/** Boots that kernel, lets it have the devices that the steps register, and runs the program in it, as root. */
async function runInGuest(program: string, steps: readonly Step[], image: GuestImage & { readonly version: string }): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-program-'));
  const init = join(folder, 'init');
  const hasDevice = steps.some(({ operation }) => operation.op === 'register');
  writeFileSync(init, firstProcess(program, image.agent, folder, hasDevice), { mode: 0o755 });
  const subject = await LinuxSubject.open({ kernel: image.kernel, agent: init, version: image.version, devices: ['plain'] });
  try {
    await subject.perform({ op: 'boot' });
    for (const { operation } of steps) {
      if (operation.op === 'register' || operation.op === 'script-driver') await subject.perform(operation);
    }
    writeFileSync(join(folder, 'go'), '');
    const file = join(folder, 'end');
    const latest = performance.now() + LONGEST;
    while (!existsSync(file) && performance.now() < latest) await sleep(10);
    const [, status, text = ''] = /^(\d+)\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
    if (status === undefined) throw new Error('the guest wrote nothing of how the program has ended');
    return { status: Number(status), text };
  } finally {
    await subject.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Beside the agent the program waits for its turn, and for the device where there will be one: the next guest, which is booted
 * ahead, has none. The folder is the one place of this machine that the guest can write to.
 */
function firstProcess(program: string, agent: string, folder: string, hasDevice: boolean): string {
  return `#!/bin/sh
mount -t hostfs -o '${folder}' none /mnt
(
  while [ ! -e /mnt/go ]${hasDevice ? ' || [ ! -e /dev/fwctl/fwctl0 ]' : ''}; do sleep 0.01; done
  text=$('${program}' /dev/fwctl/fwctl0 2>&1 </dev/null)
  printf '%s\\n%s\\n' $? "$text" >/mnt/end.partial
  mv /mnt/end.partial /mnt/end
) &
exec '${agent}'
`;
}
