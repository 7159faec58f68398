import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import type { AdapterCommand } from '../subjects/subject-spec.js';
import { NodeSubject } from './node-subject.js';

const AGENT = fileURLToPath(new URL('fake-agent.testing.js', import.meta.url));
const MLX5 = 1;
const CXL = 2;

describe('NodeSubject.open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-node-subject-'));
  const log = join(folder, 'rpcs');
  after(() => rmSync(folder, { recursive: true }));

  const agentIn = (trouble: object): AdapterCommand => ({ command: process.execPath, args: [AGENT, JSON.stringify(trouble), log] });

  /** What is said when the node cannot be judged, as one line that begins with the code. */
  async function refusal(agent: AdapterCommand, path = '/dev/fwctl/fwctl0', deviceType = MLX5): Promise<string> {
    writeFileSync(log, '');
    try {
      await (await NodeSubject.open({ kind: 'node', path, deviceType, agent })).stop();
      return 'opened';
    } catch (error) {
      if (!(error instanceof KitError)) throw error;
      expect(readFileSync(log, 'utf8')).to.equal('');
      return [error.code, ...Object.values(error.explanation)].join(' | ');
    }
  }

  it('opens a device whose type is that of the model', async () => {
    expect(await refusal(agentIn({}))).to.equal('opened');
  });

  it('says that the machine has no fwctl', async () => {
    expect(await refusal(agentIn({ hasNoFwctl: true })))
      .to.match(/^machine\/no-node /)
      .and.contain('Linux 7.2.13 without /sys/class/fwctl')
      .and.contain('modprobe mlx5_fwctl');
  });

  it('says that its kernel is older than fwctl, if it is', async () => {
    const said = (release: string) => refusal(agentIn({ hasNoFwctl: true, release }));
    expect(await said('6.12.8-amd64'))
      .to.contain('Linux 6.12.8-amd64, which is older than fwctl')
      .and.contain('a kernel from 6.15 on');
    expect(await said('6.15.0')).to.contain('Linux 6.15.0 without /sys/class/fwctl');
  });

  it('says that there is no device, or which ones there are', async () => {
    expect(await refusal(agentIn({ hasNoDevice: true })))
      .to.match(/^machine\/no-node /)
      .and.contain('Linux 7.2.13 with fwctl, and no device')
      .and.contain('load the driver');
    expect(await refusal(agentIn({}), '/dev/fwctl/fwctl7'))
      .to.match(/^machine\/no-node /)
      .and.contain('there is no /dev/fwctl/fwctl7')
      .and.contain('--node /dev/fwctl/fwctl0');
  });

  it('takes nothing for a node that is no fwctl device', async () => {
    expect(await refusal(agentIn({}), '/dev/null'))
      .to.match(/^machine\/not-fwctl /)
      .and.contain('--node /dev/fwctl/fwctl0');
    expect(await refusal(agentIn({ isNoDevice: true })))
      .to.match(/^machine\/not-fwctl /)
      .and.contain('device number 0:0');
    expect(await refusal(agentIn({ info: { ok: false, errno: 'ENOTTY' } })))
      .to.match(/^machine\/not-fwctl /)
      .and.contain('ENOTTY from FWCTL_INFO');
  });

  it('says that the user may not', async () => {
    for (const errno of ['EACCES', 'EPERM']) {
      expect(await refusal(agentIn({ opens: { ok: false, errno } })))
        .to.match(/^machine\/no-permission /)
        .and.contain(`${errno}; the node has mode 600 and belongs to root:root`)
        .and.contain('ssh root@lab');
    }
  });

  it('says that the device cannot be opened', async () => {
    expect(await refusal(agentIn({ opens: { ok: false, errno: 'EBUSY' } })))
      .to.match(/^machine\/no-node /)
      .and.contain('cannot be opened')
      .and.contain('EBUSY');
  });

  it('refuses a model of another device', async () => {
    expect(await refusal(agentIn({}), '/dev/fwctl/fwctl0', CXL))
      .to.match(/^input\/wrong-model /)
      .and.contain('device type 2 (cxl), as the model says')
      .and.contain('device type 1 (mlx5), as FWCTL_INFO says');
  });

  it('says that the agent is none, does not greet or is not there', async () => {
    const driver = JSON.stringify({ id: 1, result: { protocol: 1, name: 'a driver', version: '1', driver: 'modelled' } });
    expect(await refusal({ command: 'sh', args: ['-c', `read hello; echo '${driver}'; read end`] })).to.match(
      /^subject\/bad-agent .*a driver named/,
    );
    expect(await refusal({ command: 'sh', args: ['-c', 'echo no such lab >&2; exit 255'] })).to.match(
      /^subject\/no-greeting .*no such lab/,
    );
    expect(await refusal({ command: join(folder, 'nothing'), args: [] })).to.match(/^subject\/cannot-start /);
  });

  it('says that the agent went away while it looked', async () => {
    expect(await refusal(agentIn({ at: 1, change: 'dies' }))).to.match(/^subject\/bad-agent .*ended with 4/);
  });

  it('gives an agent the socket of the keys for ssh, and no more of the environment than others get', async () => {
    process.env['SSH_AUTH_SOCK'] = '/run/keys';
    process.env['FWCTL_SECRET'] = 'secret';
    expect(await refusal({ command: 'sh', args: ['-c', 'echo "$SSH_AUTH_SOCK, $FWCTL_SECRET." >&2; exit 1'] })).to.contain('/run/keys, .');
  });
});
