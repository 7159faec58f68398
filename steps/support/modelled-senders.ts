import { namedItems } from '../../kit/model/model.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { type Caller, FIRST, OTHER } from './caller.js';
import { expectOpened } from './expectations.js';
import {
  type Attempt,
  attempt,
  attemptEach,
  draftOf,
  harmlessTries,
  modelOfRun,
  READING,
  readsBelowLeastScope,
  type SendOne,
  type Try,
} from './modelled.js';
import type { FwctlWorld } from './world.js';

/**
 * Either of two callers sends each RPC, while the other has one under way that is admitted: once that one is the first to
 * come, and once the last. `greatest` is the greatest scope that it may need.
 */
export function besideTheOther(greatest: Scope): SendOne {
  return async (world, rpc, scope) => {
    const beside = admittedTry(greatest) ?? [rpc, scope];
    const other = world.callerNamed(OTHER);
    const first = await sendBoth(world.caller, [rpc, scope], other, beside);
    const last = await sendBoth(world.caller, beside, other, [rpc, scope]);
    const what = (sender: string): string => `"${rpc.name}" in scope "${scope}" by ${sender}, beside an RPC of the other`;
    return [
      { ...first[0], what: what(FIRST) },
      { ...last[1], what: what(OTHER) },
    ];
  };
}

/** Either of two callers sends each RPC, one after the other. */
export const byEither: SendOne = async (world, rpc, scope) => [
  ...(await by(FIRST)(world, rpc, scope)),
  ...(await bySecond(world, rpc, scope)),
];

export const bySecond: SendOne = by(OTHER);

function by(who: string): SendOne {
  return async (world, rpc, scope) => {
    const { what, outcome, data } = await attempt(world, rpc, scope, world.callerNamed(who));
    return [{ what: `${what} by ${who}`, outcome, data }];
  };
}

type Came = Omit<Attempt, 'what'>;

/** Both are under way before either has come back. */
export async function sendBoth(one: Caller, mine: Try, other: Caller, theirs: Try): Promise<readonly [Came, Came]> {
  one.begin(draftOf(...mine));
  other.begin(draftOf(...theirs));
  await one.finish();
  await other.finish();
  const { outcome, data } = one.takeResult();
  const answered = other.takeResult();
  return [
    { outcome, data },
    { outcome: answered.outcome, data: answered.data },
  ];
}

/** What changes nothing, in the greatest of these scopes that the model has such an RPC for. */
function admittedTry(greatest: Scope): Try | undefined {
  const tries = harmlessTries(SCOPES.slice(0, SCOPES.indexOf(greatest) + 1));
  return [...tries].sort((a, b) => SCOPES.indexOf(a[1]) - SCOPES.indexOf(b[1])).at(-1);
}

export async function openForOther(world: FwctlWorld): Promise<void> {
  await world.callerNamed(OTHER).open(world.device.node);
  expectOpened(world, OTHER);
}

/** What changes nothing in every scope that only reads, admitted and refused; what comes of that is of no interest. */
export async function sendReadingHistory(world: FwctlWorld): Promise<void> {
  await attemptEach(world, [...harmlessTries(READING), ...readsBelowLeastScope()]);
}

/** The same in every scope, and what the firmware does not carry out, which might change something. */
export async function sendWholeHistory(world: FwctlWorld): Promise<void> {
  const failing = namedItems(modelOfRun().statuses).map((rpc): Try => [rpc, rpc.scope]);
  await attemptEach(world, [...harmlessTries(SCOPES), ...readsBelowLeastScope(), ...failing]);
}
