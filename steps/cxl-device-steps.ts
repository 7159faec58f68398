import { Given, When } from '@cucumber/cucumber';
import { type CxlEffectName, effectsWord } from '../kit/formats/cxl/effects.js';
import { CXL_FEATURE_NAMES, type CxlFeatureName } from '../kit/formats/cxl/feature-uuids.js';
import { CXL_OPCODES, type CxlCommandName } from '../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES, type CxlReturnCodeName } from '../kit/formats/cxl/return-codes.js';
import { CXL_SETUP } from '../kit/subject/device-setups.js';
import type { FirmwareRelease, Reset } from '../kit/subject/operations.js';
import { cxl } from './support/cxl.js';
import { feature } from './support/cxl-features.js';
import type { FwctlWorld } from './support/world.js';

Given('a CXL memory device is registered', async function (this: FwctlWorld) {
  await cxl(this).register();
});

Given(
  'a CXL memory device whose feature announces {cxlEffects} is registered',
  async function (this: FwctlWorld, effects: readonly CxlEffectName[]) {
    await cxl(this).register({ features: [feature({ effects })] });
  },
);

Given(
  'a CXL memory device that runs the {firmwareRelease} release of its firmware is registered',
  async function (this: FwctlWorld, release: FirmwareRelease) {
    await cxl(this).register();
    await this.device.runFirmware(release);
  },
);

Given('a CXL memory device whose feature is not changeable is registered', async function (this: FwctlWorld) {
  await cxl(this).register({ features: [feature({ changeable: false })] });
});

Given('a CXL memory device whose feature tells nothing but its current value is registered', async function (this: FwctlWorld) {
  await cxl(this).register({ features: [feature({ selectable: false })] });
});

Given('a CXL memory device whose feature is {length} long is registered', async function (this: FwctlWorld, length: number) {
  await cxl(this).register({ features: [feature({ length })] });
});

Given(
  'a CXL memory device whose mailbox takes {length} and whose features are {length} long is registered',
  async function (this: FwctlWorld, payloadSize: number, length: number) {
    await cxl(this).register({ payloadSize, features: [0, 1].map((number) => feature({ number, length })) });
  },
);

Given(
  'a CXL memory device whose mailbox takes {length} and whose feature is {length} long and changes at once is registered',
  async function (this: FwctlWorld, payloadSize: number, length: number) {
    await cxl(this).register({ payloadSize, features: [feature({ length, effects: ['immediate configuration change'] })] });
  },
);

Given(
  'a CXL memory device with a feature that announces {cxlEffects} and one that announces {cxlEffects} is registered',
  async function (this: FwctlWorld, first: readonly CxlEffectName[], second: readonly CxlEffectName[]) {
    await cxl(this).register({ features: [first, second].map((effects, number) => feature({ number, effects })) });
  },
);

Given(
  'a CXL memory device that logs {cxlEffects} for Set Feature, and whose feature announces {cxlEffects}, is registered',
  async function (this: FwctlWorld, logged: readonly CxlEffectName[], effects: readonly CxlEffectName[]) {
    await cxl(this).register({ setFeatureEffects: effectsWord(logged), features: [feature({ effects })] });
  },
);

Given('a CXL memory device with {int} features is registered', async function (this: FwctlWorld, count: number) {
  await cxl(this).register({ features: Array.from({ length: count }, (_, number) => feature({ number })) });
});

Given(
  'a CXL memory device with {cxlFeature} and a feature of its vendor is registered',
  async function (this: FwctlWorld, name: CxlFeatureName) {
    await cxl(this).register({ features: [feature({ name, length: 16 }), feature({ number: 1, setSize: 8 })] });
  },
);

Given("a CXL memory device with all of the kernel's features and a feature of its vendor is registered", async function (this: FwctlWorld) {
  await cxl(this).register({ features: [...CXL_FEATURE_NAMES.map((name) => feature({ name })), feature({ setSize: 8 })] });
});

Given('a CXL memory device that does not log {cxlCommand} is registered', async function (this: FwctlWorld, command: CxlCommandName) {
  await cxl(this).register({ commands: commandsWithout(command) });
});

When('a CXL memory device that does not log {cxlCommand} appears', async function (this: FwctlWorld, command: CxlCommandName) {
  await cxl(this).register({ commands: commandsWithout(command) });
});

When('a CXL memory device without features appears', async function (this: FwctlWorld) {
  await cxl(this).register({ features: [] });
});

Given(
  'a CXL memory device whose {cxlFeature} announces {cxlEffects}, and that has a feature of its vendor, is registered',
  async function (this: FwctlWorld, name: CxlFeatureName, effects: readonly CxlEffectName[]) {
    await cxl(this).register({ features: [feature({ name, effects }), feature({ number: 1 })] });
  },
);

Given(
  'a CXL memory device with {cxlFeature} between two features of its vendor is registered',
  async function (this: FwctlWorld, name: CxlFeatureName) {
    await cxl(this).register({ features: [feature(), feature({ name }), feature({ number: 1 })] });
  },
);

When("a CXL memory device with all of the kernel's features and no other appears", async function (this: FwctlWorld) {
  await cxl(this).register({ features: CXL_FEATURE_NAMES.map((name) => feature({ name })) });
});

When('a CXL memory device with {cxlFeature} and no other feature appears', async function (this: FwctlWorld, name: CxlFeatureName) {
  await cxl(this).register({ features: [feature({ name })] });
});

When('a CXL memory device with {cxlFeature} and a feature of its vendor appears', async function (this: FwctlWorld, name: CxlFeatureName) {
  await cxl(this).register({ features: [feature({ name }), feature({ number: 1 })] });
});

When(
  'a CXL memory device with a feature of its vendor and {cxlFeature} behind it appears',
  async function (this: FwctlWorld, name: CxlFeatureName) {
    await cxl(this).register({ features: [feature(), feature({ name })] });
  },
);

When('a CXL memory device with a feature of its vendor appears', async function (this: FwctlWorld) {
  await cxl(this).register();
});

function commandsWithout(command: CxlCommandName): readonly number[] {
  return CXL_SETUP.commands.filter((opcode) => opcode !== CXL_OPCODES[command]);
}

Given('the device will answer the next command with {cxlReturnCode}', async function (this: FwctlWorld, code: CxlReturnCodeName) {
  await this.device.fault({ kind: 'status', status: CXL_RETURN_CODES[code], syndrome: 0 });
});

When('the device undergoes a {cxlReset} reset', async function (this: FwctlWorld, reset: Reset) {
  await this.device.reset(reset);
});
