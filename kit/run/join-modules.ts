import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { SHIPPED_FEATURES, stepFiles } from './feature-set.js';
import { JOINED } from './joined.js';

const { root } = SHIPPED_FEATURES;
const folder = join(root, JOINED);

/** Modules that stay as they are: errors, which others compare by class; what is loaded only if needed; and what asks where it lies. */
const stayApart: Plugin = {
  name: 'stay-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const file = resolve(resolveDir, path);
      const isApart =
        kind === 'dynamic-import' || file === join(root, 'dist/kit/errors.js') || readFileSync(file, 'utf8').includes('import.meta');
      return isApart ? { path: relative(folder, file), external: true } : undefined;
    });
  },
};

/** Part of the build: a few files in place of some four hundred, which it would take a tenth of a verdict to find and read. */
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const steps = join(folder, 'all-steps.js');
writeFileSync(
  steps,
  stepFiles(SHIPPED_FEATURES)
    .map((file) => `import ${JSON.stringify(relative(folder, join(root, file)))};\n`)
    .join(''),
);
await build({
  entryPoints: { steps, 'open-subject': join(root, 'dist/kit/subjects/open-subject.js') },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  sourcemap: true,
  plugins: [stayApart],
  logLevel: 'warning',
});
rmSync(steps);
