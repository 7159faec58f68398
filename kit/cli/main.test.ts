import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { WrittenReport } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { ALL_FOLDERS, testbedDigest } from '../linux/build/cache.js';

const MAIN = fileURLToPath(new URL('main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const A_RULE = 'uapi-ioctl-numbers';

type Step = { readonly run?: string; readonly env?: Readonly<Record<string, string>> };
type Workflow = { readonly jobs: { readonly conformance: { readonly steps: readonly Step[] } } };

describe('fwctl-conformance', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-cli-'));
  let cwd = base;
  let count = 0;
  beforeEach(() => {
    count += 1;
    cwd = join(base, `case ${count}`);
    mkdirSync(cwd);
  });
  after(() => rmSync(base, { recursive: true }));

  function call(...words: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
  }

  function reportIn(folder: string): WrittenReport {
    return JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8'));
  }

  describe('init', () => {
    it('writes a project whose driver conforms, and touches nothing that is there', () => {
      const { status, stdout } = call('init', 'mine');
      expect(status).to.equal(0);
      expect(stdout).to.contain('cd mine').and.contain('npm run conform');
      const again = call('init', 'mine');
      expect(again.status).to.equal(3);
      expect(again.stderr).to.contain('usage/in-the-way').and.contain('driver.ts');
      cwd = join(cwd, 'mine');
      const manifest: { readonly scripts: { readonly conform: string } } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
      const [, ...words] = manifest.scripts.conform.split(' ');
      expect(call(...words).status).to.equal(0);
      expect(reportIn('reports/latest')).to.deep.include({
        reproduce: 'npx fwctl-conformance run --driver driver.ts --model fwctl-model.yaml --seed 1',
      });
      expect(reportIn('reports/latest').subject.name).to.equal('driver.ts');
    });

    it('writes a workflow that judges what it wrote, with the script of the kit', () => {
      call('init', 'mine');
      const { jobs }: Workflow = parse(readFileSync(join(cwd, 'mine/.github/workflows/conformance.yml'), 'utf8'));
      const judging = jobs.conformance.steps.find(({ run }) => run?.endsWith('judge.sh'));
      const script = judging?.run?.replace('sh node_modules/fwctl-conformance/', ROOT) ?? 'no script';
      const env = { ...process.env, ...judging?.env, FWCTL_ARGUMENTS: '--quiet' };
      const { status } = spawnSync('sh', [script], { cwd: join(cwd, 'mine'), env });
      expect(status).to.equal(0);
      expect(readdirSync(join(cwd, 'mine/conformance'))).to.include.members(['report.json', 'report.html', 'report.sarif', 'badge.json']);
    });
  });

  describe('run', () => {
    it('writes its reports below the current directory, and nothing unfinished', () => {
      const { status, stdout } = call('run', '--rule', A_RULE, '--allow-partial');
      expect(status).to.equal(0);
      expect(stdout).to.contain('partial');
      expect(readdirSync(join(cwd, 'reports/latest')).sort()).to.deep.equal(['junit.xml', 'messages.ndjson', 'report.json', 'report.txt']);
    });

    it('writes them elsewhere when told to', () => {
      call('run', '--rule', A_RULE, '--out', 'else/where');
      expect(reportIn('else/where').selection.rules).to.deep.equal([A_RULE]);
    });

    it('leaves a part of the rules undecided unless that was wanted', () => {
      expect(call('run', '--rule', A_RULE).status).to.equal(2);
      expect(reportIn('reports/latest').result).to.equal('partial');
    });

    it('names the command that repeats the run', () => {
      call('run', '--rule', A_RULE, '--device', 'plain', '--seed', '7', '--shard', '1/1');
      expect(reportIn('reports/latest')).to.deep.include({
        seed: 7,
        reproduce: `npx fwctl-conformance run --device plain --rule ${A_RULE} --shard 1/1 --seed 7`,
      });
    });

    it('judges a device that is known by its model file only, and names it in what repeats the run', () => {
      expect(call('run', '--device', 'raid', '--quiet').status).to.equal(0);
      const { reproduce, selection, counts } = reportIn('reports/latest');
      expect({ reproduce, devices: selection.devices }).to.deep.equal({
        reproduce: 'npx fwctl-conformance run --device raid --seed 1',
        devices: ['raid'],
      });
      expect(counts.passed).to.be.greaterThan(10);
    });

    it('is silent when quiet', () => {
      const { stdout, stderr } = call('run', '--rule', A_RULE, '--quiet');
      expect({ stdout, stderr }).to.deep.equal({ stdout: '', stderr: '' });
    });

    it('writes no control characters where there is no terminal', () => {
      const { stdout, stderr } = call('run', '--rule', A_RULE);
      expect(stdout + stderr)
        .to.not.contain('\u001b')
        .and.not.contain('\r');
      expect(stderr).to.match(/^judging \d+ scenarios\n$/);
    });

    describe('--waivers', () => {
      const waivers = (changes: Readonly<Record<string, string>> = {}): string => {
        const entry = {
          rule: 'driver-info-as-declared',
          reason: 'the board has no room for more',
          link: 'https://lore.kernel.org/r/1',
          owner: 'vendor@example.com',
          expires: '2999-12-31',
          ...changes,
        };
        const fails = ['Room for more than there is', 'Once more behind RPCs, and through two files'].map((scenario) => ({
          scenario,
          'looked-at': 'device_data_len',
          actual: '4',
        }));
        return JSON.stringify({ waivers: 1, entries: [{ ...entry, fails }] });
      };
      const runWith = (text: string, broken = 'driver-tells-less') => {
        writeFileSync(join(cwd, 'waivers.yaml'), text);
        return call('run', '--broken', broken, '--waivers', 'waivers.yaml');
      };

      it('takes a failure that is known', () => {
        const { status, stdout } = runWith(waivers());
        expect(status).to.equal(0);
        expect(reportIn('reports/latest').result).to.equal('conformant-with-waivers');
        expect(stdout).to.contain('waiver for driver-info-as-declared: applied').and.contain('vendor@example.com');
      });

      it('fails when it is stale', () => {
        const { status, stdout } = runWith(waivers(), 'driver-sulks');
        expect(status).to.equal(1);
        expect(stdout).to.contain('waiver for driver-info-as-declared: stale');
      });

      it('is refused when it names no rule, and the nearest one is offered', () => {
        const { status, stderr } = runWith(waivers({ rule: 'driver-info-as-declare' }));
        expect(status).to.equal(3);
        expect(stderr).to.contain('input/bad-waivers').and.contain('waivers.yaml:1:').and.contain('driver-info-as-declared');
      });

      it('is refused without somebody who answers for it', () => {
        const { status, stderr } = runWith(waivers({ owner: 'somebody' }));
        expect(status).to.equal(3);
        expect(stderr).to.contain('an address for mail');
      });
    });

    it('finds the same counterexample again with the same seed', () => {
      const found = (seed: string): readonly string[] => {
        call('run', '--broken', 'checks-eight-tail-bytes', '--rule', 'uapi-larger-nonzero-tail', '--seed', seed, '--quiet');
        const scenarios = reportIn('reports/latest').rules.flatMap((rule) => rule.scenarios);
        return scenarios.flatMap(({ evidence }) => (evidence.counterexample ? [JSON.stringify(evidence.counterexample)] : []));
      };
      const first = found('7');
      expect(first).to.have.length(2);
      expect(first[0]).to.contain('"seed":7');
      expect(found('7')).to.deep.equal(first);
      expect(found('8')).to.not.deep.equal(first);
    });

    it('leaves the earlier report alone when the disk takes no more', () => {
      call('run', '--rule', A_RULE, '--quiet');
      const before = readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8');
      for (const blocks of [12, 2000]) {
        // A limit on the length of files stands in for a full disk: writing fails in the middle of a file.
        const limited = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
        const { status, stderr } = spawnSync('sh', ['-c', limited, process.execPath, MAIN, 'run', '--quiet'], { cwd, encoding: 'utf8' });
        expect({ blocks, status }).to.deep.equal({ blocks, status: 3 });
        expect(stderr).to.contain('machine/cannot-write');
        expect(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8')).to.equal(before);
      }
    });

    it('says that it was interrupted', async () => {
      const child = spawn(process.execPath, [MAIN, 'run'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
      child.stderr.once('data', () => child.kill('SIGINT'));
      const [status]: (number | null)[] = await once(child, 'close');
      expect(status).to.equal(2);
      expect(reportIn('reports/latest').footer).to.deep.include({ complete: false, endedBy: 'interrupted' });
    });
  });

  const refused: { readonly [situation: string]: readonly [code: string, attempt: string, ...words: string[]] } = {
    'an unknown command': ['usage/unknown-command', 'explain', 'explian'],
    'an unknown option': ['usage/unknown-option', '--rule', 'run', '--rul', A_RULE],
    'an option like no other': ['usage/unknown-option', '--help', 'run', '--xyzzy'],
    'a missing argument': ['usage/bad-arguments', '--help', 'explain'],
    'an unknown device': ['usage/unknown-device', '"mlx5"', 'run', '--device', 'mlx4'],
    'a model for a device that has none': ['usage/bad-value', '--device nvme', 'run', '--device', 'pds', '--model', 'model.yaml'],
    'a device without a driver in Linux': ['usage/unknown-device', 'run --help', 'run', '--linux', '--device', 'raid'],
    'an unknown rule': ['usage/unknown-rule', `"${A_RULE}"`, 'run', '--rule', 'uapi-ioctl-number'],
    'an unknown rule to explain': ['usage/unknown-rule', `"${A_RULE}"`, 'explain', 'uapi-ioctl-number'],
    'an unknown broken subject': ['usage/unknown-broken-subject', 'list --broken', 'run', '--broken', 'none-of-that-name'],
    'a seed that is no number': ['usage/bad-value', '--seed 1', 'run', '--seed', 'x'],
    'a shard beyond the last': ['usage/bad-value', '--shard 1/2', 'run', '--shard', '3/2'],
  };
  it('says that there is no Linux yet, and what makes one', () => {
    const env = { ...process.env, XDG_CACHE_HOME: cwd };
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'run', '--linux'], { cwd, env, encoding: 'utf8' });
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/no-linux').and.contain('linux build');
  });

  for (const [what, kernel, code] of [
    ['does not come up', '/bin/false', 'machine/no-guest'],
    ['has been deleted', '/nowhere/vmlinux', 'machine/no-linux'],
  ] as const)
    it(`says that the guest ${what}`, () => {
      const image = { kernel, agent: '/bin/true', version: '7.2', devices: [], flavour: 'plain', testbed: testbedDigest(...ALL_FOLDERS) };
      mkdirSync(join(cwd, 'cache/fwctl-conformance/linux'), { recursive: true });
      writeFileSync(join(cwd, 'cache/fwctl-conformance/linux/image.json'), JSON.stringify(image));
      const env = { ...process.env, XDG_CACHE_HOME: join(cwd, 'cache') };
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'run', '--linux'], { cwd, env, encoding: 'utf8' });
      expect(status).to.equal(3);
      expect(stderr).to.contain(code).and.contain('linux build');
    });

  it('refuses a kernel source that there is not', () => {
    const { status, stderr } = call('linux', 'build', '--source', 'nothing-here');
    expect(status).to.equal(3);
    expect(stderr).to.contain('input/bad-kernel-source').and.contain('nothing-here').and.contain('an input file');
  });

  for (const [situation, [code, attempt, ...words]] of Object.entries(refused)) {
    it(`refuses ${situation}, and says what to try`, () => {
      const { status, stdout, stderr } = call(...words);
      expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
      expect(stderr).to.contain(code).and.contain('the command line');
      expect(stderr.slice(stderr.indexOf('  try '))).to.contain(attempt);
    });
  }

  it('says before the run that the reports cannot be written', () => {
    writeFileSync(join(cwd, 'reports'), 'in the way');
    const { status, stderr } = call('run', '--rule', A_RULE);
    expect(status).to.equal(3);
    expect(stderr).to.contain('machine/cannot-write').and.not.contain('judging');
  });

  it('traces each rule to its sources, sentences, scenarios and broken subjects as CSV', () => {
    const { rules }: Catalogue = JSON.parse(call('list', '--json').stdout);
    const lines = call('list', '--csv').stdout.trimEnd().split('\r\n');
    const records = lines.map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = '']) => field.replaceAll('""', '"')),
    );
    expect(records[0]).to.deep.equal(['rule', 'level', 'link', 'to', 'place', 'text', 'sha256']);
    const linked = (id: string, link: string): readonly (string | undefined)[] =>
      records.filter(([rule, , kind]) => rule === id && kind === link).map(([, , , to]) => to);
    for (const { id, sources, sentences, scenarios, broken } of rules) {
      expect(linked(id, 'source')).to.deep.equal(sources.map(({ document }) => document));
      expect(linked(id, 'sentence')).to.deep.equal(sentences.map(({ document }) => document));
      expect(linked(id, 'scenario')).to.deep.equal(scenarios.map(({ location }) => location));
      expect(linked(id, 'scenario').length).to.be.greaterThan(0);
      expect(linked(id, 'broken subject')).to.include.members([...broken]);
    }
    expect(call('list', '--csv', '--json').status).to.equal(3);
  });

  it('lists the rules as text and as JSON', () => {
    const { rules }: { readonly rules: readonly { readonly id: string }[] } = JSON.parse(call('list', '--json').stdout);
    expect(rules.map(({ id }) => id)).to.include(A_RULE);
    const text = call('list').stdout;
    expect(rules.filter(({ id }) => !text.includes(`  ${id}\n`))).to.deep.equal([]);
  });

  describe('drift', () => {
    /** A kernel tree of one document. */
    function tree(name: string, text: string): string {
      const folder = join(cwd, 'tree');
      for (const path of ['drivers/fwctl', 'Documentation/userspace-api/fwctl']) mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, 'drivers/fwctl/main.c'), '');
      writeFileSync(join(folder, 'Documentation/userspace-api/fwctl', name), text);
      return folder;
    }

    it('tells what is new and what is gone, and what an entry for it needs', () => {
      const { status, stdout } = call('drift', '--sources', tree('tea.rst', 'Tea is served hot.\n'));
      expect(status).to.equal(1);
      expect(stdout)
        .to.contain('Tea is served hot.')
        .and.match(/entry {7}[0-9a-f]{64}\n {14}[0-9a-f]{32}\n/);
      expect(stdout).to.match(/deleted {5}Documentation.*Scope of Action\n(.*\n)*.*scope-full-needs-rawio/);
      expect(stdout).to.match(/^0 moved, 0 reworded, \d+ deleted, 1 new$/m);
    });

    it('tells the same as JSON', () => {
      const { status, stdout } = call('drift', '--json', '--sources', tree('tea.rst', 'Tea is served hot.\n'));
      expect(status).to.equal(1);
      const drift: { readonly new: readonly object[]; readonly deleted: readonly { readonly rules: readonly string[] }[] } =
        JSON.parse(stdout);
      expect(drift.new).to.have.lengthOf(1);
      expect(drift.new[0]).to.include({ document: 'Documentation/userspace-api/fwctl/tea.rst', text: 'Tea is served hot.' });
      expect(drift.deleted.flatMap(({ rules }) => rules)).to.include('scope-full-needs-rawio');
    });

    it('shows every sentence with what becomes of it', () => {
      const { stdout } = call('drift', '--all', '--sources', tree('tea.rst', 'Tea is served hot.\n'));
      expect(stdout).to.match(/tea\.rst, before the first heading\n {2}Tea is served hot\.\n.*new\n/);
    });

    it('refuses a folder that is no kernel tree', () => {
      const { status, stdout, stderr } = call('drift', '--sources', '.');
      expect({ status, stdout }).to.deep.equal({ status: 3, stdout: '' });
      expect(stderr).to.contain('input/bad-kernel-source').and.contain('an input file');
    });
  });

  it('tells of a rule the sentences that lead to it', () => {
    const { rules }: { readonly rules: readonly { readonly id: string; readonly sentences: readonly object[] }[] } = JSON.parse(
      call('list', '--json').stdout,
    );
    const sentences = rules.find(({ id }) => id === 'discovery-info-flags')?.sentences ?? [];
    expect(sentences).to.deep.include({
      document: 'include/uapi/fwctl/fwctl.h',
      where: 'struct fwctl_info, @flags',
      about: 'no flags',
      sha256: '9f3e4e0be5a657f1069bc3569ae5d68cd891cf5c0f8d037a0e9fde70b0c05ad2',
    });
    expect(call('explain', 'discovery-info-flags').stdout).to.contain('struct fwctl_info, @flags').and.contain('9f3e4e0be5a657f1');
  });

  it('explains a rule within 80 columns, also the one with the longest id', () => {
    const { rules }: { readonly rules: readonly { readonly id: string }[] } = JSON.parse(call('list', '--json').stdout);
    const [longest = ''] = rules.map(({ id }) => id).sort((a, b) => b.length - a.length);
    for (const id of [A_RULE, longest]) {
      const { status, stdout } = call('explain', id);
      expect(status).to.equal(0);
      expect(stdout).to.match(/MUST.*source.*Scenarios \(\d+\).*Broken subjects \(\d+\)/s);
      expect(stdout.split('\n').filter((line) => line.length > 80)).to.deep.equal([]);
    }
  });

  it('says of a rule that a node is spared, in both forms', () => {
    const { stdout } = call('explain', 'driver-never-admitted');
    expect(stdout.replaceAll(/\s+/g, ' ')).to.contain(
      'on a node only with --destructive driver-never-admitted. A driver that admits too much',
    );
    const { rules }: Catalogue = JSON.parse(call('list', '--json').stdout);
    const spared = rules.filter(({ destructive }) => destructive !== undefined).map(({ id }) => id);
    expect(spared).to.contain('driver-never-admitted').and.not.contain('driver-info-as-declared');
  });

  it('says of a rule with which release of Linux it came or went, in both forms', () => {
    expect(call('explain', 'bnxt-info-buffers').stdout).to.match(/since\s+Linux 7\.3; not applicable to an earlier one/);
    expect(call('explain', 'bnxt-info').stdout).to.match(/until\s+Linux 7\.3; not applicable to that or a later one/);
    const { rules }: Catalogue = JSON.parse(call('list', '--json').stdout);
    expect(rules.find(({ id }) => id === 'bnxt-info-buffers')).to.include({ since: '7.3' });
    expect(rules.find(({ id }) => id === 'bnxt-info')).to.include({ until: '7.3' });
  });

  it('writes the agent for a machine in a lab, which speaks the protocol', () => {
    const { status, stdout } = call('agent', 'for-the-lab');
    expect(status).to.equal(0);
    expect(stdout).to.equal(`${join(cwd, 'for-the-lab')}\n`);
    const hello = spawnSync(join(cwd, 'for-the-lab'), { input: '{"id":1,"op":"hello","protocol":[1]}\n', encoding: 'utf8' });
    expect(JSON.parse(hello.stdout).result).to.deep.include({ protocol: 1, name: 'fwctl agent', version: release() });
    const nowhere = call('agent', 'no/such/folder/agent');
    expect(nowhere.status).to.equal(3);
    expect(nowhere.stderr).to.contain('machine/cannot-write').and.contain('the agent cannot be written');
  });

  it('shows help with status 0, and without a command with status 3', () => {
    expect(call('--help')).to.include({ status: 0, stderr: '' });
    expect(call()).to.include({ status: 3, stdout: '' });
  });

  it('does not mind a reader that has gone away', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `{ sleep 0.3; '${process.execPath}' '${MAIN}' list --json; echo $? >&2; } | true`], {
      cwd,
      encoding: 'utf8',
    });
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '0\n' });
  });

  it('ends with 3 for an error of the kit that nobody was waiting for', () => {
    const stray = `const timer = setInterval(() => {
      if (process.listenerCount('SIGHUP') === 0) return;
      clearInterval(timer);
      throw new Error('astray');
    });`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(stray)}`, MAIN, 'list'],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect(stderr).to.contain('kit/unexpected').and.contain('astray');
    expect(status).to.equal(3);
  });

  it('works from the packed package', () => {
    const modules = join(cwd, 'node_modules');
    const home = join(modules, 'fwctl-conformance');
    mkdirSync(home, { recursive: true });
    for (const entry of readdirSync(join(ROOT, 'node_modules'))) symlinkSync(join(ROOT, 'node_modules', entry), join(modules, entry));
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', cwd], { cwd: ROOT, encoding: 'utf8' });
    spawnSync('tar', ['xzf', join(cwd, packed.stdout.trim()), '--strip-components', '1', '-C', home]);
    const main = join(home, 'dist/kit/cli/main.js');
    const run = spawnSync(process.execPath, [main, 'run', '--rule', A_RULE, '--allow-partial'], { cwd, encoding: 'utf8' });
    expect(run.status, run.stderr).to.equal(0);
    expect(spawnSync(process.execPath, [main, 'doctor'], { cwd, encoding: 'utf8' }).status).to.equal(0);
  });
});
