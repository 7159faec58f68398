import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export type DefinitionPlace = { readonly line: number; readonly uri: string };

/**
 * What cucumber asks of each step, hook and parameter type: where it is defined, relative to a folder. Cucumber itself
 * has the stack written as text, and read again. `cucumber` is a file in the folder that its modules are in.
 */
export function findsDefinitions(cucumber: string): (folder: string) => DefinitionPlace {
  const insides = [dirname(cucumber), fileURLToPath(import.meta.url), import.meta.url];
  const paths = new Map<string, string>();
  return (folder) => {
    const site = callSites().find((candidate) => !insides.some((inside) => candidate.getFileName()?.startsWith(inside)));
    const file = site?.getFileName() ?? 'unknown';
    const uri = paths.get(file) ?? relative(folder, file.startsWith('file:') ? fileURLToPath(file) : file);
    paths.set(file, uri);
    return { line: site?.getLineNumber() ?? 0, uri };
  };
}

function callSites(): readonly NodeJS.CallSite[] {
  const usual = Error.prepareStackTrace;
  const seen: NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_error, sites) => seen.push(...sites);
  const { stack } = new Error();
  Error.prepareStackTrace = usual;
  return stack === undefined ? [] : seen;
}
