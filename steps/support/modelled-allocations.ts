import type { AllocatingRpc, ModelRpc } from '../../kit/model/model.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { thereAndBack } from './admission.js';
import { type Caller, OTHER } from './caller.js';
import { expectOpened } from './expectations.js';
import { attempt, attemptEach, belowLeastScope, draftOf, everyTry, listed, modelOfRun } from './modelled.js';
import { answer, decides } from './modelled-answers.js';
import { NotModelled } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** What became of an RPC that allocates, and of what it took; answers in hex. */
type Taking = { readonly name: string; readonly admitted: readonly Scope[]; readonly before: string; readonly after: string };

const TAKINGS_OF_WORLD = new ScenarioMemory<readonly Taking[]>();

/** Each RPC that allocates, in every scope through a file of its own; the caller looks before, meanwhile, and when that file is closed. */
export async function takeAndClose(world: FwctlWorld): Promise<void> {
  const takings: Taking[] = [];
  for (const rpc of listed(modelOfRun().allocations, 'which RPCs allocate in the firmware ("allocations")')) {
    const { isShown, ...taking } = await takeOne(world, rpc);
    if (!isShown) throw notShown(rpc);
    takings.push(taking);
  }
  TAKINGS_OF_WORLD.set(world, takings);
}

/** The same twice over, with files that take more and have been refused something, while the caller keeps what it has taken itself. */
export async function takeAndCloseAgain(world: FwctlWorld): Promise<void> {
  const takings: Taking[] = [];
  const rpcs = listed(modelOfRun().allocations, 'which RPCs allocate in the firmware ("allocations")');
  await attemptEach(world, everyTry(rpcs, [SCOPES[0]]));
  for (const rpc of [...rpcs, ...rpcs]) {
    // Where something is left behind there may be no place for more; nor need there be beside what the caller keeps, so that none is shown.
    if (!takings.some(isKept)) takings.push(await takeOne(world, rpc, thereAndBack(SCOPES), sendRefused));
  }
  TAKINGS_OF_WORLD.set(world, takings);
}

const isKept = ({ before, after }: Taking): boolean => before !== after;

async function sendRefused(world: FwctlWorld, taker: Caller): Promise<void> {
  for (const [rpc, scope] of belowLeastScope()) await attempt(world, rpc, scope, taker);
}

async function takeOne(
  world: FwctlWorld,
  rpc: AllocatingRpc,
  scopes: readonly Scope[] = SCOPES,
  prepare: (world: FwctlWorld, taker: Caller) => Promise<void> = async () => {},
): Promise<Taking & { readonly isShown: boolean }> {
  const before = await look(world, rpc);
  const taker = world.callerNamed(OTHER);
  await taker.open(world.device.node);
  expectOpened(world, OTHER);
  await prepare(world, taker);
  const admitted: Scope[] = [];
  for (const scope of scopes) {
    await taker.make(draftOf(rpc, scope));
    if (taker.takeResult().outcome.ok) admitted.push(scope);
  }
  const isShown = admitted.length === 0 || (await look(world, rpc)) !== before;
  await taker.close();
  const after = await look(world, rpc);
  // How many files there were may be counted, and told.
  await expectTelling(world, rpc, before, after, async () => {
    await taker.open(world.device.node);
    expectOpened(world, OTHER);
    await taker.close();
  });
  return { name: rpc.name, admitted: [...new Set(admitted)], before, after, isShown };
}

export function notShown({ name, shownBy }: AllocatingRpc): NotModelled {
  return new NotModelled(`the answer of "${shownBy}" does not show what "${name}" takes`);
}

/** That the answers of the RPC that shows it do not become others by themselves, or by what may be counted. */
export async function expectTelling(
  world: FwctlWorld,
  rpc: AllocatingRpc,
  before: string,
  now: string,
  mayCount: () => Promise<unknown>,
): Promise<void> {
  if (!(await decides(world, () => lookOnce(world, rpc), before, now, mayCount))) throw differing(rpc);
}

function differing({ name, shownBy }: AllocatingRpc): NotModelled {
  return new NotModelled(`the answers of "${shownBy}" differ by themselves, and so do not show what "${name}" takes`);
}

/** What the RPC that shows it answers now, in hex, twice alike. */
export async function look(world: FwctlWorld, rpc: AllocatingRpc): Promise<string> {
  const shown = await lookOnce(world, rpc);
  if ((await lookOnce(world, rpc)) !== shown) throw differing(rpc);
  return shown;
}

/** Of the answer, the bytes that the model names, or all. */
async function lookOnce(world: FwctlWorld, { shownBy, shownAt }: AllocatingRpc): Promise<string> {
  const digits = await answer(world, witnessOf(shownBy));
  return shownAt === undefined ? digits : digits.slice(2 * shownAt.at, 2 * (shownAt.at + shownAt.length));
}

function witnessOf(shownBy: string): ModelRpc {
  const witness = modelOfRun().rpcs.find(({ name }) => name === shownBy);
  if (witness === undefined) throw new Error(`the model has no RPC "${shownBy}", which its reader refuses`);
  return witness;
}

export function expectNothingKept(world: FwctlWorld): void {
  const takings = TAKINGS_OF_WORLD.get(world) ?? [];
  world.judge.expect('RPCs that were tried', 'at least one', takings.length > 0 ? 'at least one' : 'none');
  for (const { name, admitted, before, after } of takings) {
    const gone = admitted.length === 0 ? 'nothing' : 'gone when the file is closed';
    const how = admitted.length === 0 ? 'though every scope has refused it' : `taken in "${admitted.join('", "')}"`;
    const became = before === after ? gone : `still there when the file is closed, ${how}`;
    world.judge.expect(`what "${name}" takes`, 'nothing, or gone when the file is closed', became, before === after);
  }
}
