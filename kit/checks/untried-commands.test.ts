import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { findUntriedCommands } from './untried-commands.js';

describe('findUntriedCommands', () => {
  const root = mkdtempSync(join(tmpdir(), 'fwctl-commands-'));
  after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'features/cxl'), { recursive: true });
  writeFileSync(join(root, 'features/cxl/a.feature'), 'Feature: Get Logs, and Identify Memory Device\n');
  const own = { root, features: 'features', steps: 'steps' };

  it('is content with the shipped features', () => {
    expect(findUntriedCommands()).to.deep.equal([]);
  });

  it('names a command that stands there only within the name of another one', () => {
    expect(findUntriedCommands(own, { cxl: ['Identify', 'Identify Memory Device', 'Get Log'] })).to.have.members(['Identify', 'Get Log']);
  });

  it('does not take nothing for content', () => {
    expect(() => findUntriedCommands(own, { mlx5: ['ACCESS_REG'] })).to.throw('found nothing to look at for mlx5');
    expect(() => findUntriedCommands(own, { cxl: [] })).to.throw('found nothing to look at for cxl');
  });
});
