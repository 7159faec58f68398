import type { CallerRights } from '../subject/operations.js';
import { callerId } from './laid-out-call.js';
import { predictClose, predictExit, predictOpen, predictShare } from './oracle/files.js';
import { deviceName } from './oracle/state.js';
import { comesBack } from './patience.js';
import { type CallerName, type Command, otherThan } from './program.js';
import { SUCCESS } from './referee.js';
import { callerOn, deviceOn, lastFileOf, type Stage } from './stage.js';

export async function open(stage: Stage, command: Omit<Extract<Command, { do: 'open' }>, 'do'>): Promise<void> {
  const { subject, machine, referee } = stage;
  const device = deviceOn(stage, command.device);
  const path = `/dev/fwctl/${deviceName(device)}`;
  stage.files += 1;
  const predictions = predictOpen(machine, callerOn(stage, command.caller), device.number, stage.files);
  const operation = { op: 'open', caller: callerId(command.caller), path, mode: command.mode, file: stage.files } as const;
  await referee.judge(predictions, comesBack(subject, 'open', subject.perform(operation)));
}

export async function openMany(stage: Stage, count: number): Promise<void> {
  for (let opened = 0; opened < count; opened += 1) await open(stage, { caller: 'the caller', device: 'the device', mode: 'read-write' });
}

export async function close(stage: Stage, name: CallerName): Promise<void> {
  const { subject, machine, referee } = stage;
  const caller = callerOn(stage, name);
  const file = lastFileOf(caller).id;
  const prediction = predictClose(machine, caller);
  const closing = subject.perform({ op: 'close', caller: callerId(name), file });
  await referee.judge([prediction], comesBack(subject, 'close', closing));
}

export async function share(stage: Stage, name: CallerName): Promise<void> {
  const [from, to] = [callerOn(stage, name), callerOn(stage, otherThan(name))];
  const file = lastFileOf(from).id;
  await stage.subject.perform({ op: 'share', file, from: callerId(name), to: callerId(otherThan(name)) });
  predictShare(from, to);
  await stage.referee.judgeQuiet();
}

export async function exit(stage: Stage, name: CallerName, how: 'exit' | 'kill'): Promise<void> {
  const { subject, machine, referee } = stage;
  const prediction = predictExit(machine, callerOn(stage, name));
  const ending = subject.perform({ op: 'exit', caller: callerId(name), how }).then(() => SUCCESS);
  await referee.judge([prediction], comesBack(subject, 'the end of a process', ending));
}

export async function setRights(stage: Stage, name: CallerName, rights: CallerRights): Promise<void> {
  await stage.subject.perform({ op: 'set-capabilities', caller: callerId(name), ...rights });
  callerOn(stage, name).rights = rights;
  await stage.referee.judgeQuiet();
}

export async function setMemory(stage: Stage, available: boolean): Promise<void> {
  await stage.subject.perform({ op: 'memory-pressure', on: !available });
  stage.machine.memoryAvailable = available;
  await stage.referee.judgeQuiet();
}
