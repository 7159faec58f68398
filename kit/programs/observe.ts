import { isWarning } from '../subject/log-levels.js';
import type { ClassEntry, DeviceNode, LogLine } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { TAINT_FWCTL_BIT } from '../uapi/ioctl.js';
import type { Difference } from './disagreement.js';
import { deviceName, type MachineState, registeredDevices } from './oracle/state.js';

/** One comparison for each thing that the rules say of taint, log, class and nodes, as far as the subject can show them. */
export async function compareKernel(subject: Subject, machine: MachineState): Promise<readonly Difference[]> {
  const { capabilities } = subject;
  const comparisons: Difference[] = [];
  if (capabilities.has('observe-taint')) comparisons.push(taintComparison(machine, (await subject.perform({ op: 'observe-taint' })).mask));
  if (capabilities.has('observe-log')) comparisons.push(...logComparisons(machine, (await subject.perform({ op: 'observe-log' })).lines));
  if (capabilities.has('observe-class') && capabilities.has('observe-nodes')) {
    const { entries } = await subject.perform({ op: 'observe-class' });
    const { nodes } = await subject.perform({ op: 'observe-nodes' });
    comparisons.push(...classComparisons(machine, entries), ...nodeComparisons(machine, nodes, entries));
  }
  return comparisons;
}

function taintComparison(machine: MachineState, mask: number): Difference {
  return compared('the taint mask', [machine.isTainted ? 2 ** TAINT_FWCTL_BIT : 0], [mask]);
}

function logComparisons({ log }: MachineState, lines: readonly LogLine[]): readonly Difference[] {
  const warnings = lines.filter(isWarning);
  return [
    compared('warnings in the log', [log.length], [warnings.length]),
    ...log.map((words, index) => compared('a warning in the log', words, wordsFound(words, warnings[index]))),
  ];
}

function wordsFound(words: readonly string[], line: LogLine | undefined): readonly string[] {
  return line?.level === 'warning' ? words.filter((word) => line.text.includes(word)) : [];
}

const ATTRIBUTES = ['dev', 'device', 'subsystem', 'uevent'] as const;

function classComparisons(machine: MachineState, entries: readonly ClassEntry[]): readonly Difference[] {
  const names = registeredDevices(machine).map(deviceName);
  const lacking = entries.filter(({ attributes }) => !ATTRIBUTES.every((name) => attributes.includes(name)));
  const parents = entries.map(({ parent }) => parent).filter((parent) => parent !== '');
  return [
    compared('class entries', names.sort(), entries.map(({ name }) => name).sort()),
    compared(
      'class entries that lack an attribute',
      [],
      lacking.map(({ name }) => name),
    ),
    compared('different parents of class entries', [names.length], [new Set(parents).size]),
  ];
}

/** The permission bits of group and others. */
const NOT_OWNER = 0o077;

function nodeComparisons(machine: MachineState, nodes: readonly DeviceNode[], entries: readonly ClassEntry[]): readonly Difference[] {
  const paths = registeredDevices(machine).map((device) => `/dev/fwctl/${deviceName(device)}`);
  const open = nodes.filter(({ mode, owner }) => owner !== 'root' || (mode & NOT_OWNER) !== 0);
  const numbers = new Map(nodes.map(({ path, deviceNumber }) => [path, deviceNumber]));
  const ofEntries = entries.map(({ deviceNumber }) => deviceNumber);
  const ofNodes = entries.map(({ name }) => numbers.get(`/dev/fwctl/${name}`));
  return [
    compared('nodes', paths.sort(), nodes.map(({ path }) => path).sort()),
    compared(
      'nodes that others than root may open',
      [],
      open.map(({ path }) => path),
    ),
    compared('device numbers of nodes', ofEntries, ofNodes),
    compared('different device numbers of nodes', [nodes.length], [new Set(numbers.values()).size]),
  ];
}

function compared(what: string, expected: readonly unknown[], actual: readonly unknown[]): Difference {
  return { what, expected: expected.join(', ') || 'none', actual: actual.join(', ') || 'none' };
}
