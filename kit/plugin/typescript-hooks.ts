import { create, createEsmHooks } from 'ts-node';

/**
 * How Node.js loads a driver in TypeScript: as a module, wherever it lies, whatever settings lie beside it, and whether
 * the nearest package.json says that it is one or not.
 */
const hooks = createEsmHooks(
  create({
    transpileOnly: true,
    skipProject: true,
    moduleTypes: { '/**/*.ts': 'esm' },
    compilerOptions: { module: 'ES2022', moduleResolution: 'Node10', target: 'ES2022' },
  }),
);

if (!('load' in hooks)) throw new Error('this ts-node has not the hooks of this Node.js');
export const { resolve, load } = hooks;
