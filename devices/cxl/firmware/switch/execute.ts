import { type CciRequest, decodeCciMessage, encodeCciResponse } from '../../../../kit/formats/cxl/cci-message.js';
import { effectsWord, hasEffect } from '../../../../kit/formats/cxl/effects.js';
import type { CommandEffects } from '../../../../kit/formats/cxl/logs.js';
import { CXL_COMMAND_NAMES, CXL_OPCODES } from '../../../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../../../kit/formats/cxl/return-codes.js';
import { decodeTunnel, encodeTunnelAnswer } from '../../../../kit/formats/cxl/tunnel.js';
import { startInBackground } from '../background.js';
import { type Answer, done, failed } from '../command.js';
import { COMPONENT_COMMANDS, type ComponentCommand } from './commands.js';
import type { Component } from './component.js';

/** What goes through a tunnel may have any effect. */
const TUNNEL: ComponentCommand = {
  effects: [
    'immediate configuration change',
    'immediate data change',
    'immediate policy change',
    'immediate log change',
    'security state change',
  ],
  run: tunnel,
};

const COMMANDS: ReadonlyMap<number, ComponentCommand> = new Map(
  CXL_COMMAND_NAMES.flatMap((name): [number, ComponentCommand][] => {
    const command = name === 'Tunnel Management Command' ? TUNNEL : COMPONENT_COMMANDS[name];
    return command === undefined ? [] : [[CXL_OPCODES[name], command]];
  }),
);

/** What every component has, as its Command Effects Log tells it. */
export const OWN_COMMANDS: readonly CommandEffects[] = [...COMMANDS].map(([opcode, { effects }]) => ({
  opcode,
  effects: effectsWord(effects),
}));

/** One CCI message in, one out. */
export function executeMessage(component: Component, request: Uint8Array): Uint8Array {
  return executeCommand(component, decodeCciMessage(request));
}

function executeCommand(component: Component, command: CciRequest): Uint8Array {
  const { returnCode, payload } = answer(component, command);
  return encodeCciResponse({ opcode: command.opcode, returnCode: CXL_RETURN_CODES[returnCode], payload });
}

function answer(component: Component, command: CciRequest): Answer {
  const logged = component.log.find(({ opcode }) => opcode === command.opcode);
  if (logged === undefined) return failed('Unsupported');
  return COMMANDS.get(command.opcode)?.run(component, command) ?? added(component, logged);
}

/** What the setup has added does nothing, but takes its time for it when it announces so. */
function added(component: Component, { opcode, effects }: CommandEffects): Answer {
  if (!hasEffect(effects, 'background operation')) return done();
  const canAbort = hasEffect(effects, 'background abort supported');
  return startInBackground(component, { opcode, canAbort, complete: () => 'Success' });
}

/** The component behind the port answers; nothing is behind most of them. */
function tunnel({ attached }: Component, { payload }: CciRequest): Answer {
  const tunnelled = decodeTunnel(payload);
  const component = tunnelled && attached.get(tunnelled.port);
  if (!component) return failed('Invalid Input');
  return done(encodeTunnelAnswer(executeCommand(component, tunnelled.command)));
}
