import { SCOPE_NUMBERS } from '../uapi/scope.js';
import { type Model, type ModelRpc, requestBytes } from './model.js';

/** Where a model contradicts itself or a rule. `path` leads to the place in the document. */
export type Contradiction = { readonly path: readonly (string | number)[]; readonly message: string };

/** What no implementation could keep, so that there is nothing to judge. */
export function findContradictions({ rpcs, never }: Model): readonly Contradiction[] {
  const names = [...rpcs, ...never].map(({ name }) => name);
  return [
    ...rpcs.flatMap((rpc, index) => effectAgainstScope(rpc).map((message) => ({ path: ['rpcs', index, 'scope'], message }))),
    ...never.flatMap((forbidden, index) => {
      const twin = rpcs.find((rpc) => Buffer.compare(requestBytes(rpc), requestBytes(forbidden)) === 0);
      return twin === undefined ? [] : [{ path: ['never', index, 'request'], message: `the same request is admitted as "${twin.name}"` }];
    }),
    ...names.flatMap((name, index) => {
      if (names.indexOf(name) === index) return [];
      const path = index < rpcs.length ? ['rpcs', index, 'name'] : ['never', index - rpcs.length, 'name'];
      return [{ path, message: `another RPC is called "${name}", too` }];
    }),
  ];
}

/** Source: Documentation/userspace-api/fwctl/fwctl.rst and include/uapi/fwctl/fwctl.h, enum fwctl_rpc_scope. */
function effectAgainstScope({ scope, effect }: ModelRpc): readonly string[] {
  if (effect === 'immediate' && SCOPE_NUMBERS[scope] < SCOPE_NUMBERS['debug write'])
    return [`a change that takes effect at once needs scope "debug write" or a greater one (rule driver-least-scope), not "${scope}"`];
  if (effect === 'at reset' && scope === 'debug read only')
    return ['scope "debug read only" only reads (rule driver-least-scope), but the effect is "at reset"'];
  return [];
}
