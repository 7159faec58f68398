import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { CAPABILITIES, CAPABILITY_OF_OPERATION } from '../subject/capabilities.js';
import { PLAIN_SETUP } from '../subject/device-setups.js';
import { DRIVER_OPERATIONS, RESETS } from '../subject/operations.js';
import { ERRNOS } from '../uapi/errno.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../uapi/ioctl.js';
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

  for (const [name, request, { length, ...offsets }] of [
    ['FWCTL_INFO', FWCTL_INFO, INFO_STRUCT],
    ['FWCTL_RPC', FWCTL_RPC, RPC_STRUCT],
  ] as const) {
    it(`gives the number of ${name} and its structure`, () => {
      const [, number, size, table = ''] =
        new RegExp(`\`${name}\` is number (0x[0-9a-f]+) and its structure has (\\d+):\n\n((?:\\|.*\n)+)`).exec(text) ?? [];
      expect({ number: Number(number), size: Number(size) }).to.deep.equal({ number: request, size: length });
      const rows = [...table.matchAll(/^\| (\d+) \| (\d+) \|/gm)].map(([, offset, bytes]) => [Number(offset), Number(bytes)] as const);
      expect(rows.map(([offset]) => offset)).to.deep.equal(Object.values(offsets));
      expect(rows.map(([offset, bytes]) => offset + bytes)).to.deep.equal([...Object.values(offsets).slice(1), length]);
    });
  }

  it('lists the errnos there are', () => {
    const [, list = ''] = /another one fails the\nrule that meets it:\n\n([^.]+)\./.exec(text) ?? [];
    expect(list.trim().split(/,\s+/)).to.have.members([...ERRNOS]);
  });
});
