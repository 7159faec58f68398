import { hexBytes, type ModelRequest, type ModelRpc, namedItems, requestBytes, type Secret } from '../../kit/model/model.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { type Attempt, attemptEach, listed, modelOfRun, type SendOne, type Try } from './modelled.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

const ANSWERS_OF_WORLD = new ScenarioMemory<readonly Attempt[]>();

function secretsOfModel(): readonly Secret[] {
  return listed(modelOfRun().secrets, 'which bytes only full debug may see ("secrets")');
}

/** How much more room there is than the model gives, in bytes. */
const MORE_ROOM = 4096;

/** Each RPC of the model in each scope below full debug, also what the firmware does not carry out; what is refused gives no answer. */
export async function sendBelowFullDebug(world: FwctlWorld, send?: SendOne): Promise<void> {
  secretsOfModel();
  const rpcs: readonly ModelRequest[] = [...modelOfRun().rpcs, ...namedItems(modelOfRun().statuses)];
  await lookInto(
    world,
    rpcs.flatMap((rpc) => BELOW_FULL_DEBUG.map((scope) => [rpc, scope] as const)),
    send,
  );
}

/** Each RPC of the model with more room than it needs, and cut to every shorter length. */
export async function sendOtherLengths(world: FwctlWorld): Promise<void> {
  secretsOfModel();
  const rpcs = modelOfRun().rpcs.filter(({ scope }) => BELOW_FULL_DEBUG.includes(scope));
  const lengths = rpcs.flatMap((rpc) => [{ ...rpc, room: rpc.room + MORE_ROOM }, ...cutShort(rpc)].map((one) => [one, rpc.scope] as const));
  await world.machine.inShort('each RPC with more room, and cut to each shorter length', async () => {
    await lookInto(world, lengths);
    return 'all came back';
  });
}

function cutShort(rpc: ModelRpc): readonly ModelRequest[] {
  const whole = requestBytes(rpc);
  return Array.from({ length: whole.length - 1 }, (_, index) => {
    const length = whole.length - 1 - index;
    return { name: `${rpc.name}, cut to ${length} bytes`, request: Buffer.from(whole.subarray(0, length)).toString('hex'), room: rpc.room };
  });
}

async function lookInto(world: FwctlWorld, tries: readonly Try[], send?: SendOne): Promise<void> {
  const answers = (await attemptEach(world, tries, send)).filter(({ outcome }) => outcome.ok);
  if (answers.length === 0) throw new NotApplicable('no RPC of the model is answered below full debug');
  ANSWERS_OF_WORLD.set(world, answers);
}

export function expectSecretsKept(world: FwctlWorld): void {
  const answers = ANSWERS_OF_WORLD.get(world) ?? [];
  world.judge.expect('answers that were looked into', 'at least one', answers.length > 0 ? 'at least one' : 'none');
  const told = answers.flatMap(({ what, data }) =>
    secretsOfModel()
      .filter(({ bytes }) => Buffer.from(data).includes(Buffer.from(hexBytes(bytes))))
      .map(({ name }) => `${name} in the answer to ${what}`),
  );
  world.judge.expectNothing('secrets that were told', told);
}
