import { describe, it } from 'node:test';
import { expect } from 'chai';
import { isAdmitted } from './admission.js';
import type { CxlDriver } from './driver.js';
import { FEATURE_SUPPORT, type FeatureSupport } from './feature-support.js';
import { CXL_DRIVER_PARTS } from './parts.js';

function driverWith(support: FeatureSupport): CxlDriver {
  const link = { payloadSize: 512, execute: () => ({ ok: false, errno: 'ENXIO' }) as const };
  return {
    parts: CXL_DRIVER_PARTS,
    link,
    commands: new Map(),
    support,
    features: [],
    claimed: new Set(),
    lastTransfer: { over: Promise.resolve() },
  };
}

describe('the commands that read features', () => {
  for (const command of ['Get Supported Features', 'Get Feature'] as const)
    it(`are admitted where the device has them: ${command}`, () => {
      const admitted = FEATURE_SUPPORT.filter((support) =>
        isAdmitted(driverWith(support), command, 'debug write full', new Uint8Array(32)),
      );
      expect(admitted).to.deep.equal(['read-only', 'read-write']);
    });
});
