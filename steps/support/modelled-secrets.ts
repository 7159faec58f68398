import { hexBytes, type Secret } from '../../kit/model/model.js';
import { BELOW_FULL_DEBUG } from './admission.js';
import { draftOf, modelOfRun } from './modelled.js';
import { NotApplicable, NotModelled } from './not-testable.js';
import type { FwctlWorld } from './world.js';

/** What came back of one RPC; `what` names RPC and scope. */
type Answer = { readonly what: string; readonly data: Uint8Array };

const ANSWERS_OF_WORLD = new WeakMap<FwctlWorld, readonly Answer[]>();

function secretsOfModel(): readonly Secret[] {
  const { secrets } = modelOfRun();
  if (secrets === undefined) throw new NotModelled('the model does not say which bytes only full debug may see ("secrets")');
  if ('impossible' in secrets) throw new NotApplicable(`the model says: ${secrets.impossible}`);
  return secrets;
}

/** Each RPC of the model in each scope below full debug; what is refused gives no answer. */
export async function sendBelowFullDebug(world: FwctlWorld): Promise<void> {
  secretsOfModel();
  const answers: Answer[] = [];
  for (const rpc of modelOfRun().rpcs) {
    for (const scope of BELOW_FULL_DEBUG) {
      await world.caller.make(draftOf(rpc, scope));
      const { outcome, data } = world.caller.takeResult();
      if (outcome.ok) answers.push({ what: `"${rpc.name}" in scope "${scope}"`, data });
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
