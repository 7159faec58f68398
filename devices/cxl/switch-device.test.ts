import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { type CxlEffectName, effectsWord } from '../../kit/formats/cxl/effects.js';
import { decodeCxlRpcAnswer, encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES, type CxlCommandName } from '../../kit/formats/cxl/opcodes.js';
import { type CxlReturnCodeName, returnCodeName } from '../../kit/formats/cxl/return-codes.js';
import { decodeTunnel, decodeTunnelAnswer, encodeTunnel, throughPorts } from '../../kit/formats/cxl/tunnel.js';
import { ok, refuse } from '../../kit/result.js';
import type { CxlComponent } from '../../kit/subject/device-setups.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { switchOps } from './driver/switch/ops.js';
import { CXL_SWITCH_DRIVER_PARTS } from './driver/switch/parts.js';
import { createComponent, resetComponent } from './firmware/switch/component.js';
import { executeMessage, OWN_COMMANDS } from './firmware/switch/execute.js';

const NOTHING = new Uint8Array(0);
const READ = { opcode: CXL_OPCODES['Get LD Info'], payload: NOTHING };
const ENDLESS = { opcode: 0xc000, effects: effectsWord(['background operation']) };
const SETUP: CxlComponent = { commands: [ENDLESS], components: [{ port: 3, commands: [], components: [] }] };

function bench(setup: CxlComponent = SETUP) {
  const losses: string[] = [];
  const component = createComponent(setup, OWN_COMMANDS, (owner, what) => losses.push(`${owner}: ${what}`));
  const send = (command: CxlCommandName | number, payload: Uint8Array = NOTHING) => {
    const opcode = typeof command === 'number' ? command : CXL_OPCODES[command];
    return decodeCciMessage(executeMessage(component, encodeCciRequest({ opcode, payload })));
  };
  const codeOf = (...words: Parameters<typeof send>): CxlReturnCodeName | undefined => returnCodeName(send(...words).returnCode);
  return { component, send, codeOf, losses };
}

describe('a tunnel', () => {
  it('leads through every port in its order', () => {
    const outer = throughPorts([3, 5], READ);
    const first = decodeTunnel(outer.payload);
    expect(first?.port).to.equal(3);
    expect(decodeTunnel(first?.command.payload ?? NOTHING)).to.deep.equal({ port: 5, command: READ });
  });

  it('is none without exactly one request in it', () => {
    const payload = encodeTunnel({ port: 3, command: READ });
    for (const wrong of [payload.slice(0, 15), Uint8Array.of(...payload, 0), NOTHING]) expect(decodeTunnel(wrong)).to.equal(null);
    for (const [index, byte] of [
      [1, 1],
      [2, 11],
      [4, 1],
      [9, 1],
    ] as const) {
      expect(decodeTunnel(payload.with(index, byte)), `byte ${index}`).to.equal(null);
    }
  });
});

describe('a switch', () => {
  it('passes on what is tunnelled, and back what is answered', () => {
    const { send } = bench();
    expect(decodeTunnelAnswer(send('Tunnel Management Command', encodeTunnel({ port: 3, command: READ })).payload).opcode).to.equal(
      READ.opcode,
    );
  });

  it('has nothing behind most ports', () => {
    expect(bench().codeOf('Tunnel Management Command', encodeTunnel({ port: 4, command: READ }))).to.equal('Invalid Input');
  });

  it('does not know what its log does not have', () => {
    expect(bench().codeOf(0xc001)).to.equal('Unsupported');
  });

  it('has one place for what runs in the background, until a reset', () => {
    const { codeOf, component } = bench();
    expect(codeOf(ENDLESS.opcode)).to.equal('Background Command Started');
    expect(codeOf('Populate Log')).to.equal('Busy');
    expect(codeOf('Request Abort Background Operation')).to.equal('Request Abort Not Supported by Background Operation');
    resetComponent(component);
    expect(codeOf('Populate Log')).to.equal('Background Command Started');
  });

  it('says whose memory is gone', () => {
    const { send, losses } = bench();
    send('Unbind vPPB', Uint8Array.of(0));
    send('Unbind vPPB', Uint8Array.of(1));
    expect(losses.map((loss) => loss.split(':')[0])).to.deep.equal(['this host', 'another host']);
  });
});

describe('the driver of a switch', () => {
  const effects: readonly CxlEffectName[] = ['immediate policy change', 'background operation', 'background abort supported'];
  const opcode = CXL_OPCODES['Set Alert Configuration'];
  const request = encodeCxlRpc({ opcode, payload: NOTHING });
  const unheardOf = { opcode: 0xc001, effects: 0 };
  const commands = [{ opcode, effects: effectsWord(effects) }, unheardOf];

  /** A driver whose messages of those numbers get lost, the first of which is 0. */
  function driver(isLost: (number: number) => boolean = () => false, kernelWaits = false) {
    const setup = { commands, components: [{ port: 3, commands, components: [] }] };
    const component = createComponent(setup, OWN_COMMANDS, () => undefined);
    let sent = 0;
    const execute = (message: Uint8Array) => {
      sent += 1;
      return isLost(sent - 1) ? refuse('ETIMEDOUT' as const) : ok(executeMessage(component, message));
    };
    const { fwRpc } = switchOps({ parts: CXL_SWITCH_DRIVER_PARTS, link: { payloadSize: 4096, kernelWaits, execute }, isBmc: false });
    const send = (message: Uint8Array, scope: Scope = 'debug write full') => fwRpc(null, scope, message, 64, NO_MEMORY);
    return { send, component };
  }

  for (const [lost, kernelWaits, errno] of [
    [0, false, 'EINVAL'],
    [1, false, 'EINVAL'],
    [2, false, 'ETIMEDOUT'],
    [3, false, 'ETIMEDOUT'],
    [3, true, 'ETIMEDOUT'],
    [4, true, 'ETIMEDOUT'],
  ] as const) {
    const situation = `message ${lost} gets lost${kernelWaits ? ', and the kernel waits' : ''}`;
    it(`fails with ${errno} when ${situation}`, async () => {
      expect(await driver((number) => number >= lost, kernelWaits).send(request)).to.deep.equal(refuse(errno));
      expect(await driver((number) => number === lost, kernelWaits).send(request)).to.deep.equal(refuse(errno));
    });
  }

  it('takes no request that is cut', async () => {
    expect(await driver().send(request.slice(0, 15))).to.deep.equal(refuse('EINVAL'));
  });

  it('says EPERM where a greater scope would do', async () => {
    expect(await driver().send(request, 'debug write')).to.deep.equal(refuse('EPERM'));
  });

  it('waits for what runs in the background until it has ended', async () => {
    const { send, component } = driver();
    const answer = await send(request);
    expect(answer.ok && decodeCxlRpcAnswer(answer.value)).to.deep.include({ size: 0, returnCode: 0 });
    expect(component.background?.outcome).to.equal('Success');
  });

  it('sends nothing through a port that would go on in the background', async () => {
    const tunnelled = encodeCxlRpc(throughPorts([3], { opcode, payload: NOTHING }));
    expect(await driver().send(tunnelled)).to.deep.equal(refuse('EINVAL'));
  });

  it('hands up the return code of what does not run in the background', async () => {
    const answer = await driver().send(encodeCxlRpc({ opcode: CXL_OPCODES['Get Log'], payload: new Uint8Array(24) }), 'configuration');
    expect(answer.ok && returnCodeName(decodeCxlRpcAnswer(answer.value).returnCode)).to.equal('Invalid Log');
  });

  it('sends in full debug what it does not know', async () => {
    const unknown = encodeCxlRpc({ opcode: unheardOf.opcode, payload: NOTHING });
    expect(await driver().send(unknown)).to.have.property('ok', true);
    expect(await driver().send(unknown, 'debug write')).to.deep.equal(refuse('EPERM'));
  });

  for (const name of ['Get Supported Logs', 'Get Log'] as const) {
    it(`lets callers look into the logs with ${name} in every scope`, async () => {
      const answer = await driver().send(encodeCxlRpc({ opcode: CXL_OPCODES[name], payload: new Uint8Array(24) }), 'configuration');
      expect(answer).to.have.property('ok', true);
    });
  }
});
