import type { CallerRights } from '../../kit/subject/operations.js';

/** The process that makes a call. */
export type Task = { readonly comm: string; readonly pid: number; rights: CallerRights };

/** capable(): root in a child user namespace does not count. */
export function capable(task: Task, capability: string): boolean {
  return task.rights.userNamespace === 'initial' && task.rights.capabilities.includes(capability);
}
