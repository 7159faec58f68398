import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import { loadModel } from './load.js';
import { knownBytes, namedItems, SHIPPED_MODELS } from './model.js';

const GOOD = `model: 1
name: a board
device: { type: 240, infoLength: 4 }
rpcs:
  - name: read
    request: "01 00"
    room: 4
    scope: configuration
    effect: none
never:
  - name: load code
    request: "7f 00"
    room: 4
    because: it loads code
`;

const usedBy = (use: string): string =>
  `${GOOD}allocations:\n  - { name: take, request: "02", room: 4, shownBy: read, usedBy: [${use}] }\n`;

const withHandle = (handle: string): string => `{ name: use, request: "03", room: 4, scope: configuration, handle: ${handle} }`;

describe('loadModel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-model-'));
  const file = join(folder, 'fwctl-model.yaml');
  after(() => rmSync(folder, { recursive: true }));

  function refusalOf(text: string): string {
    writeFileSync(file, text);
    try {
      loadModel(file);
    } catch (error) {
      if (!(error instanceof KitError)) throw error;
      const { summary, expected, received } = error.explanation;
      return `${error.code} ${summary.replace(file, 'FILE')} / ${expected} / ${received}`;
    }
    return 'accepted';
  }

  it('reads what is right, and knows the usual refusals', () => {
    writeFileSync(file, GOOD);
    expect(loadModel(file)).to.deep.include({ name: 'a board', refusals: ['EPERM', 'EBADMSG', 'EINVAL'] });
  });

  it('reads what a tool knows of its answer, byte by byte', () => {
    writeFileSync(file, `${GOOD}tools:\n  - { name: looks, rpc: read, answer: "00 ..aB" }\nreleases: [later]\n`);
    const { tools, releases } = loadModel(file);
    expect(namedItems(tools).map(knownBytes)).to.deep.equal([[0, null, 0xab]]);
    expect(releases).to.deep.equal(['later']);
  });

  it('names the field that is near one that there is not', () => {
    expect(refusalOf(GOOD.replace('scope: configuration', 'scop: configuration'))).to.contain('"scop" is none of them; "scope" is near');
    expect(refusalOf(`${GOOD}lunch: tea\n`)).to.match(/"lunch" is none of them \//);
  });

  it('lets full debug do what the lesser scopes may not', () => {
    const full = GOOD.replace('scope: configuration', 'scope: debug write full');
    expect(refusalOf(`${full}disallowed:\n  hang:\n    - { name: stop, request: "01 00", room: 4 }\n`)).to.equal('accepted');
  });

  it('reads a handle that ends where the answer and the request do', () => {
    expect(refusalOf(usedBy(withHandle('{ inAnswer: 3, inRequest: 0, length: 1 }')))).to.equal('accepted');
  });

  it('reads a request as long as an RPC may be, and refuses one that is too long to be looked at', () => {
    const withRequest = (bytes: number): string => refusalOf(GOOD.replace('"7f 00"', `"${'7f'.repeat(bytes)}"`));
    expect(withRequest(1 << 21)).to.equal('accepted');
    expect(withRequest(1 << 23)).to.match(/^input\/bad-model .*FILE.*a few MiB at most.*a longer one/);
  });

  it('says of what has the wrong form which form it has', () => {
    expect(refusalOf(GOOD.replace('"01 00"', '0100'))).to.contain('must be string. Bytes in hex digits, two a byte, in quotes');
    expect(refusalOf(`${GOOD}unanswered: none\n`)).to.contain(
      'must be object. A list of them, or why there are none: { impossible: why }.',
    );
    expect(refusalOf(`${GOOD}refusals: [1]\n`)).to.contain('must be string. The name of an errno, such as EPERM.');
  });

  it('reads the models of the reference devices and of the examples', () => {
    const examples = ['examples/driver-typescript', 'examples/driver-javascript', 'examples/driver-c'];
    for (const path of [...SHIPPED_MODELS.map((name) => `devices/${name}`), ...examples]) {
      const model = new URL(`../../../${path}/fwctl-model.yaml`, import.meta.url).pathname;
      expect(loadModel(model).rpcs.length, path).to.be.greaterThan(1);
      expect(readFileSync(model, 'utf8'), path).to.match(/^# yaml-language-server: \$schema=\S+fwctl-model-1\.json$/m);
    }
  });

  const wrong: { readonly [situation: string]: readonly [text: string, refusal: RegExp] } = {
    'a value is an alias': [GOOD.replace('a board', '*board'), /FILE:2:7.*every value where it stands.*\*board/],
    'a field is misspelt': [GOOD.replace('infoLength', 'infoLenght'), /^input\/bad-model .*FILE:3:\d+.*infoL/],
    'a field is missing': [GOOD.replace('    room: 4\n', ''), /FILE:5:5.*room/],
    'a scope is unknown': [GOOD.replace('scope: configuration', 'scope: everything'), /FILE:8:12.*"debug write full".*everything/],
    'a request is no hex': [GOOD.replace('"01 00"', '"01 0"'), /FILE:6:14.*hex digits.*01 0/],
    'an errno is unknown': [`${GOOD}refusals: [EWRONG]\n`, /EWRONG/],
    'it is not YAML': [GOOD.replace('rpcs:', 'rpcs: ['), /FILE:\d+:\d+.*YAML/],
    'it is empty': ['', /FILE:1:1/],
    'an immediate change is configuration': [
      GOOD.replace('effect: none', 'effect: immediate'),
      /contradicts itself: FILE:8:12.*driver-least-scope/,
    ],
    'a change at a reset only reads': [
      GOOD.replace('effect: none', 'effect: at reset').replace('scope: configuration', 'scope: debug read only'),
      /FILE:8:12.*only reads/,
    ],
    'a change that nobody notices only reads': [
      GOOD.replace('effect: none', 'effect: transparent').replace('scope: configuration', 'scope: debug read only'),
      /FILE:8:12.*only reads.*"transparent"/,
    ],
    'what is forbidden is admitted': [GOOD.replace('"7f 00"', '"0100"'), /FILE:12:14.*admitted as "read"/],
    'what is disallowed is admitted': [
      `${GOOD}disallowed:\n  hang:\n    - { name: stop, request: "01 00", room: 4 }\n`,
      /FILE:17:30.*admitted as "read"/,
    ],
    'disallowed behaviour is unknown': [
      `${GOOD}disallowed:\n  mischief: { impossible: no }\n`,
      /FILE:16:13.*host memory, hang.*"mischief" is none/,
    ],
    'disallowed behaviour has neither requests nor a reason': [`${GOOD}disallowed:\n  hang: {}\n`, /FILE:16:9.*impossible/],
    'a child is reached by no RPC': [
      `${GOOD}functions: { kind: hypervisor, children: [peek], foreign: { impossible: no } }
`,
      /FILE:15:43.*no RPC is called "peek"/,
    ],
    'a VM has children': [
      `${GOOD}functions: { kind: virtual machine, children: [read], foreign: { impossible: no } }
`,
      /FILE:15:47.*scoped within the VM/,
    ],
    'a privileged function is kept from the device': [
      `${GOOD}functions: { kind: privileged, children: { impossible: no }, foreign: { impossible: no }, global: { impossible: no } }
`,
      /FILE:15:\d+.*privileged function may/,
    ],
    'what is foreign is admitted': [
      `${GOOD}functions:
  kind: privileged
  children: { impossible: no }
  foreign:
    - { name: far, request: "0100", room: 4 }
`,
      /FILE:19:29.*admitted as "read"/,
    ],
    'a function has neither children nor a reason': [
      `${GOOD}functions: { kind: privileged, children: {}, foreign: { impossible: no } }
`,
      /FILE:15:42.*impossible/,
    ],
    'a secret is so short that any answer may hold it': [
      `${GOOD}secrets:\n  - { name: a key, bytes: "01 02 03 04 05 06 07" }\n`,
      /FILE:16:27.*at least 8 bytes/,
    ],
    'there are neither secrets nor a reason': [`${GOOD}secrets: {}\n`, /FILE:15:10.*impossible/],
    'a status is no hex': [
      `${GOOD}statuses:\n  - { name: ask, request: "02", room: 4, scope: configuration, status: no }\n`,
      /FILE:16:72.*hex digits/,
    ],
    'a status shows in a scope that writes only': [
      `${GOOD}statuses:\n  - { name: ask, request: "02", room: 4, scope: debug write, status: "01" }\n`,
      /FILE:16:49.*"configuration","debug read only"/,
    ],
    'nothing shows what is allocated': [
      `${GOOD}allocations:\n  - { name: take, request: "02", room: 4, shownBy: peek }\n`,
      /FILE:16:52.*no RPC is called "peek"/,
    ],
    'what shows it lies behind the answer': [
      `${GOOD}allocations:\n  - { name: take, request: "02", room: 4, shownBy: read, shownAt: { at: 2, length: 3 } }\n`,
      /FILE:16:\d+.*what is shown ends at byte 5.*"read" at byte 4/,
    ],
    'only the holder is admitted by full debug': [
      usedBy('{ name: use, request: "03", room: 4, scope: debug write full }'),
      /FILE:16:\d+.*"debug write".*debug write full/,
    ],
    'what the holder does has the name of another': [
      usedBy('{ name: read, request: "03", room: 4, scope: configuration }'),
      /FILE:16:\d+.*another RPC is called "read"/,
    ],
    'a handle lies behind the answer': [
      usedBy(withHandle('{ inAnswer: 1, inRequest: 0, length: 4 }')),
      /FILE:16:\d+.*ends at byte 5, and the answer to "take" at byte 4/,
    ],
    'a handle lies behind the request': [
      usedBy(withHandle('{ inAnswer: 0, inRequest: 1, length: 1 }')),
      /FILE:16:\d+.*ends at byte 2, and the request at byte 1/,
    ],
    'a handle has no length': [usedBy(withHandle('{ inAnswer: 0, inRequest: 0, length: 0 }')), /FILE:16:\d+.*1/],
    'nobody says how long a driver waits': [
      `${GOOD}unanswered:\n  - { name: stop, request: "02", room: 4, scope: debug write full }\n`,
      /FILE:16:5.*within/,
    ],
    'what the driver does not know it admits': [
      `${GOOD}unknown:\n  - { name: guess, request: "0100", room: 4 }\n`,
      /FILE:16:29.*admitted as "read"/,
    ],
    'the firmware judges what the driver judges': [
      `${GOOD}judgedByFirmware:\n  refusal: "01"\n  rpcs:\n    - { name: ask, request: "0100", room: 4, scope: debug write }\n`,
      /FILE:18:29.*admitted as "read"/,
    ],
    'the firmware judges what any scope is enough for': [
      `${GOOD}judgedByFirmware:\n  refusal: "01"\n  rpcs:\n    - { name: ask, request: "02", room: 4, scope: configuration }\n`,
      /FILE:18:51.*"debug read only".*configuration/,
    ],
    'a tool sends what there is not': [
      `${GOOD}tools:\n  - { name: looks, rpc: peek, answer: "00" }\n`,
      /FILE:16:25.*no RPC is called "peek"/,
    ],
    'a tool debugs': [
      `${GOOD.replace('scope: configuration', 'scope: debug read only')}tools:\n  - { name: looks, rpc: read, answer: "00" }\n`,
      /FILE:16:25.*"debug read only".*may change with the firmware/,
    ],
    'a tool changes something': [
      `${GOOD.replace('effect: none', 'effect: transparent')}tools:\n  - { name: looks, rpc: read, answer: "00" }\n`,
      /FILE:16:25.*"read" changes something/,
    ],
    'a tool knows more than there is room for': [
      `${GOOD}tools:\n  - { name: looks, rpc: read, answer: "0102 .. .. .." }\n`,
      /FILE:16:39.*5 bytes long.*room for 4/,
    ],
    'a tool looks at nothing': [`${GOOD}tools:\n  - { name: looks, rpc: read, answer: ".. .." }\n`, /FILE:16:39.*at least one of them/],
    'a tool looks at half a byte': [`${GOOD}tools:\n  - { name: looks, rpc: read, answer: "01 .2" }\n`, /FILE:16:39.*hex digits/],
    'two tools have one name': [
      `${GOOD}tools:\n  - { name: looks, rpc: read, answer: "00" }\n  - { name: looks, rpc: read, answer: "01" }\n`,
      /FILE:17:13.*another tool is called "looks"/,
    ],
    'there are neither tools nor a reason': [`${GOOD}tools: {}\n`, /FILE:15:8.*impossible/],
    'a release is the one that the device comes with': [`${GOOD}releases: [usual]\n`, /FILE:15:12.*"earlier","later".*usual/],
    'nothing shows a change': [GOOD.replace('effect: none', 'effect: none\n    shownBy: peek'), /FILE:10:14.*no RPC is called "peek"/],
    'one of several shows no change': [
      GOOD.replace('effect: none', 'effect: none\n    shownBy: [read, peek]'),
      /FILE:10:14.*no RPC is called "peek"/,
    ],
    'two have one name': [GOOD.replace('load code', 'read'), /FILE:11:11.*called "read"/],
  };
  for (const [situation, [text, refusal]] of Object.entries(wrong)) {
    it(`says where and what is wrong when ${situation}`, () => {
      expect(refusalOf(text)).to.match(refusal);
    });
  }

  it('says that a file is not there', () => {
    expect(() => loadModel(join(folder, 'none.yaml'))).to.throw(KitError, /none\.yaml/);
  });
});
