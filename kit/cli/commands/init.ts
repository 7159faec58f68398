import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../../catalogue/load.js';
import { cannotWrite, KitError } from '../../errors.js';
import { makeFolder } from '../../make-folder.js';
import { KIT_NAME, KIT_VERSION } from '../../version.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

/** The driver that a new project starts from; it is the one that the examples show. */
const TEMPLATE = 'examples/driver-typescript';
const COPIED = ['driver.ts', 'fwctl-model.yaml'] as const;

const RUN = `${KIT_NAME} run --driver driver.ts --model fwctl-model.yaml`;

const WORKFLOW = `name: fwctl conformance
on: [push, pull_request]
jobs:
  conformance:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npm install
      - run: sh node_modules/${KIT_NAME}/examples/ci/judge.sh
        env: { FWCTL_DRIVER: driver.ts, FWCTL_MODEL: fwctl-model.yaml }
      - uses: actions/upload-artifact@v4
        if: always()
        with: { name: conformance, path: conformance }
`;

/** Writes a project that is judged at once: a driver, its model, and a workflow for CI. Nothing that is there is touched. */
export async function init(directory: string, { cwd, output }: Surroundings): Promise<ExitStatus> {
  const folder = resolve(cwd, directory);
  const files: ReadonlyMap<string, string> = new Map([
    ...COPIED.map((file) => [file, readTemplate(file)] as const),
    ['package.json', packageJson()],
    ['.github/workflows/conformance.yml', WORKFLOW],
  ]);
  const standing = [...files.keys()].filter((file) => existsSync(join(folder, file)));
  if (standing.length > 0) throw inTheWay(folder, standing);
  try {
    for (const [file, text] of files) {
      makeFolder(dirname(join(folder, file)));
      writeFileSync(join(folder, file), text, { flag: 'wx' });
    }
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
  const place = relative(cwd, folder);
  output.write(
    [
      ...[...files.keys()].map((file) => `wrote ${join(place, file)}`),
      '',
      'Now:',
      ...(place === '' ? [] : [`  cd ${place}`]),
      '  npm install',
      '  npm run conform',
      '',
      `Where no registry has ${KIT_NAME} ${KIT_VERSION}, in place of npm install:`,
      `  npm install --save-dev ${KIT_NAME}-${KIT_VERSION}.tgz   # with the path of the tarball of npm pack`,
      '',
      'Then put your operations into driver.ts and what you promise into fwctl-model.yaml.',
      '',
    ].join('\n'),
  );
  return EXIT.conformant;
}

/** The schema of the model lies in the installed package. */
function readTemplate(file: (typeof COPIED)[number]): string {
  const text = readFileSync(fileURLToPath(new URL(`${TEMPLATE}/${file}`, PACKAGE_ROOT)), 'utf8');
  return text.replace('$schema=../../kit/', `$schema=node_modules/${KIT_NAME}/kit/`);
}

function packageJson(): string {
  const manifest = {
    name: 'a-fwctl-driver',
    private: true,
    type: 'module',
    scripts: { conform: RUN },
    devDependencies: { [KIT_NAME]: `^${KIT_VERSION}` },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function inTheWay(folder: string, standing: readonly string[]): KitError {
  return new KitError('usage/in-the-way', {
    summary: 'there is something already where the project would be written',
    expected: `a folder without ${standing.join(', ')}`,
    received: folder,
    attempt: 'init with another folder, such as init my-driver',
  });
}
