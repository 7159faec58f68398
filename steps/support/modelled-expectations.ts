import { INFO_STRUCT } from '../../kit/uapi/ioctl.js';
import type { Caller } from './caller.js';
import { describeOutcome } from './expectations.js';
import { modelledMemory, modelOfRun } from './modelled.js';
import type { FwctlWorld } from './world.js';

export function expectAdmitted(world: FwctlWorld): void {
  const { attempts } = modelledMemory(world);
  world.judge.expect('RPCs that were tried', 'at least one', attempts.length > 0 ? 'at least one' : 'none');
  for (const { what, outcome } of attempts) world.judge.expect(what, 'success', describeOutcome(outcome));
}

export function expectRefused(world: FwctlWorld, by: 'any errno' | 'an errno of the model'): void {
  const { attempts } = modelledMemory(world);
  const { refusals } = modelOfRun();
  const accepted = by === 'any errno' ? by : refusals.join(' or ');
  world.judge.expect('RPCs that were tried', 'at least one', attempts.length > 0 ? 'at least one' : 'none');
  for (const { what, outcome } of attempts) {
    const held = !outcome.ok && (by === 'any errno' || refusals.includes(outcome.errno));
    world.judge.expect(what, accepted, describeOutcome(outcome), held);
  }
}

export function expectDeclaredInfo(world: FwctlWorld, caller: Caller): void {
  const { device } = modelOfRun();
  const result = caller.judgedResult;
  world.judge.expectNumber('out_device_type', device.type, result.word(INFO_STRUCT.outDeviceType));
  world.judge.expectNumber('device_data_len', device.infoLength, result.reportedLength);
}

export function expectSameAnswers(world: FwctlWorld): void {
  const { pairs } = modelledMemory(world);
  world.judge.expect('answers that were compared', 'at least one', pairs.length > 0 ? 'at least one' : 'none');
  for (const { what, before, now } of pairs) world.judge.expect(what, shorten(before), shorten(now), before === now);
}

export function expectOtherAnswers(world: FwctlWorld): void {
  const { pairs } = modelledMemory(world);
  world.judge.expect('answers that were compared', 'at least one', pairs.length > 0 ? 'at least one' : 'none');
  for (const { what, before, now } of pairs) world.judge.expect(what, `not ${shorten(before)}`, shorten(now), before !== now);
}

export function expectDescription(world: FwctlWorld): void {
  const { described } = modelOfRun();
  world.judge.expect('the security model', 'described somewhere ("described")', described ?? 'described nowhere', described !== undefined);
}

const SHOWN = 64;

function shorten(hex: string): string {
  return hex.length > SHOWN ? `${hex.slice(0, SHOWN)}...` : hex || 'no byte';
}
