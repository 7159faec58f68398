import type { Selection } from '../../kit/formats/nvme/dwords.js';
import { decodeNvmeRpcAnswer } from '../../kit/formats/nvme/rpc.js';
import { NVME_STATUSES, type NvmeStatusName } from '../../kit/formats/nvme/statuses.js';
import type { Disallowed } from '../../kit/model/model.js';
import { featureValue, runningRevision } from './nvme.js';
import type { FwctlWorld } from './world.js';

export async function expectNothingNoticed(world: FwctlWorld): Promise<void> {
  const notices = await world.hostNotices();
  world.judge.expectNothing(
    'what the host has noticed',
    notices.map(({ kind, what }) => `${kind}: ${what}`),
  );
}

export async function expectNoticed(world: FwctlWorld, kind: Disallowed): Promise<void> {
  const kinds = (await world.hostNotices()).map((notice) => notice.kind);
  world.judge.expect('what the host has noticed', kind, kinds.join(', ') || 'nothing', kinds.includes(kind));
}

export function expectStatus(world: FwctlWorld, name: NvmeStatusName): void {
  const { data } = world.caller.judgedResult;
  world.judge.expectNumber('status', NVME_STATUSES[name], decodeNvmeRpcAnswer(data).status);
}

export async function expectRevision(world: FwctlWorld, revision: string): Promise<void> {
  world.judge.expect('the firmware that runs', revision, await runningRevision(world));
}

export async function expectFeature(world: FwctlWorld, feature: number, selection: Selection, value: number): Promise<void> {
  world.judge.expectNumber(`the ${selection} value`, value, await featureValue(world, feature, selection));
}
