import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { mutatedFiles } from './mutated-files.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);

describe('mutatedFiles', () => {
  it('has the core and the drivers, and neither firmware nor tests nor variants', () => {
    const all = mutatedFiles(ROOT, []);
    expect(all).to.include.members(['reference-impl/vfs.ts', 'reference-impl/core/rpc.ts', 'devices/cxl/driver/switch/ops.ts']);
    expect(all.filter((file) => /firmware\/|\.test\.|\/broken\/|\/odd\//.test(file))).to.deep.equal([]);
  });

  it('has those of a part', () => {
    expect(mutatedFiles(ROOT, ['reference-impl/core/rpc.ts'])).to.deep.equal(['reference-impl/core/rpc.ts']);
    const mlx5 = mutatedFiles(ROOT, ['devices/mlx5/']);
    expect(mlx5).to.include('devices/mlx5/driver/rpc.ts');
    expect(mlx5.every((file) => file.startsWith('devices/mlx5/driver/'))).to.equal(true);
  });

  it('refuses a part of which nothing is mutated', () => {
    expect(() => mutatedFiles(ROOT, ['devices/mlx5/firmware'])).to.throw('but got "devices/mlx5/firmware"');
  });
});
