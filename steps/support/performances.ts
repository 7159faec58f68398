import { type Draft, infoDraft, rpcDraft } from './call-draft.js';
import { BOTH, type Caller } from './caller.js';
import { describeOutcome } from './expectations.js';
import { sampleRequest } from './sample-request.js';
import { settle } from './session.js';
import type { FwctlWorld } from './world.js';

/** Things that callers do in several calls. What the calls came to is kept in the World until it is judged. */

export async function sendInTurn(world: FwctlWorld, count: number, draft: Draft): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    await world.caller.make(draft);
    world.results.push(world.caller.takeResult());
  }
}

/** The call is under way and the driver has it, but does not answer. */
export async function beginHeldCall(world: FwctlWorld): Promise<void> {
  await world.device.hold(world.draft.name === 'FWCTL_INFO' ? 'info' : 'fw_rpc');
  world.caller.begin(world.draft);
  await world.device.awaitHeld(1, world.caller);
}

export async function letDriverGoOn(world: FwctlWorld): Promise<void> {
  await world.device.release();
  await world.caller.finish();
}

/** Two requests that differ in every byte. */
function requestOf(index: number): Uint8Array {
  return sampleRequest(32).map((byte) => byte ^ (index * 0xff));
}

/** Two calls are with the driver at the same time, and it answers both in one go. */
export async function sendBothAtOnce(world: FwctlWorld): Promise<void> {
  const callers = BOTH.map((name) => world.callerNamed(name));
  for (const [index, caller] of callers.entries()) {
    await world.device.hold('fw_rpc');
    caller.begin(rpcDraft({ request: requestOf(index) }));
    if (index === 0) await world.device.awaitHeld(1, caller);
    else await expectAtDriver(world, index + 1, caller);
  }
  await world.device.release();
  for (const caller of callers) {
    await caller.finish();
    world.results.push(caller.takeResult());
  }
}

/** Milliseconds that a call has to get to the driver while others are there. */
const LONGEST_WAY = 5_000;

async function expectAtDriver(world: FwctlWorld, count: number, call: Caller): Promise<void> {
  const arrival = world.device.heldOrBack(count, call);
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  void arrival.then(end, end);
  await settle(() => isOver, LONGEST_WAY);
  const came = isOver ? await arrival : undefined;
  const place = came === null ? 'at the driver' : came === undefined ? 'on its way' : `back with ${describeOutcome(came)}`;
  world.judge.expect('the next call while another is at the driver', 'at the driver', place);
}

export async function sendBothInTurn(world: FwctlWorld): Promise<void> {
  for (const name of BOTH) await world.callerNamed(name).make(rpcDraft());
}

/** Info, RPC and close, whatever each of them answers: only what the driver sees of it matters. */
export async function tryEverything(world: FwctlWorld): Promise<void> {
  for (const draft of [infoDraft(), rpcDraft()]) {
    await world.caller.make(draft);
    world.results.push(world.caller.takeResult());
  }
  await world.caller.close();
}

export async function openManyTimes(world: FwctlWorld, count: number): Promise<number> {
  let opened = 0;
  await world.machine.inShort(`open ${world.device.node} ${count} times`, async () => {
    for (let attempt = 0; attempt < count; attempt += 1) {
      await world.caller.open(world.device.node);
      if (world.caller.takeOpenOutcome().ok) opened += 1;
    }
    return `${opened} succeeded`;
  });
  return opened;
}

/** Devices that are registered while none of them is waited for. */
const AT_ONCE = 64;

export async function registerMany(world: FwctlWorld, count: number): Promise<void> {
  let nodes = 0;
  await world.machine.start();
  await world.machine.inShort(`register ${count} plain devices`, async () => {
    for (let registered = 0; registered < count; registered += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - registered) }, () => world.addDevice(`device ${world.deviceCount}`));
      await Promise.all(some.map((device) => device.registerPlain()));
      nodes += some.filter(({ hasNode }) => hasNode).length;
    }
    return `${nodes} got a node`;
  });
}
