import { fileURLToPath } from 'node:url';
import type { WrittenReport } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';

const LAB_MACHINE = fileURLToPath(new URL('node-in-guest.js', import.meta.url));
const MODEL = fileURLToPath(new URL('devices/mlx5/fwctl-model.yaml', PACKAGE_ROOT));
const NODE = ['--node', '/dev/fwctl/fwctl0', '--model', MODEL] as const;

/** Judges with these options of `run`, and gives the report. */
export type Judge = (name: string, ...options: readonly string[]) => WrittenReport;

/** Judges the mainline mlx5 driver through its node, with what is left out unless it is asked for and without. Gives what is not as it must be. */
export function judgeNode(judge: Judge, { rules }: Catalogue): readonly string[] {
  const destructive = rules.filter((rule) => rule.destructive !== undefined).flatMap(({ id }) => ['--destructive', id]);
  const spared = judge('node', ...NODE, '--', process.execPath, LAB_MACHINE, '--stays-clean');
  const whole = judge('whole-node', ...NODE, ...destructive, '--', process.execPath, LAB_MACHINE);
  return [
    ...unlike('a node that is spared what leaves a trace', 'partial', spared),
    ...unlike('a node that is judged by all of its model', 'conformant', whole),
  ];
}

function unlike(what: string, wanted: WrittenReport['result'], { result, counts, problems, rules }: WrittenReport): readonly string[] {
  if (result === wanted && counts.failed === 0 && counts.passed > 0) return [];
  const failed = rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'broken').map(({ id }) => id);
  return [`${what} is ${result} and not ${wanted}: ${[...problems, ...failed].join(', ') || `${counts.passed} rules passed`}`];
}
