import { SCOPE_NUMBERS } from '../uapi/scope.js';
import {
  type AllocatingRpc,
  BEYOND,
  DISALLOWED,
  disallowedRpcs,
  knownBytes,
  type Model,
  type ModelRequest,
  type ModelRpc,
  namedItems,
  requestBytes,
  rpcsBeyond,
  type Tool,
  witnessNames,
} from './model.js';

type Path = readonly (string | number)[];

/** Where a model contradicts itself or a rule. `path` leads to the place in the document. */
export type Contradiction = { readonly path: Path; readonly message: string };

type Placed<Request extends ModelRequest = ModelRequest> = { readonly rpc: Request; readonly path: Path };

/** What no implementation could keep, so that there is nothing to judge. */
export function findContradictions(model: Model): readonly Contradiction[] {
  const admitted = placed(model.rpcs, ['rpcs']);
  const below = DISALLOWED.flatMap((behaviour) => placed(disallowedRpcs(model, behaviour), ['disallowed', behaviour]));
  const beyond = BEYOND.flatMap((what) => placed(rpcsBeyond(model, what), ['functions', what]));
  const unknown = placed(namedItems(model.unknown), ['unknown']);
  const forbidden = [...placed(model.never, ['never']), ...below, ...beyond, ...unknown];
  const judgedBelow = placed(model.judgedByFirmware?.rpcs ?? [], ['judgedByFirmware', 'rpcs']);
  const allocating = placed(namedItems(model.allocations), ['allocations']);
  const holding = allocating.flatMap(({ rpc, path }) => placed(rpc.usedBy ?? [], [...path, 'usedBy']));
  const failing = placed(namedItems(model.statuses), ['statuses']);
  const unanswered = placed(namedItems(model.unanswered), ['unanswered']);
  return [
    ...admitted.flatMap(({ rpc, path }) => effectAgainstScope(rpc).map((message) => ({ path: [...path, 'scope'], message }))),
    ...[...admitted, ...allocating].flatMap(({ rpc, path }) =>
      witnessNames(rpc).flatMap((name) => unknownWitness(name, model).map((message) => ({ path: [...path, 'shownBy'], message }))),
    ),
    ...[...forbidden, ...judgedBelow].flatMap((refused) => twins(refused, admitted)),
    ...allocating.flatMap(handlesElsewhere),
    ...allocating.flatMap((one) => shownElsewhere(one, model)),
    ...namesakes([...admitted, ...forbidden, ...judgedBelow, ...allocating, ...holding, ...failing, ...unanswered]),
    ...againstKind(model),
    ...unknownChildren(model),
    ...againstTools(model),
  ];
}

function placed<Request extends ModelRequest>(rpcs: readonly Request[], path: Path): readonly Placed<Request>[] {
  return rpcs.map((rpc, index) => ({ rpc, path: [...path, index] }));
}

/** What full debug may do is no contradiction of what the lesser scopes may not. */
function twins({ rpc, path }: Placed, admitted: readonly Placed<ModelRpc>[]): readonly Contradiction[] {
  const isBelowOnly = path[0] !== 'never';
  const twin = admitted.find(
    ({ rpc: other }) =>
      !(isBelowOnly && other.scope === 'debug write full') && Buffer.compare(requestBytes(other), requestBytes(rpc)) === 0,
  );
  return twin === undefined ? [] : [{ path: [...path, 'request'], message: `the same request is admitted as "${twin.rpc.name}"` }];
}

function namesakes(rpcs: readonly Placed[]): readonly Contradiction[] {
  const names = rpcs.map(({ rpc }) => rpc.name);
  return rpcs.flatMap(({ rpc: { name }, path }, index) =>
    names.indexOf(name) === index ? [] : [{ path: [...path, 'name'], message: `another RPC is called "${name}", too` }],
  );
}

function unknownWitness(shownBy: string, { rpcs }: Model): readonly string[] {
  const witness = rpcs.find(({ name }) => name === shownBy);
  if (witness === undefined) return [`no RPC is called "${shownBy}"`];
  return witness.effect === 'none' ? [] : [`"${shownBy}" changes something itself, so that its answer shows nothing`];
}

/** A handle that there is no room for, in the answer to the allocation or in the request. */
function handlesElsewhere({ rpc: { name, room, usedBy = [] }, path }: Placed<AllocatingRpc>): readonly Contradiction[] {
  return placed(usedBy, [...path, 'usedBy']).flatMap(({ rpc, path: use }) => {
    if (rpc.handle === undefined) return [];
    const { inAnswer, inRequest, length } = rpc.handle;
    const whole = requestBytes(rpc).length;
    return [
      ...overrun([...use, 'handle', 'inAnswer'], inAnswer + length, room, `the answer to "${name}"`),
      ...overrun([...use, 'handle', 'inRequest'], inRequest + length, whole, 'the request'),
    ];
  });
}

/** The same of what shows that something is taken. */
function shownElsewhere({ rpc: { shownBy, shownAt }, path }: Placed<AllocatingRpc>, { rpcs }: Model): readonly Contradiction[] {
  const witness = rpcs.find(({ name }) => name === shownBy);
  if (shownAt === undefined || witness === undefined) return [];
  return overrun([...path, 'shownAt', 'at'], shownAt.at + shownAt.length, witness.room, `the answer to "${shownBy}"`, 'what is shown');
}

function overrun(path: Path, end: number, length: number, what: string, which = 'the handle'): readonly Contradiction[] {
  return end <= length ? [] : [{ path, message: `${which} ends at byte ${end}, and ${what} at byte ${length}` }];
}

/** Source: Documentation/userspace-api/fwctl/fwctl.rst, Scope of Action. */
function againstKind({ functions }: Model): readonly Contradiction[] {
  if (functions?.kind === 'virtual machine' && !('impossible' in functions.children))
    return [{ path: ['functions', 'children'], message: 'a function of a VM is scoped within the VM, and has no children' }];
  if (functions?.kind === 'privileged' && functions.global !== undefined)
    return [{ path: ['functions', 'global'], message: 'a privileged function may reach the state of the whole device' }];
  return [];
}

function unknownChildren({ functions, rpcs }: Model): readonly Contradiction[] {
  if (functions === undefined || 'impossible' in functions.children) return [];
  return functions.children.flatMap((child, index) =>
    rpcs.some(({ name }) => name === child) ? [] : [{ path: ['functions', 'children', index], message: `no RPC is called "${child}"` }],
  );
}

/** Source: Documentation/userspace-api/fwctl/fwctl.rst, fwctl Driver design: what only debugs need not stay as it is. */
function againstTools({ tools: listed, rpcs }: Model): readonly Contradiction[] {
  const tools = namedItems(listed);
  const names = tools.map(({ name }) => name);
  return tools.flatMap((tool, index) => {
    const path = ['tools', index];
    const rpc = rpcs.find(({ name }) => name === tool.rpc);
    const wrong = rpc === undefined ? [`no RPC is called "${tool.rpc}"`] : whyNoTool(rpc);
    return [
      ...(names.indexOf(tool.name) === index ? [] : [{ path: [...path, 'name'], message: `another tool is called "${tool.name}", too` }]),
      ...wrong.map((message) => ({ path: [...path, 'rpc'], message })),
      ...longerThanRoom(tool, rpc).map((message) => ({ path: [...path, 'answer'], message })),
    ];
  });
}

function whyNoTool({ name, scope, effect }: ModelRpc): readonly string[] {
  if (scope !== 'configuration') return [`"${name}" needs scope "${scope}", and what only debugs may change with the firmware`];
  return effect === 'none' ? [] : [`"${name}" changes something, so that it cannot be tried without a trace`];
}

function longerThanRoom(tool: Tool, rpc: ModelRpc | undefined): readonly string[] {
  const { length } = knownBytes(tool);
  if (rpc === undefined || length <= rpc.room) return [];
  return [`the answer is ${length} bytes long, but "${rpc.name}" has room for ${rpc.room}`];
}

/** Source: Documentation/userspace-api/fwctl/fwctl.rst and include/uapi/fwctl/fwctl.h, enum fwctl_rpc_scope. */
function effectAgainstScope({ scope, effect }: ModelRpc): readonly string[] {
  if (effect === 'immediate' && SCOPE_NUMBERS[scope] < SCOPE_NUMBERS['debug write'])
    return [`a change that takes effect at once needs scope "debug write" or a greater one (rule driver-least-scope), not "${scope}"`];
  if (effect !== 'none' && scope === 'debug read only')
    return [`scope "debug read only" only reads (rule driver-least-scope), but the effect is "${effect}"`];
  return [];
}
