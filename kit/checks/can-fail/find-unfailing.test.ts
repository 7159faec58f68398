import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { shippedModel } from '../../model/shipped.js';
import { SHIPPED_FEATURES } from '../../run/feature-set.js';
import { findUnfailing } from './find-unfailing.js';

const FEATURE = `Feature: Tea

  Scenario: Something is looked at
    Given a device is registered
    And the caller has opened the device
    When the caller sends an RPC in scope "configuration"
    Then the call succeeds

  Scenario: Nothing is looked at
    Given a device is registered
    And the caller has opened the device
    When the caller sends an RPC in scope "configuration"

  Scenario: Only what these subjects do not change is looked at
    Given a device is registered
    And the caller has opened the device
    When the caller sends an RPC in scope "configuration"
    Then the kernel is not tainted
`;

describe('findUnfailing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-can-fail-'));
  after(() => rmSync(folder, { recursive: true }));
  const features = { ...SHIPPED_FEATURES, features: relative(SHIPPED_FEATURES.root, folder) };

  it('finds what holds whatever the subject does', async () => {
    writeFileSync(join(folder, 'tea.feature'), FEATURE);
    const subject = { modelled: 'nvme', model: shippedModel('nvme') } as const;
    const refused = { ok: false, errno: 'ENOLINK' } as const;
    const { scenarios, steps, lookedAt } = await findUnfailing(features, [
      { ...subject, senseless: { name: 'opens nothing', distort: { open: async () => refused } } },
      { ...subject, senseless: { name: 'refuses every call', distort: { ioctl: async () => refused } } },
    ]);
    expect(scenarios.map((text) => text.replace(/^.*\/tea/, 'tea'))).to.deep.equal([
      'tea.feature:9 Nothing is looked at',
      'tea.feature:14 Only what these subjects do not change is looked at',
    ]);
    expect(steps.map((text) => text.replace(/^\S+ /, ''))).to.deep.equal(['the kernel is not tainted']);
    expect(lookedAt).to.equal(3);
  });

  it('does not take nothing for all', async () => {
    writeFileSync(join(folder, 'tea.feature'), '');
    const error = await findUnfailing(features, []).catch((thrown: unknown) => thrown);
    expect(String(error)).to.contain('found no scenario to look at');
  });
});
