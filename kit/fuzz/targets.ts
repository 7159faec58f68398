import { readFileSync } from 'node:fs';
import type { Arbitrary } from 'fast-check';
import { MessageReader } from '../adapter/message-reader.js';
import { AdapterProblem, PROBLEMS } from '../adapter/problem.js';
import { ReplySchema } from '../adapter/replies.js';
import { takeMemory } from '../adapter/take-memory.js';
import { fromJson } from '../adapter/wire.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { parseModel } from '../model/load.js';
import { SHIPPED_MODELS } from '../model/model.js';
import { CAPABILITY_OF_OPERATION } from '../subject/capabilities.js';
import { DRIVER_OPERATIONS } from '../subject/operations.js';
import { parseWaivers } from '../waivers/load.js';
import { inWords } from './in-words.js';
import { mutated } from './mutated.js';
import { acceptReport, checkReport, mutatedReports, REPORTS } from './report-files.js';

/** Something that takes any bytes whatever. `check` throws when it does otherwise than it may. */
export type Target = {
  readonly name: string;
  readonly share: number;
  readonly corpus: readonly string[];
  readonly mutate: (corpus: readonly string[]) => Arbitrary<Buffer>;
  /** Throws when a text of the corpus is not taken: mistakes in it would show nothing. */
  readonly accept: (text: string) => void;
  readonly check: (bytes: Buffer) => void;
};

const SCHEMA = ReplySchema.shared;
const OPS = ['hello', 'create', ...Object.keys(CAPABILITY_OF_OPERATION), ...DRIVER_OPERATIONS];

const RESULTS = [
  'null',
  '{"protocol":1,"name":"a","version":"1","attachments":true,"capabilities":["device-plain"]}',
  '{"protocol":1,"name":"a","version":"1","driver":"mlx5"}',
  '{"ok":false,"errno":"EPERM"}',
  '{"ok":true,"bytes":{"base64":"AQI="}}',
  '{"outcome":{"ok":true},"memory":{"structure":{"base64":"AAAA"},"response":{"attached":4}}}',
  '{"node":"/dev/fwctl/fwctl0"}',
  '{"mask":524288}',
  '{"lines":[{"level":"warning","text":"a line"}]}',
  '{"calls":[{"operation":"fw_rpc","context":1,"scope":"debug write","request":{"base64":""}}]}',
  '{"messages":[{"base64":"AQI="}],"received":1,"contexts":[{"id":1,"capabilities":0}],"objects":[]}',
];

const MEMORY = { name: 'structure', address: 4096, access: 'read-write', bytes: new Uint8Array(3) } as const;

/** A line of each kind, some with bytes behind them. */
const LINES: readonly string[] = [
  ...RESULTS.map((result) => `{"id":1,"result":${result}}\n${result.includes('attached":4') ? 'abcd' : ''}`),
  '{"id":1,"cannot":"no"}\n{"id":2,"broke":"why"}\n',
  '{"call":1,"device":1,"message":{"attached":5},"room":64}\nabcde{"call":2,"device":1,"message":{"base64":"AQ=="}}\n',
];

function acceptLines(text: string): void {
  const reader = new MessageReader(SCHEMA);
  reader.attach();
  const all = [...reader.take(Buffer.from(text))];
  if (all.length === 0 || all.some(({ kind }) => kind === 'wrong') || reader.middle !== '') throw new Error(`not a message: ${text}`);
}

/** What is heard is a message, or a problem that there is; and results are held to the schema before they are believed. */
function checkLines(bytes: Buffer): void {
  const reader = new MessageReader(SCHEMA);
  reader.attach();
  // In two pieces, since a line may arrive in any.
  const half = bytes.length >> 1;
  for (const chunk of [bytes.subarray(0, half), bytes.subarray(half)]) {
    for (const heard of reader.take(chunk)) {
      if (heard.kind === 'wrong') {
        if (!Object.hasOwn(PROBLEMS, heard.problem) || heard.came === '') throw new Error(`a problem that there is not: ${heard.problem}`);
        return;
      }
      if (heard.kind === 'call' || !('result' in heard.reply)) continue;
      for (const op of OPS) {
        if (SCHEMA.resultProblem(op, heard.reply.result) === null) believe(op, fromJson(heard.reply.result, heard.attached));
      }
    }
  }
}

function believe(op: string, result: unknown): void {
  if (op !== 'ioctl') return;
  try {
    takeMemory(result, [{ ...MEMORY, bytes: new Uint8Array(3) }]);
  } catch (problem) {
    if (!(problem instanceof AdapterProblem)) throw problem;
  }
}

/** It is read, or refused with words for everything that a person has to know. */
function refusesInWords(parse: (text: string) => unknown): (bytes: Buffer) => void {
  return (bytes) => void inWords(() => parse(bytes.toString()), { hasPlace: true });
}

function read(path: string): string {
  return readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
}

const WAIVERS = `
waivers: 1
entries:
  - rule: rpc-length-limit
    fails: [{ scenario: "one byte too many", looked-at: "the outcome of the call", actual: "success" }]
    reason: mended in the next firmware
    link: https://example.org/1
    owner: someone@example.org
    expires: 2027-01-01
`;

/** Everything that reads what others write. `share` is the part of all cases that it gets, in percent. */
export function fuzzTargets(catalogue: Catalogue): readonly Target[] {
  const models = [...SHIPPED_MODELS.map((name) => `devices/${name}/fwctl-model.yaml`), 'examples/driver-c/fwctl-model.yaml'].map(read);
  const asModel = (text: string) => parseModel(text, 'model.yaml');
  const asWaivers = (text: string) => parseWaivers(text, 'waivers.yaml', catalogue);
  return [
    { name: 'lines of an adapter', share: 50, corpus: LINES, mutate: mutated, accept: acceptLines, check: checkLines },
    { name: 'model files', share: 10, corpus: models, mutate: mutated, accept: asModel, check: refusesInWords(asModel) },
    { name: 'waiver files', share: 10, corpus: [WAIVERS], mutate: mutated, accept: asWaivers, check: refusesInWords(asWaivers) },
    { name: 'report files', share: 30, corpus: REPORTS, mutate: mutatedReports, accept: acceptReport, check: checkReport },
  ];
}
