import type { Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';
import { DIAGNOSTIC_PARAMS } from '../../../kit/formats/mlx5/diagnostics.js';
import { HCA_CAP, OTHER_HCA_CAP } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { MLX5_REQUEST, MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { CREATE_UCTX, DESTROY_UCTX } from '../../../kit/formats/mlx5/user-context.js';
import type { Answer, Command } from './command.js';
import { modifyCongStatus, queryCongStatus } from './congestion.js';
import { queryDiagnosticParams, setDiagnosticParams } from './diagnostics.js';
import type { Firmware } from './firmware.js';
import { queryHcaCap, queryOtherHcaCap, setHcaCap } from './hca-capabilities.js';
import { createObject, destroyObject, OBJECT_ENDERS, OBJECT_MAKERS } from './objects.js';
import { answerPlainly } from './plain-commands.js';
import { accessRegister } from './registers.js';
import { createUctx, destroyUctx } from './user-contexts.js';

/** Who may give a command: any user context, one that holds TOOLS_RESOURCES, or the kernel driver alone. */
type Audience = 'any' | 'tools' | 'kernel';

type CommandEntry = {
  readonly audience: Audience;
  /** The shortest request and the least room for the response, in bytes. */
  readonly input: number;
  readonly output: number;
  readonly run: (firmware: Firmware, command: Command) => Answer;
};

const HEADER_ONLY = { input: MLX5_REQUEST.length, output: MLX5_RESPONSE.length } as const;
const CAP_PAGE_OUTPUT = HCA_CAP.page + HCA_CAP.pageLength;

const COMMANDS: Partial<Record<Mlx5CommandName, CommandEntry>> = {
  QUERY_HCA_CAP: { audience: 'any', input: MLX5_REQUEST.length, output: CAP_PAGE_OUTPUT, run: queryHcaCap },
  SET_HCA_CAP: { audience: 'tools', input: CAP_PAGE_OUTPUT, output: MLX5_RESPONSE.length, run: setHcaCap },
  QUERY_OTHER_HCA_CAP: {
    audience: 'tools',
    input: OTHER_HCA_CAP.inputLength,
    output: OTHER_HCA_CAP.page + OTHER_HCA_CAP.pageLength,
    run: queryOtherHcaCap,
  },
  ACCESS_REG: { audience: 'tools', ...HEADER_ONLY, run: accessRegister },
  ACCESS_REGISTER_USER: { audience: 'any', ...HEADER_ONLY, run: accessRegister },
  QUERY_DIAGNOSTIC_PARAMS: {
    audience: 'tools',
    input: MLX5_REQUEST.length,
    output: DIAGNOSTIC_PARAMS.length,
    run: queryDiagnosticParams,
  },
  SET_DIAGNOSTIC_PARAMS: { audience: 'tools', input: DIAGNOSTIC_PARAMS.length, output: MLX5_RESPONSE.length, run: setDiagnosticParams },
  QUERY_CONG_STATUS: { audience: 'any', ...HEADER_ONLY, run: queryCongStatus },
  MODIFY_CONG_STATUS: { audience: 'tools', ...HEADER_ONLY, run: modifyCongStatus },
  CREATE_UCTX: { audience: 'kernel', input: CREATE_UCTX.inputLength, output: CREATE_UCTX.outputLength, run: createUctx },
  DESTROY_UCTX: { audience: 'kernel', input: DESTROY_UCTX.inputLength, output: DESTROY_UCTX.outputLength, run: destroyUctx },
};

/** What the firmware does at a command, and what it asks of it first. */
export function commandEntry(name: Mlx5CommandName): CommandEntry {
  return COMMANDS[name] ?? { audience: 'any', ...HEADER_ONLY, run: runWithoutState(name) };
}

function runWithoutState(name: Mlx5CommandName): CommandEntry['run'] {
  const made = OBJECT_MAKERS.get(name);
  if (made !== undefined) return (firmware, command) => createObject(firmware, command, made);
  const ended = OBJECT_ENDERS.get(name);
  if (ended !== undefined) return (firmware, command) => destroyObject(firmware, command, ended);
  return (firmware, command) => answerPlainly(firmware, command, name);
}
