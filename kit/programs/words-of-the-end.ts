import { TAINT_FWCTL_BIT } from '../uapi/ioctl.js';
import type { PredictedCall, Prediction } from './oracle/prediction.js';
import { deviceName, type MachineState, registeredDevices } from './oracle/state.js';

/** The steps that judge the kernel and the driver of the first device when all is done. */
export function wordsOfTheEnd(machine: MachineState, told: readonly Prediction[]): readonly string[] {
  return [...wordsOfTaint(machine), ...wordsOfClass(machine), ...wordsOfDriver(told)];
}

function wordsOfTaint(machine: MachineState): readonly string[] {
  const [line] = machine.log;
  if (line === undefined) return ['the kernel is not tainted', 'the kernel log has 0 warnings'];
  const named = [...machine.devices].find(([, device]) => line[0] === deviceName(device));
  if (named === undefined) throw new Error(`the log names ${line[0]}, which no device was called`);
  return [
    `taint flag ${TAINT_FWCTL_BIT} is set, and no other that was clear before`,
    'the kernel log has 1 warning',
    `a line of the kernel log at level "warning" names ${named[0]}`,
    ...(line[1] === machine.callers.get('the caller')?.comm ? ['that line names the process of the caller'] : []),
    'that line speaks of "full access to the physical device"',
  ];
}

function wordsOfClass(machine: MachineState): readonly string[] {
  const registered = registeredDevices(machine);
  const [only, last] = [registered[0], registered.at(-1)];
  if (only === undefined) return ['there is no class entry', 'there is no node'];
  if (registered.length > 1)
    return [
      `there are ${registered.length} class entries`,
      'every class entry links to a parent device',
      'no two class entries link to the same parent',
      ...(registered.every(({ number }) => number <= (last?.number ?? 0)) ? [`the last node is "/dev/fwctl/fwctl${last?.number}"`] : []),
    ];
  const name = deviceName(only);
  return [
    `there is a class entry "${name}" and a node "/dev/fwctl/${name}"`,
    'both carry the same device number',
    ...(only.id === 'the device' ? ['only root may open the node of the device'] : []),
  ];
}

function wordsOfDriver(told: readonly Prediction[]): readonly string[] {
  const calls = told.flatMap((prediction) => prediction.calls).filter(({ device }) => device.id === 'the device');
  const of = (operation: PredictedCall['operation']): readonly PredictedCall[] => calls.filter((call) => call.operation === operation);
  const [rpcs, closed] = [of('fw_rpc'), of('close_uctx')];
  const [rpc] = rpcs;
  const context = closed[0]?.file?.context;
  return [
    ...(calls.length === 0 ? [] : [`the driver was asked to open ${counted(of('open_uctx').length, 'user context')}`]),
    ...(closed.length === 1 && context ? [`the driver was asked to close user context ${context} only, and once`] : []),
    ...(closed.length > 1 ? [`the driver was asked to close ${closed.length} user contexts`] : []),
    ...(closed.length === 0 ? ['the driver was not asked to close anything'] : []),
    ...(rpcs.length === 0 && of('info').length === 0
      ? ['the driver was asked nothing']
      : [`the driver received ${counted(rpcs.length, 'RPC')}`]),
    ...(rpcs.length === 1 && rpc?.scope ? [`the driver received one RPC in scope "${rpc.scope}"`] : []),
    ...(rpcs.length > 1 ? [`the driver received them with ${new Set(rpcs.map(({ file }) => file)).size} different user contexts`] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
