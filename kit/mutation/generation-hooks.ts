import type { InitializeHook, ResolveHook } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What generation.ts hands over. */
export type GenerationOrders = {
  /** The folder of the project. */
  readonly root: string;
  /** The module that stands in for the one that opens subjects. */
  readonly current: string;
};

/** What is loaded anew for each generation. */
const RENEWED = ['reference-impl/', 'devices/'];

let dist = '';
let current = '';

export const initialize: InitializeHook<GenerationOrders> = (orders) => {
  dist = pathToFileURL(`${orders.root}/dist/`).href;
  current = orders.current;
};

/** What a module of a generation imports is of the same generation; and the steps get their subject from the current one. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const resolved = await next(specifier, context);
  const parent = context.parentURL ?? '';
  if (parent === `${dist}steps/support/session.js` && resolved.url === `${dist}kit/subjects/open-subject.js`)
    return { ...resolved, url: current };
  const query = parent.indexOf('?generation=');
  const isRenewed = query >= 0 && RENEWED.some((folder) => resolved.url.startsWith(`${dist}${folder}`));
  return isRenewed ? { ...resolved, url: `${resolved.url}${parent.slice(query)}` } : resolved;
};
