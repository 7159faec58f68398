import type { RaidCommandName } from '../../../kit/formats/raid/commands.js';
import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done } from './answer.js';
import { getCachePolicy, setCachePolicy } from './cache-policy.js';
import { listDrives } from './drives.js';
import { setEventGroups } from './event-log.js';
import type { Firmware } from './firmware.js';
import { getController, stageFirmware } from './image.js';
import { getPatrolRead, setPatrolRead } from './patrol-read.js';
import { startRebuild } from './rebuild.js';
import { countSubscriptions } from './subscriptions.js';
import { composeVolume, deleteVolume, listVolumes } from './volumes.js';

type CommandEntry = {
  /** The shortest payload, in bytes. */
  readonly least: number;
  /** Whether the event log tells of it. */
  readonly isEvent: boolean;
  readonly run: (firmware: Firmware, request: RaidRequest, owner: number) => Answer;
};

const COMMANDS: Partial<Record<RaidCommandName, CommandEntry>> = {
  GET_CONTROLLER: { least: 0, isEvent: false, run: getController },
  STAGE_FIRMWARE: { least: 8, isEvent: true, run: stageFirmware },
  LIST_DRIVES: { least: 0, isEvent: false, run: listDrives },
  START_REBUILD: { least: 1, isEvent: true, run: startRebuild },
  LIST_VOLUMES: { least: 0, isEvent: false, run: listVolumes },
  COMPOSE_VOLUME: { least: 4, isEvent: true, run: composeVolume },
  DELETE_VOLUME: { least: 0, isEvent: true, run: deleteVolume },
  GET_CACHE_POLICY: { least: 0, isEvent: false, run: getCachePolicy },
  SET_CACHE_POLICY: { least: 1, isEvent: true, run: setCachePolicy },
  GET_PATROL_READ: { least: 0, isEvent: false, run: getPatrolRead },
  SET_PATROL_READ: { least: 1, isEvent: true, run: setPatrolRead },
  READ_EVENTS: { least: 0, isEvent: false, run: (firmware) => firmware.parts.readEvents(firmware) },
  SET_EVENT_GROUPS: { least: 2, isEvent: false, run: setEventGroups },
  SUBSCRIBE: { least: 0, isEvent: false, run: (firmware, ...given) => firmware.parts.subscribe(firmware, ...given) },
  UNSUBSCRIBE: { least: 4, isEvent: false, run: (firmware, ...given) => firmware.parts.unsubscribe(firmware, ...given) },
  COUNT_SUBSCRIPTIONS: { least: 0, isEvent: false, run: countSubscriptions },
  POLL_SUBSCRIPTION: { least: 4, isEvent: false, run: (firmware, ...given) => firmware.parts.pollSubscription(firmware, ...given) },
};

/** What the other commands do is seen by the host and its drivers, and not in what the model keeps. */
const WITHOUT_STATE: CommandEntry = { least: 0, isEvent: true, run: () => done() };

export function commandEntry(name: RaidCommandName): CommandEntry {
  return COMMANDS[name] ?? WITHOUT_STATE;
}
