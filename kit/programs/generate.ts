import fc from 'fast-check';
import { ERRNOS } from '../uapi/errno.js';
import { CALL, LENGTH, RPC_CALL } from './generate-calls.js';
import { CALLERS, type Command, DEVICES, type Program, type Script } from './program.js';

const LONGEST = 30;

/** Most of it is done by one process with one device; what can be made smaller becomes so. */
const CALLER = fc.constantFrom(CALLERS[0], CALLERS[0], ...CALLERS);
const DEVICE = fc.constantFrom(DEVICES[0], DEVICES[0], DEVICES[0], ...DEVICES);

const RIGHTS = fc.constantFrom(
  { capabilities: [], userNamespace: 'initial' } as const,
  { capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'initial' } as const,
  { capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'child' } as const,
  { capabilities: ['CAP_SYS_ADMIN'], userNamespace: 'initial' } as const,
  { capabilities: ['CAP_NET_ADMIN', 'CAP_DAC_OVERRIDE'], userNamespace: 'initial' } as const,
  { capabilities: ['CAP_SYS_MODULE', 'CAP_SYS_BOOT', 'CAP_PERFMON', 'CAP_BPF'], userNamespace: 'initial' } as const,
);

const SCRIPT: fc.Arbitrary<Script> = fc.oneof(
  fc.constant({ refuses: 'nothing' } as const),
  fc.record({ refuses: fc.constantFrom('open', 'info', 'rpc'), errno: fc.constantFrom(...ERRNOS) }),
  LENGTH.map((tells) => ({ tells })),
  fc.oneof(LENGTH, fc.constantFrom('inverted', 'inverted in place')).map((answers) => ({ answers })),
);

const REGISTER = fc
  .tuple(
    DEVICE,
    fc.oneof(
      fc.constant({}),
      fc.constant({ info: 'none' } as const),
      fc.nat({ max: 200 }).map((type) => ({ type })),
    ),
  )
  .map(([device, setup]) => ({ do: 'register', device, ...setup }) as const);

const OPEN = fc
  .tuple(CALLER, DEVICE, fc.constantFrom('read-write', 'read-only'))
  .map(([caller, device, mode]) => ({ do: 'open', caller, device, mode }) as const);

const COMMAND: fc.Arbitrary<Command> = fc.oneof(
  { weight: 60, arbitrary: fc.tuple(CALLER, CALL).map(([caller, call]) => ({ do: 'call', caller, call }) as const) },
  { weight: 14, arbitrary: OPEN },
  { weight: 12, arbitrary: SCRIPT.map((script) => ({ do: 'script', script }) as const) },
  { weight: 12, arbitrary: fc.tuple(CALLER, RIGHTS).map(([caller, rights]) => ({ do: 'rights', caller, ...rights }) as const) },
  { weight: 10, arbitrary: CALLER.map((caller) => ({ do: 'close', caller }) as const) },
  { weight: 8, arbitrary: CALLER.map((caller) => ({ do: 'share', caller }) as const) },
  { weight: 8, arbitrary: REGISTER },
  { weight: 5, arbitrary: DEVICE.map((device) => ({ do: 'unregister', device }) as const) },
  { weight: 6, arbitrary: RPC_CALL.map((call) => ({ do: 'begin', call }) as const) },
  { weight: 4, arbitrary: fc.constant({ do: 'go-on' } as const) },
  { weight: 3, arbitrary: fc.nat({ max: 100 }).map((value) => ({ do: 'poke', word: 'size', value }) as const) },
  { weight: 3, arbitrary: fc.constant({ do: 'poke', word: 'request' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'both' } as const) },
  { weight: 3, arbitrary: fc.boolean().map((available) => ({ do: 'memory', available }) as const) },
  {
    weight: 2,
    arbitrary: fc.tuple(CALLER, fc.constantFrom('exit', 'kill')).map(([caller, how]) => ({ do: 'exit', caller, how }) as const),
  },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 300 }).map((count) => ({ do: 'open-many', count }) as const) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }).map((count) => ({ do: 'register-many', count }) as const) },
);

/** A program starts with a device, and a file of the caller on it: without them next to nothing can happen. */
const BEGINNING: Program = [
  { do: 'register', device: 'the device' },
  { do: 'open', caller: 'the caller', device: 'the device', mode: 'read-write' },
];

export const PROGRAM: fc.Arbitrary<Program> = fc
  .array(COMMAND, { minLength: 1, maxLength: LONGEST, size: 'max' })
  .map((commands) => [...BEGINNING, ...commands]);
