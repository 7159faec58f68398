import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { findTrespasses } from './boundaries.js';

const FOLDERS = ['kit', 'reference-impl', 'devices', 'steps', 'reports'];

function sources(): ReadonlyMap<string, string> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, PACKAGE_ROOT), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => `${folder}/${path}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, PACKAGE_ROOT), 'utf8')]));
}

describe('boundaries', () => {
  it('are kept by every source file', () => {
    const files = sources();
    expect(files.size).to.be.greaterThan(100);
    expect(findTrespasses(files)).to.deep.equal([]);
  });

  const trespasses = {
    'a step that looks at the model': ['steps/a-steps.ts', "import { x } from '../reference-impl/core/rpc.js';"],
    'a core that knows a device': ['reference-impl/core/a.ts', "import { x } from '../../devices/mlx5/mlx5-device.js';"],
    'a firmware that knows the scopes': ['devices/mlx5/firmware/a.ts', "import { x } from '../../../kit/uapi/scope.js';"],
    'a small firmware that knows the scopes': ['devices/unfit/a/firmware.ts', "import { x } from '../../../kit/uapi/scope.js';"],
    'a firmware that knows its driver': ['devices/mlx5/firmware/a.ts', "import { x } from '../driver/rpc.js';"],
    'a driver that looks into the core': ['devices/mlx5/driver/a.ts', "import { x } from '../../../reference-impl/core/rpc.js';"],
    'an oracle that asks what it judges': ['kit/programs/oracle/a.ts', "import { x } from '../../../reference-impl/core/rpc.js';"],
    'an oracle that knows how to open what it judges': ['kit/programs/oracle/a.ts', "import { x } from '../../subjects/open-subject.js';"],
    'random programs that judge as the steps do': ['kit/programs/a.ts', "import { x } from '../../steps/support/expectations.js';"],
    'a report that looks at a subject': ['reports/document/a.ts', "import { x } from '../../reference-impl/reference-subject.js';"],
    'a command that imports steps': ['kit/cli/a.ts', "import { x } from '../../steps/support/world.js';"],
    'a file in no known folder': ['elsewhere/a.ts', "import { x } from '../kit/result.js';"],
  } as const;
  for (const [what, [file, text]] of Object.entries(trespasses)) {
    it(`forbid ${what}`, () => {
      expect(findTrespasses(new Map([[file, text]]))).to.have.length(1);
    });
  }

  it('cannot be kept by looking at nothing', () => {
    expect(() => findTrespasses(new Map())).to.throw('found no import');
  });
});
