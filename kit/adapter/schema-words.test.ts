import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { ERRNOS } from '../uapi/errno.js';
import { ReplySchema } from './replies.js';

const SCHEMA = ReplySchema.shared;
const IOCTL = { outcome: { ok: true } };
const NODE = { path: '/dev/fwctl/fwctl0', owner: 'root', group: 'root', deviceNumber: '511:0' };

describe('what is said of a result that is wrong', () => {
  const rows: readonly (readonly [string, unknown, string])[] = [
    ['open', { ok: 0, errno: 'ENOENT' }, 'result/ok must be true or false, is 0'],
    ['open', { ok: 1 }, 'result/ok must be true or false, is 1'],
    ['open', { ok: false }, 'result must have "errno"'],
    ['open', { ok: true, errno: 'EIO' }, 'result/errno must not be there'],
    ['open', { ok: false, errno: 'enoent' }, 'result/errno must be the name of an errno, is "enoent"'],
    ['open', { ok: false, errno: 'ENOIOCTLCMD' }, 'result/errno must be the name of an errno, is "ENOIOCTLCMD"'],
    ['open', { ok: false, errno: 'E1' }, 'result/errno must be the name of an errno, is "E1"'],
    ['open', { ok: false, errno: 'E4096' }, 'result/errno must be the name of an errno, is "E4096"'],
    ['open', 0, 'result must be an object, is 0'],
    ['hello', { protocol: 2, name: 'a', version: '1', capabilities: [] }, 'the kit speaks 1, the adapter took 2'],
    ['hello', { protocol: 1, name: 'a', version: '1' }, 'result must have exactly one of capabilities, driver'],
    ['hello', { protocol: 1, name: 'a', version: '1', driver: 'cx' }, 'result/driver must be one of modelled, mlx5, cxl, bnxt, is "cx"'],
    ['ioctl', { ...IOCTL, memory: { a: { base64: `${'A'.repeat(76)}\n` } } }, 'result/memory/a/base64 has a newline at 77'],
    ['ioctl', { ...IOCTL, memory: { a: { base64: 'a-b=' } } }, 'result/memory/a/base64 has "-" at 2'],
    ['ioctl', { ...IOCTL, memory: { a: { base64: 'a=bc' } } }, 'result/memory/a/base64 has padding in its midst'],
    ['ioctl', { ...IOCTL, memory: { a: {} } }, 'result/memory/a must have exactly one of base64, attached'],
    ['info', { ok: true, errno: 'EIO' }, 'result must have "bytes"'],
    ['create', { deviceType: 1 }, 'result must have "hasInfo"'],
    ['register', { node: 1 }, 'result/node must be a string or null, is 1'],
    ['boot', {}, 'result must be null, is {}'],
    ['observe-nodes', { nodes: [{ ...NODE, mode: '0600' }] }, 'result/nodes/0/mode must be an integer, is "0600"'],
  ];
  for (const [op, result, words] of rows) {
    it(`is "${words.replaceAll('"', '')}" of ${op}`, () => {
      expect(SCHEMA.resultProblem(op, result)).to.equal(words);
    });
  }

  it('is nothing where nothing is wrong', () => {
    const right: readonly (readonly [string, unknown])[] = [
      ['open', { ok: true }],
      ['open', { ok: false, errno: 'EROFS' }],
      ['open', { ok: false, errno: 'E524' }],
      ['open', { ok: false, errno: 'E4095' }],
      ['info', { ok: true, bytes: { base64: '' } }],
      ['info', { ok: false, errno: 'EIO' }],
      ['create', null],
      ['create', { deviceType: 1, hasInfo: false }],
      ['ioctl', { ...IOCTL, memory: { a: { base64: 'AQ==' }, b: { attached: 4096 } } }],
      ['hello', { protocol: 1, name: 'a', version: '1', driver: 'cxl' }],
    ];
    expect(right.filter(([op, result]) => SCHEMA.resultProblem(op, result) !== null)).to.deep.equal([]);
  });
});

describe('what is said of a line that is no message', () => {
  const rows: readonly (readonly [unknown, string])[] = [
    [{ id: '1', result: null }, 'id must be an integer, is "1"'],
    [{ id: 1, result: null, note: 1 }, 'it must not have "note"'],
    [{ id: 1, op: 'boot' }, 'it must have exactly one of result, cannot, broke'],
    [{ id: 1, cannot: 'a', broke: 'b' }, 'it must have exactly one of result, cannot, broke'],
    [{ call: '1', device: 1, message: { base64: '' } }, 'call must be an integer, is "1"'],
    [5, 'it must be an object, is 5'],
  ];
  for (const [message, words] of rows) {
    it(`is "${words.replaceAll('"', '')}" of ${JSON.stringify(message)}`, () => {
      expect(SCHEMA.isReply(message)).to.equal(false);
      expect(SCHEMA.messageProblem(message)).to.equal(words);
    });
  }
});

describe('adapter-1.json', () => {
  it('has every errno that the kit knows', () => {
    const { $defs } = JSON.parse(readFileSync(new URL('kit/adapter/adapter-1.json', PACKAGE_ROOT), 'utf8'));
    expect($defs.errno.anyOf[0].enum).to.include.members([...ERRNOS]);
  });
});
