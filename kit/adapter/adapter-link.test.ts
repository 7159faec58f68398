import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { messageOf } from '../errors.js';
import { ok } from '../result.js';
import { AdapterLink } from './adapter-link.js';

const GREETING = '{"protocol":1,"name":"twofold","version":"1","capabilities":["device-plain","reset"]}';

/** Greets in one way when it starts first and in another when it starts again, and ends when it is asked for a taint. */
const twofold = (again: string): string => `
import { createInterface } from 'node:readline';
import { existsSync, writeFileSync } from 'node:fs';
const greeting = existsSync('begun') ? '${again}' : '${GREETING}';
writeFileSync('begun', '');
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, op } = JSON.parse(line);
  if (op === 'observe-taint') process.exit(1);
  console.log(op === 'hello' ? '{"id":1,"result":' + greeting + '}' : JSON.stringify({ id, result: null }));
});
`;

describe('AdapterLink', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-link-'));
  after(() => rmSync(folder, { recursive: true }));

  /** What comes of the first boot after the conversation broke. */
  async function bootAgain(again: string): Promise<string> {
    const file = join(folder, 'adapter.mjs');
    const begun = join(folder, 'begun');
    rmSync(begun, { force: true });
    writeFileSync(file, twofold(again).replaceAll("'begun'", JSON.stringify(begun)));
    const link = await AdapterLink.open(
      { command: process.execPath, args: [file] },
      { answerCall: async () => ok(new Uint8Array()), limits: { farewell: 300 } },
    );
    await link.ask('observe-taint', {}).catch(() => undefined);
    const outcome = await link.ask('boot', {}).then(() => 'it boots', messageOf);
    await link.stop();
    return outcome;
  }

  it('takes a greeting whose members and capabilities come in another order for the same', async () => {
    const reordered = '{"capabilities":["reset","device-plain"],"attachments":false,"version":"1","name":"twofold","protocol":1}';
    expect(await bootAgain(reordered)).to.equal('it boots');
  });

  for (const [what, from, to] of [
    ['another version', '"version":"1"', '"version":"2"'],
    ['another capability', '"reset"', '"unregister"'],
    ['one capability less', ',"reset"', ''],
    ['attachments', '"protocol"', '"attachments":true,"protocol"'],
  ] as const) {
    it(`does not go on with an adapter that greets with ${what}`, async () => {
      expect(await bootAgain(GREETING.replace(from, to))).to.match(/^the adapter greeted with .*, and before that with /);
    });
  }
});
