import { type ModelRpc, witnessNames } from '../../kit/model/model.js';
import { SCOPES } from '../../kit/uapi/scope.js';
import { BOTH, OTHER } from './caller.js';
import { infoWithRoom } from './drafting.js';
import {
  type AnswerPair,
  type Attempt,
  attempt,
  attemptEach,
  beginsWith,
  everyTry,
  harmlessTries,
  modelledMemory,
  modelOfRun,
  READING,
} from './modelled.js';
import { type Answers, answer, compare, compareSteady, harmlessRpcs, rememberPairs, steadyAnswers } from './modelled-answers.js';
import { openForOther, sendWholeHistory } from './modelled-senders.js';
import { NotApplicable } from './not-testable.js';
import { openAgain } from './opening.js';
import type { FwctlWorld } from './world.js';

/**
 * Each RPC whose change waits for a reset, and the answer that will show the change, before it, after it, and when all
 * of them have been made.
 */
export async function watchDelayedChanges(world: FwctlWorld): Promise<void> {
  const pairs: AnswerPair[] = [];
  const made: { readonly name: string; readonly before: Answers }[] = [];
  for (const change of delayedChanges()) {
    const before = await witnessed(world, change);
    await answer(world, change);
    pairs.push(...(await compareSteady(world, before, `after "${change.name}"`)));
    made.push({ name: change.name, before });
  }
  for (const { name, before } of made) pairs.push(...(await compareSteady(world, before, `after "${name}" and all others that wait`)));
  rememberDelayed(world, pairs);
}

/**
 * Each RPC whose change waits for a reset, in every greater scope and once more, and then all that may make it live before
 * its time: another file that is opened and closed, info, and what others send. Whoever asks is told what there was.
 */
export async function watchDelayedChangesLong(world: FwctlWorld): Promise<void> {
  const changes = delayedChanges();
  const witnesses = modelOfRun().rpcs.filter((rpc) => isWitness(rpc, changes));
  const [before, alike] = await steadyAcrossFiles(world, witnesses);
  for (const change of changes) await attemptEach(world, everyTry([change], SCOPES.slice(SCOPES.indexOf(change.scope))));
  await sendWholeHistory(world);
  await world.caller.make(infoWithRoom(16));
  world.caller.takeResult();
  await openAgain(world);
  await world.caller.close();
  // What was sent and refused meanwhile may be counted, and told.
  const history = (): Promise<void> => sendWholeHistory(world);
  const behind = await compareSteady(world, before, 'behind all that followed', BOTH[0], history);
  await openForOther(world);
  rememberDelayed(world, [...behind, ...(await compareSteady(world, alike, 'for a caller who has come later', OTHER, history))]);
}

/** The answers to the caller, and those that are the same to another one; both stay as they are when files are opened and closed. */
async function steadyAcrossFiles(world: FwctlWorld, rpcs: readonly ModelRpc[]): Promise<readonly [Answers, Answers]> {
  const before = await steadyAnswers(world, rpcs);
  await openForOther(world);
  const alike = await steadyAnswers(world, rpcs, BOTH);
  await world.callerNamed(OTHER).close();
  const again = await steadyAnswers(world, rpcs);
  await openForOther(world);
  const alikeAgain = await steadyAnswers(world, rpcs, BOTH);
  await world.callerNamed(OTHER).close();
  return [inBoth(before, again), inBoth(alike, alikeAgain)];
}

function inBoth(one: Answers, other: Answers): Answers {
  return new Map([...one].filter(([rpc, answered]) => other.get(rpc) === answered));
}

/** The same, with a reset behind each change that an RPC shows; one that none shows may only prepare the next. */
export async function watchResets(world: FwctlWorld): Promise<void> {
  const pairs: AnswerPair[] = [];
  for (const change of delayedChanges()) {
    const before = await witnessed(world, change);
    await answer(world, change);
    if (change.shownBy === undefined) continue;
    await world.device.reset('cold');
    pairs.push(...(await compare(world, before, `after "${change.name}" and a reset`)));
  }
  rememberDelayed(world, pairs);
}

/** The same with full debug, and with the file closed before the reset. */
export async function watchResetsOfClosedFiles(world: FwctlWorld): Promise<void> {
  const pairs: AnswerPair[] = [];
  for (const change of delayedChanges()) {
    const before = await witnessed(world, change);
    await attempt(world, change, 'debug write full');
    if (change.shownBy === undefined) continue;
    await world.caller.close();
    await world.device.reset('cold');
    await openAgain(world);
    pairs.push(...(await compare(world, before, `after "${change.name}" with full debug, a close and a reset`)));
  }
  rememberDelayed(world, pairs);
}

/** What drivers and VMs rely on is what the function tells without debugging. */
export async function watchRunTimeChanges(world: FwctlWorld): Promise<void> {
  await watchEachRunTimeChange(world, async (change, others) => {
    const before = await steadyAnswers(world, others);
    await answer(world, change);
    return compareSteady(world, before, `after "${change.name}"`);
  });
}

/** The same when each was made in its greatest scopes, and made once more; another caller asks, too. */
export async function watchRunTimeChangesLong(world: FwctlWorld): Promise<void> {
  await watchEachRunTimeChange(world, async (change, others) => {
    const before = await steadyAnswers(world, others);
    const alike = await steadyAnswers(world, others, BOTH);
    await attemptEach(world, everyTry([change], SCOPES.slice(SCOPES.indexOf(change.scope))));
    return [
      ...(await compareSteady(world, before, `after "${change.name}"`)),
      ...(await compareSteady(world, alike, `after "${change.name}", for another caller`, OTHER)),
    ];
  });
}

/** `watch` makes one of the changes, and compares the answers of the `others`, which change nothing and do not show it. */
async function watchEachRunTimeChange(
  world: FwctlWorld,
  watch: (change: ModelRpc, others: readonly ModelRpc[]) => Promise<readonly AnswerPair[]>,
): Promise<void> {
  const changes = modelOfRun().rpcs.filter(({ effect }) => effect === 'transparent');
  if (changes.length === 0) throw new NotApplicable('the model declares no change at run time that is transparent');
  const pairs: AnswerPair[] = [];
  for (const change of changes) {
    const others = harmlessRpcs().filter(({ name, scope }) => scope === 'configuration' && !witnessNames(change).includes(name));
    pairs.push(...(await watch(change, others)));
  }
  rememberPairs(world, pairs, 'the model declares no other RPC for configuration that answers the same each time');
}

/** Each change that scope configuration admits, with all RPCs that change nothing behind it; and those once more after a reset, where one is waited for. */
export async function configureAndUse(world: FwctlWorld): Promise<void> {
  const changes = configuringRpcs();
  const users = await carriedOut(world);
  const served: AnswerPair[] = [];
  for (const [index, change] of changes.entries()) {
    await answer(world, change);
    served.push(...(await use(world, users, changes.slice(0, index + 1), `after "${change.name}"`)));
  }
  if (changes.some(({ effect }) => effect === 'at reset')) {
    await world.device.reset('cold');
    served.push(...(await use(world, users, changes, 'after the reset')));
  }
  modelledMemory(world).pairs = served;
}

/** All changes that scope configuration admits; then somebody else opens the device, and sends what changes nothing in every scope that only reads. */
export async function configureAndUseElsewhere(world: FwctlWorld): Promise<void> {
  const changes = configuringRpcs();
  const users = await carriedOut(world);
  for (const change of changes) await answer(world, change);
  await openForOther(world);
  const served: AnswerPair[] = [];
  for (const [rpc, scope] of harmlessTries(READING)) {
    if (!users.includes(rpc)) continue;
    const now = servedBy(await attempt(world, rpc, scope, world.callerNamed(OTHER)), isWitness(rpc, changes));
    served.push({ what: `"${rpc.name}" in scope "${scope}" of another caller`, before: SERVED, now });
  }
  modelledMemory(world).pairs = served;
}

function configuringRpcs(): readonly ModelRpc[] {
  const changes = modelOfRun().rpcs.filter(({ effect, scope }) => effect !== 'none' && scope === 'configuration');
  if (changes.length === 0) throw new NotApplicable('the model declares no change for scope configuration');
  return changes;
}

const SERVED = 'carried out';

/** Of the RPCs that change nothing those that are carried out before anything is configured, and so have to be behind it. */
async function carriedOut(world: FwctlWorld): Promise<readonly ModelRpc[]> {
  const users: ModelRpc[] = [];
  for (const rpc of harmlessRpcs()) if (servedBy(await attempt(world, rpc, rpc.scope), false) === SERVED) users.push(rpc);
  if (users.length === 0) throw new NotApplicable('no RPC that the model declares to change nothing is carried out');
  return users;
}

async function use(
  world: FwctlWorld,
  users: readonly ModelRpc[],
  changes: readonly ModelRpc[],
  when: string,
): Promise<readonly AnswerPair[]> {
  const served: AnswerPair[] = [];
  for (const rpc of users) {
    const now = servedBy(await attempt(world, rpc, rpc.scope), isWitness(rpc, changes));
    served.push({ what: `"${rpc.name}" ${when}`, before: SERVED, now });
  }
  return served;
}

function isWitness({ name }: ModelRpc, changes: readonly ModelRpc[]): boolean {
  return changes.some((change) => witnessNames(change).includes(name));
}

/**
 * By its errno, or by the statuses that the model knows of its firmware. What shows a change may show it by a status, such as
 * that there is no such thing any more.
 */
function servedBy({ outcome, data }: Attempt, mayHaveStatus: boolean): string {
  if (!outcome.ok) return outcome.errno;
  if (mayHaveStatus) return SERVED;
  const { statuses = [] } = modelOfRun();
  const failed = 'impossible' in statuses ? undefined : statuses.find(({ status }) => beginsWith(data, status));
  return failed === undefined ? SERVED : `the status of "${failed.name}"`;
}

function delayedChanges(): readonly ModelRpc[] {
  return modelOfRun().rpcs.filter(({ effect }) => effect === 'at reset');
}

function witnessed(world: FwctlWorld, change: ModelRpc): Promise<Answers> {
  return steadyAnswers(
    world,
    modelOfRun().rpcs.filter((rpc) => isWitness(rpc, [change])),
  );
}

function rememberDelayed(world: FwctlWorld, pairs: readonly AnswerPair[]): void {
  rememberPairs(world, pairs, 'the model declares no change at a reset that an RPC shows (shownBy)');
}
