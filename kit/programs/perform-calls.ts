import { type Draft, rpcDraft } from '../../steps/support/call-draft.js';
import { sampleRequest } from '../../steps/support/sample-request.js';
import type { CallOutcome } from '../subject/operations.js';
import { callerId, layOutCall, makeCall, pokeInto } from './laid-out-call.js';
import { predictGone } from './oracle/devices.js';
import { letGo } from './oracle/files.js';
import { predictDelivered, predictIoctl } from './oracle/ioctl.js';
import { type PredictedCall, succeeds } from './oracle/prediction.js';
import { callOf, predictAnswer } from './oracle/rpc.js';
import { comesBack, settle } from './patience.js';
import { CALLERS, type CallerName, type Command } from './program.js';
import { SUCCESS } from './referee.js';
import { callerOn, type HeldCall, lastFileOf, type Stage } from './stage.js';

export async function call(stage: Stage, name: CallerName, draft: Draft): Promise<void> {
  const { subject, machine, referee } = stage;
  const caller = callerOn(stage, name);
  const laidOut = layOutCall(draft, caller, lastFileOf(caller));
  const predictions = predictIoctl(machine, laidOut.asked);
  const coming = comesBack(subject, draft.name, makeCall(subject, name, laidOut));
  await referee.judge(predictions, coming, { before: laidOut.asked.memory, after: laidOut.memory });
}

/** Whether the call would come as far as to the driver, which it must if it is to be held there. */
export function reachesDriver(stage: Stage, draft: Draft): boolean {
  const caller = callerOn(stage, 'the caller');
  return predictDelivered(stage.machine, layOutCall(draft, caller, lastFileOf(caller)).asked) !== null;
}

export async function begin(stage: Stage, draft: Draft): Promise<void> {
  stage.begun = await hold(stage, 'the caller', draft, 1);
}

/** `count` calls are with the driver when it has this one. */
async function hold(stage: Stage, name: CallerName, draft: Draft, count: number): Promise<HeldCall> {
  const { subject, machine, referee } = stage;
  const caller = callerOn(stage, name);
  const file = lastFileOf(caller);
  const laidOut = layOutCall(draft, caller, file);
  const delivered = predictDelivered(machine, laidOut.asked);
  if (delivered === null) throw new Error('the driver would not get the call');
  const device = file.device.id;
  await subject.perform({ op: 'hold', device, operation: 'fw_rpc' });
  const held: HeldCall = { draft, laidOut, delivered, isBack: false, outcome: makeCall(subject, name, laidOut) };
  held.outcome.then(
    () => {
      held.isBack = true;
    },
    () => undefined,
  );
  file.callsUnderWay += 1;
  const isHeld = subject.perform({ op: 'await-held', device, count }).then(() => SUCCESS);
  await referee.judge([succeeds([callOf(delivered)])], comesBack(subject, 'the driver, with the call', isHeld));
  await settle(subject);
  referee.expect('the call while the driver is at work', 'under way', held.isBack ? 'back' : 'under way');
  return held;
}

export async function goOn(stage: Stage): Promise<void> {
  const { begun, subject, machine, leaving } = stage;
  if (begun === null) throw new Error('no call was begun');
  const { file } = begun.delivered;
  file.callsUnderWay -= 1;
  const ended: PredictedCall[] = [...letGo(machine, file)];
  if (leaving !== null) ended.push(...predictGone(machine, file.device).calls);
  stage.begun = null;
  stage.leaving = null;
  await subject.perform({ op: 'release', device: file.device.id });
  const coming = comesBack(subject, 'the call that the driver has answered', begun.outcome);
  const allComing =
    leaving === null ? coming : coming.then((outcome) => comesBack(subject, 'unregister', leaving.gone).then(() => outcome));
  await judgeAnswer(stage, begun, allComing, ended);
}

async function judgeAnswer(
  stage: Stage,
  { laidOut, delivered }: HeldCall,
  coming: Promise<CallOutcome>,
  ended: readonly PredictedCall[],
): Promise<void> {
  const predictions = predictAnswer(stage.machine, delivered, ended, laidOut.asked.memory);
  await stage.referee.judge(predictions, coming, { before: laidOut.asked.memory, after: laidOut.memory });
}

const WRITTEN_OVER_THE_REQUEST = new Uint8Array(32).fill(0xee);

export async function poke(stage: Stage, command: Extract<Command, { do: 'poke' }>): Promise<void> {
  const { begun, subject, referee } = stage;
  if (begun === null) throw new Error('no call was begun');
  const [region, bytes] =
    command.word === 'size'
      ? (['structure', new Uint8Array(new Uint32Array([command.value]).buffer)] as const)
      : (['request', WRITTEN_OVER_THE_REQUEST] as const);
  const address = pokeInto(begun.laidOut.asked, region, bytes);
  await subject.perform({ op: 'poke', caller: callerId('the caller'), address, bytes });
  await referee.judgeQuiet();
}

/** Both calls are with the driver before it answers the first. */
export async function both(stage: Stage): Promise<void> {
  const held: HeldCall[] = [];
  for (const [index, name] of CALLERS.entries()) {
    const request = sampleRequest(32).map((byte) => byte ^ (index * 0xff));
    held.push(await hold(stage, name, rpcDraft({ request }), index + 1));
  }
  await stage.subject.perform({ op: 'release', device: 'the device' });
  for (const one of held) {
    one.delivered.file.callsUnderWay -= 1;
    await judgeAnswer(stage, one, comesBack(stage.subject, 'one of two calls', one.outcome), []);
  }
}
