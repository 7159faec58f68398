import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { CAPABILITIES, CAPABILITY_OF_OPERATION } from '../subject/capabilities.js';
import { PLAIN_SETUP } from '../subject/device-setups.js';
import { DRIVER_OPERATIONS, RESETS } from '../subject/operations.js';
import { ERRNOS } from '../uapi/errno.js';
import { SCOPES } from '../uapi/scope.js';
import { DRIVEN_PROFILES } from './replies.js';

/** Capabilities that share a line of the table. */
const OBSERVATION = /^observe-/;

describe('docs/adapter-protocol.md', () => {
  const text = readFileSync(new URL('docs/adapter-protocol.md', PACKAGE_ROOT), 'utf8');
  const words: { readonly [what: string]: readonly string[] } = {
    operation: Object.keys(CAPABILITY_OF_OPERATION),
    'driver operation': DRIVER_OPERATIONS,
    capability: CAPABILITIES.filter((name) => !OBSERVATION.test(name)),
    scope: SCOPES,
    reset: RESETS,
    'member of the plain setup': Object.keys(PLAIN_SETUP),
    'driven profile': DRIVEN_PROFILES,
  };
  for (const [what, names] of Object.entries(words)) {
    it(`names every ${what}`, () => {
      expect(names.filter((name) => !text.includes(`\`${name}\``))).to.deep.equal([]);
      expect(names).to.have.length.greaterThan(2);
    });
  }

  it('lists the errnos there are', () => {
    const [, list = ''] = /of those in this list:\n\n([^.]+)\./.exec(text) ?? [];
    expect(list.trim().split(/,\s+/)).to.have.members([...ERRNOS]);
  });
});
