import type { CxlEffectName } from '../../../../kit/formats/cxl/effects.js';
import type { CxlCommandName } from '../../../../kit/formats/cxl/opcodes.js';
import { startInBackground } from '../background.js';
import { backgroundOperationStatus, requestAbort } from '../background-commands.js';
import { type Answer, type Command, done } from '../command.js';
import { getLog, getSupportedLogs } from '../logs.js';
import type { Component, Owner } from './component.js';

export type ComponentCommand = {
  readonly effects: readonly CxlEffectName[];
  readonly run: (component: Component, command: Command) => Answer;
};

const TELLS: ComponentCommand = { effects: [], run: () => done() };

/** The host that the switch is managed from has port 0 and virtual switch 0; the number is the first byte of the payload. */
const ownerOf = ({ payload }: Command): Owner => (payload[0] === 0 ? 'this host' : 'another host');

function takesMemoryAway(name: CxlCommandName): ComponentCommand {
  return {
    effects: ['immediate configuration change', 'immediate data change'],
    run: ({ loseMemory }, command) => {
      loseMemory(ownerOf(command), `its memory is gone after ${name}`);
      return done();
    },
  };
}

/** What every component has, but for the tunnel. */
export const COMPONENT_COMMANDS: Partial<Record<CxlCommandName, ComponentCommand>> = {
  'Background Operation Status': { effects: [], run: backgroundOperationStatus },
  'Request Abort Background Operation': { effects: [], run: requestAbort },
  'Get Supported Logs': { effects: [], run: getSupportedLogs },
  'Get Log': { effects: [], run: getLog },
  'Populate Log': {
    effects: ['immediate log change', 'background operation', 'background abort supported'],
    run: (component, { opcode }) => startInBackground(component, { opcode, canAbort: true, complete: () => 'Success' }),
  },
  'Identify Switch Device': TELLS,
  'Get Physical Port State': TELLS,
  'Physical Port Control': takesMemoryAway('Physical Port Control'),
  'Get Virtual CXL Switch Info': TELLS,
  'Unbind vPPB': takesMemoryAway('Unbind vPPB'),
  'Get LD Info': TELLS,
  'Get LD Allocations': TELLS,
  'Set LD Allocations': takesMemoryAway('Set LD Allocations'),
  'Initiate Dynamic Capacity Release': takesMemoryAway('Initiate Dynamic Capacity Release'),
};
