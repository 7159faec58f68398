import { hexBytes, type Secret } from '../../kit/model/model.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { type Attempt, attempt, listed, modelOfRun } from './modelled.js';
import { NotApplicable } from './not-testable.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

const ANSWERS_OF_WORLD = new ScenarioMemory<readonly Attempt[]>();

function secretsOfModel(): readonly Secret[] {
  return listed(modelOfRun().secrets, 'which bytes only full debug may see ("secrets")');
}

/** Each RPC of the model in each scope below full debug; what is refused gives no answer. */
export async function sendBelowFullDebug(world: FwctlWorld): Promise<void> {
  secretsOfModel();
  const answers: Attempt[] = [];
  for (const rpc of modelOfRun().rpcs) {
    for (const scope of BELOW_FULL_DEBUG) {
      const answer = await attempt(world, rpc, scope);
      if (answer.outcome.ok) answers.push(answer);
    }
  }
  if (answers.length === 0) throw new NotApplicable('the model declares no RPC below full debug');
  ANSWERS_OF_WORLD.set(world, answers);
}

export function expectSecretsKept(world: FwctlWorld): void {
  const answers = ANSWERS_OF_WORLD.get(world) ?? [];
  world.judge.expect('answers that were looked into', 'at least one', answers.length > 0 ? 'at least one' : 'none');
  for (const { what, data } of answers) {
    const told = secretsOfModel().filter(({ bytes }) => Buffer.from(data).includes(Buffer.from(hexBytes(bytes))));
    world.judge.expectNothing(
      `secrets in the answer to ${what}`,
      told.map(({ name }) => name),
    );
  }
}
