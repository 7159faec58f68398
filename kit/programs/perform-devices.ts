import { countedBytes } from '../../steps/support/sent.js';
import { PLAIN_SETUP, type PlainSetup } from '../subject/device-setups.js';
import { predictGone, predictLeaving, predictRegister } from './oracle/devices.js';
import { deviceName } from './oracle/state.js';
import { comesBack, settle } from './patience.js';
import type { Command, DeviceName, Script } from './program.js';
import { SUCCESS } from './referee.js';
import { deviceOn, type Stage } from './stage.js';

export async function register(stage: Stage, { device, type, info }: Extract<Command, { do: 'register' }>): Promise<void> {
  const setup = { ...PLAIN_SETUP, ...(type !== undefined && { deviceType: type }), ...(info === 'none' && { info: null }) };
  await registerOne(stage, device, setup);
  await stage.referee.judgeQuiet();
}

export async function registerMany(stage: Stage, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await registerOne(stage, `device ${index}`, PLAIN_SETUP);
  await stage.referee.judgeQuiet();
}

async function registerOne({ subject, machine, referee }: Stage, id: string, setup: PlainSetup): Promise<void> {
  const predicted = predictRegister(machine, id, setup);
  const { node } = await subject.perform({ op: 'register', device: id, profile: 'plain', setup });
  referee.expect(`the node of ${id}`, predicted === null ? 'none' : `/dev/fwctl/${deviceName(predicted)}`, node ?? 'none');
}

export async function unregister(stage: Stage, name: DeviceName): Promise<void> {
  const { subject, machine, referee, begun } = stage;
  const device = deviceOn(stage, name);
  predictLeaving(device);
  const coming = subject.perform({ op: 'unregister', device: name });
  if (begun?.delivered.file.device !== device) {
    const gone = coming.then(() => SUCCESS);
    await referee.judge([predictGone(machine, device)], comesBack(subject, 'unregister', gone));
    return;
  }
  const leaving: NonNullable<Stage['leaving']> = { isGone: false, gone: coming };
  coming.then(
    () => {
      leaving.isGone = true;
    },
    () => undefined,
  );
  stage.leaving = leaving;
  await settle(subject);
  referee.expect('the device while its driver is at work', 'still going', leaving.isGone ? 'gone' : 'still going');
  await referee.judgeQuiet();
}

export async function script(stage: Stage, wanted: Script): Promise<void> {
  const device = deviceOn(stage, 'the device');
  const change = setupOf(wanted);
  await stage.subject.perform({ op: 'script-driver', device: 'the device', setup: change });
  // A driver that was registered without an info operation gets none.
  const info = device.setup.info === null ? null : (change.info ?? device.setup.info);
  device.setup = { ...device.setup, ...change, info };
  await stage.referee.judgeQuiet();
}

const REFUSALS = { open: 'openErrno', info: 'infoErrno', rpc: 'rpcErrno' } as const;

function setupOf(wanted: Script): Partial<PlainSetup> {
  if ('tells' in wanted) return { info: countedBytes(wanted.tells) };
  if ('answers' in wanted) return { response: typeof wanted.answers === 'number' ? countedBytes(wanted.answers) : wanted.answers };
  if (wanted.refuses === 'nothing') return { openErrno: null, infoErrno: null, rpcErrno: null };
  return { [REFUSALS[wanted.refuses]]: wanted.errno };
}
