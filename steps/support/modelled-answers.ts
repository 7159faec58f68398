import type { ModelRpc } from '../../kit/model/model.js';
import { BOTH } from './caller.js';
import { expectSuccess } from './expectations.js';
import { type AnswerPair, attempt, draftOf, isHarmless, modelledMemory, modelOfRun, readsBelowLeastScope } from './modelled.js';
import { sendBoth } from './modelled-senders.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** Answers in hex. */
export type Answers = ReadonlyMap<ModelRpc, string>;

/** How often debug data are read: more often than an entry is likely to be passed over. */
const TIMES = 3;

/** Each harmless RPC that answers the same each time, alone and then beside the next one of them. */
export async function sendInPairs(world: FwctlWorld): Promise<void> {
  const alone = await steadyAnswers(world, harmlessRpcs(), BOTH);
  const rpcs = [...alone.keys()];
  if (rpcs.length < 2) throw new NotApplicable('the model declares fewer than two RPCs that answer the same each time');
  const pairs: AnswerPair[] = [];
  for (const [index, first] of rpcs.entries()) {
    const second = rpcs[(index + 1) % rpcs.length] ?? first;
    const both = [
      { caller: BOTH[0], mine: first, other: second },
      { caller: BOTH[1], mine: second, other: first },
    ];
    for (const { caller, mine } of both) world.callerNamed(caller).begin(draftOf(mine, mine.scope));
    for (const { caller } of both) await world.callerNamed(caller).finish();
    for (const { caller, mine, other } of both) {
      const [before, now] = [alone.get(mine) ?? '', answerOf(world, caller, mine)];
      if (await decides(world, () => answer(world, mine, caller), before, now))
        pairs.push({ what: `"${mine.name}" beside "${other.name}"`, before, now });
    }
  }
  if (pairs.length === 0) throw new NotApplicable('the answers of all RPCs differ by themselves');
  modelledMemory(world).pairs = pairs;
}

/** Each harmless RPC that answers the same each time, beside each one that is refused for its scope. */
export async function sendBesideRefused(world: FwctlWorld): Promise<void> {
  const alone = await steadyAnswers(world, harmlessRpcs(), BOTH);
  if (alone.size === 0) throw new NotApplicable('the model declares no RPC that answers the same each time');
  const refused = readsBelowLeastScope();
  if (refused.length === 0) throw new NotApplicable('the model declares every RPC that changes nothing for the least scope');
  const pairs: AnswerPair[] = [];
  for (const [rpc, before] of alone) {
    for (const [other, scope] of refused) {
      const [, last] = await sendBoth(world.caller, [other, scope], world.callerNamed(BOTH[1]), [rpc, rpc.scope]);
      const [first] = await sendBoth(world.caller, [rpc, rpc.scope], world.callerNamed(BOTH[1]), [other, scope]);
      for (const { outcome, data } of [first, last]) {
        const now = outcome.ok ? Buffer.from(data).toString('hex') : outcome.errno;
        // How many were refused may be counted, and told.
        const refuse = (): Promise<unknown> => attempt(world, other, scope);
        if (!outcome.ok || (await decides(world, () => answer(world, rpc), before, now, refuse)))
          pairs.push({ what: `"${rpc.name}" beside "${other.name}" in scope "${scope}"`, before, now });
      }
    }
  }
  rememberPairs(world, pairs, 'the model declares no RPC that changes nothing and answers the same each time');
}

/** Each RPC that reads debug data, and the answers of all other harmless ones, before it and after it. */
export async function watchReading(world: FwctlWorld): Promise<void> {
  const readers = harmlessRpcs().filter(({ scope }) => scope === 'debug read only');
  if (readers.length === 0) throw new NotApplicable('the model declares no RPC that reads debug data');
  const pairs: AnswerPair[] = [];
  for (const reader of readers) {
    const before = await steadyAnswers(
      world,
      harmlessRpcs().filter((rpc) => rpc !== reader),
    );
    for (let time = 0; time < TIMES; time += 1) await answer(world, reader);
    pairs.push(...(await compareSteady(world, before, `after "${reader.name}"`)));
  }
  rememberPairs(world, pairs, 'the model declares no other RPC that answers the same each time');
}

/** For the step that judges them. Where there are none, the model leaves nothing to compare, which is no fault of the subject: `nothing` says why. */
export function rememberPairs(world: FwctlWorld, pairs: readonly AnswerPair[], nothing: string): void {
  if (pairs.length === 0) throw new NotApplicable(nothing);
  modelledMemory(world).pairs = pairs;
}

export function harmlessRpcs(): readonly ModelRpc[] {
  return modelOfRun().rpcs.filter((rpc) => isHarmless(rpc, rpc.scope));
}

export async function compare(world: FwctlWorld, before: Answers, when: string, caller: string = BOTH[0]): Promise<readonly AnswerPair[]> {
  const pairs: AnswerPair[] = [];
  for (const [rpc, answered] of before) {
    const now = await answer(world, rpc, caller);
    pairs.push({ what: `"${rpc.name}" ${when}`, before: answered, now });
  }
  return pairs;
}

/** The same where the answers should be alike; those that turn out to differ by themselves, or to count, are left out. */
export async function compareSteady(
  world: FwctlWorld,
  before: Answers,
  when: string,
  caller: string = BOTH[0],
  mayCount?: () => Promise<unknown>,
): Promise<readonly AnswerPair[]> {
  const pairs: AnswerPair[] = [];
  for (const [rpc, answered] of before) {
    const now = await answer(world, rpc, caller);
    if (await decides(world, () => answer(world, rpc, caller), answered, now, mayCount))
      pairs.push({ what: `"${rpc.name}" ${when}`, before: answered, now });
  }
  return pairs;
}

/** In which scenarios an answer was another one and said something. */
const DECIDED = new ScenarioMemory<true>();

/** Whether to compare the answers. The first that says something decides the scenario, so that no other has to be asked for again. */
export async function decides(world: FwctlWorld, ...asked: Parameters<typeof isTelling>): Promise<boolean> {
  const [, before, now] = asked;
  if (before === now || DECIDED.get(world) === true) return true;
  if (!(await isTelling(...asked))) return false;
  DECIDED.set(world, true);
  return true;
}

/**
 * Whether an answer that is another one than before says anything: a clock of seconds may have gone on, and of a bit that changes
 * with each answer two may have been alike by chance. So it is asked for again for a while, each time behind what may
 * be counted, if anything. How often is settled, so that the same subject is always asked the same.
 */
async function isTelling(
  ask: () => Promise<string>,
  before: string,
  now: string,
  mayCount: () => Promise<unknown> = async () => {},
): Promise<boolean> {
  if (before === now) return true;
  const later: string[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await mayCount();
    // Two at once, so that a bit of turns changes between them whatever others have asked.
    later.push(await ask(), await ask());
    if (differsByItself(later, before, now)) return false;
    await pause();
  }
  return true;
}

/** What comes once and goes away for good has been changed by somebody; so has what stays. */
function differsByItself(later: readonly string[], before: string, now: string): boolean {
  return later.some((one, index) => (one !== before && one !== now) || (one === now && later[index - 1] === before));
}

/** Together they take longer than a second. */
const TURNS = 20;
/** In ms. */
const PAUSE = 60;

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAUSE));
}

/** The answers of those of the RPCs that give the same one twice, when all are asked once and then all once more. */
export async function steadyAnswers(
  world: FwctlWorld,
  rpcs: readonly ModelRpc[],
  [first, second]: readonly [string, string] = [BOTH[0], BOTH[0]],
): Promise<Answers> {
  const once = await answers(world, rpcs, first);
  const again = await answers(world, rpcs, second);
  return new Map([...once].filter(([rpc, answered]) => again.get(rpc) === answered));
}

async function answers(world: FwctlWorld, rpcs: readonly ModelRpc[], caller: string): Promise<Answers> {
  const given = new Map<ModelRpc, string>();
  for (const rpc of rpcs) given.set(rpc, await answer(world, rpc, caller));
  return given;
}

export async function answer(world: FwctlWorld, rpc: ModelRpc, caller: string = BOTH[0]): Promise<string> {
  await world.callerNamed(caller).make(draftOf(rpc, rpc.scope));
  return answerOf(world, caller, rpc);
}

function answerOf(world: FwctlWorld, caller: string, { name }: ModelRpc): string {
  const { outcome, data } = world.callerNamed(caller).takeResult();
  expectSuccess(world, `"${name}" of ${caller}`, outcome);
  return Buffer.from(data).toString('hex');
}
