import { Command, CommanderError, Option } from 'commander';
import { RENDERING_NAMES } from '../../reports/rendering-names.js';
import { KitError } from '../errors.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import { readOut } from './option-values.js';
import { EXIT, type ExitStatus, type Surroundings } from './surroundings.js';

const EXIT_STATUS = `
Exit status:
  0  conformant
  1  not conformant
  2  undecided: nothing asserted, something required not judged, or cut short
  3  the command line, an input file or the kit is at fault
`;

const RENDER_STATUS = `
Exit status:
  0  the report was told, whatever its result
  2  undecided: the report ends before its footer
  3  the command line, an input file or the kit is at fault
`;

const VERIFY_MAIL_STATUS = `
Exit status:
  0  the report says that the subject conforms, and the mail says the same
  1  not conformant
  2  undecided, or a claim that was not held against a report
  3  the mail contradicts itself or its report, or as for other commands
`;

const DIFF_STATUS = `
Exit status:
  0  nothing became worse
  1  a rule, or the result, became worse
  2  undecided: a report ends before its footer
  3  the command line, an input file or the kit is at fault
`;

const VERIFY_STATUS = `
Exit status:
  0  the report says what its evidence says, whether that is conformant or not
  1  it does not: something in it was changed, or the challenge is another
  2  undecided: the report ends before its footer
  3  the command line, an input file or the kit is at fault
`;

/** Reads the command line and does what it says. Commands are imported when they are called, so that --help need not wait for them. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.conformant;
  const program = describeProgram(surroundings, (next) => {
    status = next;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.conformant;
    if (error.code === 'commander.help') return EXIT.error;
    throw usageError(error);
  }
  return status;
}

function describeProgram(surroundings: Surroundings, end: (status: ExitStatus) => void): Command {
  const program = new Command(KIT_NAME);
  program
    .description('Judges implementations of the Linux fwctl subsystem by its documented rules.')
    .version(KIT_VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.output.write(text),
      writeErr: (text) => surroundings.messages.write(text),
      outputError: () => {},
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .addHelpText('after', EXIT_STATUS);

  program
    .command('run')
    .summary('judge a driver, an adapter, Linux, a device node, or the reference devices')
    .description('Judges a subject by the rules and writes report.json, report.txt, junit.xml and messages.ndjson.')
    .argument('[command...]', 'after --: a program that speaks the adapter protocol, or with --node the agent on its machine')
    .option(
      '--device <name>',
      'judge this device only: plain, mlx5, cxl, cxl-switch, bnxt, pds, nvme, raid, bmc, hypervisor-function, vm-function (repeatable)',
      collect,
      [],
    )
    .option('--model <file>', 'the security model of the device, fwctl-model.yaml')
    .option('--driver <file>', "judge a vendor's driver operations, in TypeScript or JavaScript; needs --model")
    .option('--rule <id>', 'judge this rule only (repeatable)', collect, [])
    .option('--waivers <file>', 'failures that are known, each with how, why, who and until when')
    .option('--seed <n>', 'seed of everything that is drawn at random', '1')
    .option('--challenge <text>', 'what a reviewer wants the run to be mixed with: seed, order and requests')
    .option('--shard <i/n>', 'judge the i-th of n parts of the scenarios')
    .option('--time-limit <seconds>', 'how long the run may take', '600')
    .option('--out <dir>', 'where the reports go', readOut, 'reports/latest')
    .option('--node <path>', 'judge a device node of a real machine, such as /dev/fwctl/fwctl0; needs --model')
    .option('--destructive <rule>', 'judge the node by this rule, too, which may leave a trace on it (repeatable)', collect, [])
    .option('--linux', 'judge real Linux in a guest that linux build has made')
    .option('--broken <name>', 'judge a shipped broken subject; list --broken names them')
    .option('--allow-partial', 'end with 0 when part of the rules was judged and held')
    .option('--quiet', 'no progress, no summary')
    .addHelpText('after', EXIT_STATUS)
    .action(async (command, options) => end(await (await import('./commands/run.js')).run({ ...options, command }, surroundings)));

  program
    .command('list')
    .summary('the rules, or the broken subjects')
    .description('Lists the rules by family.')
    .option('--json', 'as JSON')
    .addOption(new Option('--csv', 'a line for each source, sentence, scenario and broken subject of a rule').conflicts(['json', 'broken']))
    .option('--broken', 'the broken subjects in place of the rules')
    .action(async (options) => end(await (await import('./commands/list.js')).list(options, surroundings)));

  program
    .command('explain')
    .summary('one rule: source, scenarios, broken subjects, accepted outcomes')
    .description('Explains one rule.')
    .argument('<id>', 'the id of a rule')
    .action(async (id) => end(await (await import('./commands/explain.js')).explain(id, surroundings)));

  program
    .command('drift')
    .summary('what a newer kernel says otherwise than the one the rules come from')
    .description('Compares the sentences that the rules come from with those of a kernel tree. Ends with 1 when they differ.')
    .requiredOption('--sources <dir>', 'a kernel tree')
    .option('--json', 'as JSON')
    .addOption(new Option('--all', 'every sentence of the tree, and what becomes of it').conflicts('json'))
    .action(async (options) => end((await import('./commands/drift.js')).drift(options, surroundings)));

  program
    .command('check-adapter')
    .summary('judge the conversation of an adapter, and nothing else')
    .description('Talks to a program that speaks the adapter protocol, and says what to mend.')
    .argument('<command...>', 'after --: the program and its arguments')
    .option('--trace <file>', 'write down what is said, when and by whom')
    .action(async (command, options) =>
      end(await (await import('./commands/check-adapter.js')).checkAdapter(command, options, surroundings)),
    );

  program
    .command('init')
    .summary('write a project with a driver that is judged at once')
    .description('Writes a driver, its fwctl-model.yaml, a package.json and a workflow for CI. Nothing that is there is touched.')
    .argument('[dir]', 'where it goes', '.')
    .action(async (directory) => end(await (await import('./commands/init.js')).init(directory, surroundings)));

  program
    .command('diff')
    .summary('compare two reports by rule')
    .description('Says which verdicts changed from one report to another, and why: better or worse, new or gone.')
    .argument('<a>', 'the earlier report.json, or the folder that it is in')
    .argument('<b>', 'the later one')
    .option('--json', 'as JSON')
    .addHelpText('after', DIFF_STATUS)
    .action(async (a, b, options) => end(await (await import('./commands/diff.js')).diff([a, b], options, surroundings)));

  program
    .command('merge')
    .summary('join the reports of all shards of a run')
    .description('Writes the report that the run would have written without --shard, and ends as it would have ended.')
    .argument('<report...>', 'report.json of each shard, or the folders that they are in')
    .option('--out <dir>', 'where the reports go', readOut, 'reports/merged')
    .option('--waivers <file>', 'failures that are known; they are held against the merged run')
    .option('--allow-partial', 'end with 0 when part of the rules was judged and held')
    .option('--quiet', 'no summary')
    .addHelpText('after', EXIT_STATUS)
    .action(async (reports, options) => end(await (await import('./commands/merge.js')).merge(reports, options, surroundings)));

  program
    .command('render')
    .summary('tell a report in another form, for machines or for mail')
    .description('Writes a report.json in another form. docs/reports.md says what each is for.')
    .argument('<report>', 'report.json, or the folder that it is in')
    .requiredOption('--format <name>', `one of ${RENDERING_NAMES.join(', ')}`)
    .option('--out <file>', 'where it goes, in place of standard output', readOut)
    .option(
      '--artifact <file>',
      'for in-toto: a file that the statement is about, such as the module that was judged (repeatable)',
      collect,
      [],
    )
    .option('--sign-with <key>', 'for in-toto: a private key in PEM, Ed25519 or ECDSA; the statement goes into a DSSE envelope')
    .addHelpText('after', RENDER_STATUS)
    .action(async (report, options) => end(await (await import('./commands/render.js')).render(report, options, surroundings)));

  program
    .command('verify-mail')
    .summary('hold the text of a mail against itself, and against its report')
    .description('Takes what render --format mail wrote from a mail, quoted or not, and says whether it is true.')
    .argument('<mail>', 'the decoded text of the mail')
    .option('--report <report>', 'the report.json that it is about, or the folder that it is in')
    .addHelpText('after', VERIFY_MAIL_STATUS)
    .action(async (mail, options) => end((await import('./commands/verify-mail.js')).verifyMail(mail, options, surroundings)));

  program
    .command('verify-attestation')
    .summary('hold a signed statement against its key, its report and what it is about')
    .description('Takes what render --format in-toto --sign-with wrote, and says whether it is true.')
    .argument('<envelope>', 'the DSSE envelope')
    .requiredOption('--key <file>', 'the public key in PEM of who signed it')
    .requiredOption('--report <report>', 'the report.json that it is about, or the folder that it is in')
    .option('--artifact <file>', 'a file that it has to be about (repeatable)', collect, [])
    .addHelpText('after', EXIT_STATUS)
    .action(async (envelope, options) =>
      end((await import('./commands/verify-attestation.js')).verifyAttestation(envelope, options, surroundings)),
    );

  program
    .command('verify')
    .summary('judge the evidence of a report again, without the subject')
    .description('Plays the recorded answers to the rules again, and says where the report says otherwise than they do.')
    .argument('<report>', 'report.json, or the folder that it is in')
    .option('--challenge <text>', 'the text that the run was asked to be mixed with')
    .option('--json', 'as JSON')
    .option('--quiet', 'no progress')
    .addHelpText('after', VERIFY_STATUS)
    .action(async (report, options) => end(await (await import('./commands/verify.js')).verify(report, options, surroundings)));

  program
    .command('reproduce')
    .summary('write what shows a failure again: a C program, the operations, the scenario')
    .description('Writes a folder for each rule that failed in a report, with as little as is known to show the failure.')
    .argument('<report>', 'report.json, or the folder that it is in')
    .option('--rule <id>', 'this rule only (repeatable)', collect, [])
    .option('--out <dir>', 'where the folders go', readOut, 'reports/reproductions')
    .action(async (report, options) => end(await (await import('./commands/reproduce.js')).reproduce(report, options, surroundings)));

  const linux = program.command('linux').summary('a real Linux kernel to judge').description('Builds the guest that run --linux judges.');
  linux
    .command('build')
    .summary('fetch, configure and build the guest; what is in the cache is not built again')
    .description("Builds a User Mode Linux kernel with the kit's link in it, and the agent that makes the system calls.")
    .option('--source <path>', "a kernel tree or tarball in place of Debian's")
    .option('--debian <version>', "that version of Debian's kernel sources, such as 6.18, in place of the newest")
    .option('--sanitize', 'with the checks that the kernel can make of itself; what they find fails the scenario that it came from')
    .action(async (options) => end(await (await import('./commands/linux.js')).linuxBuild(options, surroundings)));

  linux
    .command('shell')
    .summary('a shell in the guest')
    .description('Boots the guest that was built last, and gives a shell in it.')
    .action(async () => end((await import('./commands/linux.js')).linuxShell()));

  program
    .command('agent')
    .summary('write the program that run --node starts on a machine in a lab')
    .description('Builds the agent, a static program for machines like this one that makes system calls for the kit.')
    .argument('[file]', 'where it goes', 'fwctl-agent')
    .action(async (file) => end(await (await import('./commands/agent.js')).agent(file, surroundings)));

  program
    .command('self-test')
    .summary('show that each broken subject fails exactly its rule')
    .description('Judges every broken subject and every conformant oddity; ends with 0 only if each gets the verdict it must.')
    .option('--json', 'the matrix as JSON')
    .option('--whole', 'run every scenario on every subject, also where it is the reference')
    .option('--quiet', 'no progress')
    .action(async (options) => end(await (await import('./commands/self-test.js')).selfTest(options, surroundings)));

  program
    .command('doctor')
    .summary('what this machine can do')
    .description('Says which ways of running are possible on this machine, and what is missing for the others.')
    .action(async () => end(await (await import('./commands/doctor.js')).doctor(surroundings)));

  return program;
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

const EXPECTED: { readonly [code: string]: readonly ['usage/unknown-command' | 'usage/unknown-option', string] } = {
  'commander.unknownCommand': ['usage/unknown-command', 'one of the commands that --help names'],
  'commander.unknownOption': ['usage/unknown-option', 'one of the options that --help names'],
};

const MISSING = ['commander.missingArgument', 'commander.missingMandatoryOptionValue'];

/** Commander's sentence, with its own suggestion of the nearest name on the second line. */
function usageError({ code, message }: CommanderError): KitError {
  const [sentence = '', suggestion] = message.replace(/^error: /, '').split('\n');
  const [ours, expected] = EXPECTED[code] ?? ['usage/bad-arguments', 'arguments as --help describes them'];
  const near = suggestion && /Did you mean (.+)\?/.exec(suggestion)?.[1];
  const named = /'([^']+)'/.exec(sentence)?.[1] ?? sentence;
  return new KitError(ours, {
    summary: sentence,
    expected,
    received: MISSING.includes(code) ? `no ${named}` : named,
    attempt: near ? `${near}, or fwctl-conformance --help` : 'fwctl-conformance --help, or --help after the command',
  });
}
