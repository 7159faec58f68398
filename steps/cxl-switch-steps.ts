import { Given, Then, When } from '@cucumber/cucumber';
import type { CxlEffectName } from '../kit/formats/cxl/effects.js';
import { CXL_OPCODES, type CxlCommandName } from '../kit/formats/cxl/opcodes.js';
import type { CxlReturnCodeName } from '../kit/formats/cxl/return-codes.js';
import type { Scope } from '../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG, tryEveryScope } from './support/admission.js';
import { UNPRIVILEGED } from './support/caller.js';
import { commands } from './support/commands.js';
import {
  announcing,
  behind,
  expectKernelBegun,
  expectSwitchReturnCode,
  type Host,
  openSwitch,
  type Place,
  switchMessage,
} from './support/cxl-switch.js';
import type { FwctlWorld } from './support/world.js';

Given('a caller with CAP_SYS_RAWIO has opened a CXL switch', async function (this: FwctlWorld) {
  await openSwitch(this);
});

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch where {cxlPlace} announces {cxlEffects} for {cxlCommand}',
  async function (this: FwctlWorld, place: Place, effects: readonly CxlEffectName[], command: CxlCommandName) {
    await openSwitch(this, announcing(place, { opcode: CXL_OPCODES[command], effects }));
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch where {cxlPlace} announces {cxlEffects} for opcode {hex}',
  async function (this: FwctlWorld, place: Place, effects: readonly CxlEffectName[], opcode: number) {
    await openSwitch(this, announcing(place, { opcode, effects }));
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces {cxlEffects}, and {cxlPlace} {cxlEffects}, for {cxlCommand}',
  async function (
    this: FwctlWorld,
    own: readonly CxlEffectName[],
    place: Place,
    effects: readonly CxlEffectName[],
    command: CxlCommandName,
  ) {
    const opcode = CXL_OPCODES[command];
    const { components } = announcing(place, { opcode, effects });
    await openSwitch(this, { ...announcing([], { opcode, effects: own }), components });
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch with components behind {cxlPorts}',
  async function (this: FwctlWorld, ports: Place) {
    await openSwitch(this, behind(ports));
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch of a BMC with components behind {cxlPorts}',
  async function (this: FwctlWorld, ports: Place) {
    await openSwitch(this, { ...behind(ports), kernel: 'BMC' });
  },
);

Given('a caller without CAP_SYS_RAWIO has opened a CXL switch of a BMC', async function (this: FwctlWorld) {
  await openSwitch(this, { kernel: 'BMC' }, UNPRIVILEGED);
});

Given(
  'a caller with CAP_SYS_RAWIO has opened a CXL switch on which the kernel has a background command of its own',
  async function (this: FwctlWorld) {
    const effects = ['configuration change after cold reset', 'background operation', 'background abort supported'] as const;
    await openSwitch(this, { ...announcing([], { opcode: CXL_OPCODES['Set Alert Configuration'], effects }), kernelHasCommand: true });
  },
);

When('the caller sends {cxlPlace} {cxlCommand} in every scope', async function (this: FwctlWorld, place: Place, command: CxlCommandName) {
  await tryEveryScope(this, switchMessage(place, CXL_OPCODES[command]));
});

When('the caller sends {cxlPlace} opcode {hex} in every scope', async function (this: FwctlWorld, place: Place, opcode: number) {
  await tryEveryScope(this, switchMessage(place, opcode));
});

When(
  'the caller sends {cxlPlace} opcode {hex} in every scope below full debug',
  async function (this: FwctlWorld, place: Place, opcode: number) {
    await tryEveryScope(this, switchMessage(place, opcode), BELOW_FULL_DEBUG);
  },
);

When(
  'the caller sends {cxlPlace} {cxlCommand} for {cxlHost} in every scope',
  async function (this: FwctlWorld, place: Place, command: CxlCommandName, host: Host) {
    await tryEveryScope(this, switchMessage(place, CXL_OPCODES[command], host));
  },
);

When(
  'the caller sends {cxlPlace} {cxlCommand} for {cxlHost} in scope {scope}',
  async function (this: FwctlWorld, place: Place, command: CxlCommandName, host: Host, scope: Scope) {
    await commands(this).send({ ...switchMessage(place, CXL_OPCODES[command], host), scope });
  },
);

When(
  'the caller sends {cxlPlace} {cxlCommand} in scope {scope}',
  async function (this: FwctlWorld, place: Place, command: CxlCommandName, scope: Scope) {
    await commands(this).send({ ...switchMessage(place, CXL_OPCODES[command]), scope });
  },
);

Then('the answer of the switch has return code {cxlReturnCode}', function (this: FwctlWorld, code: CxlReturnCodeName) {
  expectSwitchReturnCode(this, code);
});

Then('the command of the kernel has begun', async function (this: FwctlWorld) {
  await expectKernelBegun(this);
});
