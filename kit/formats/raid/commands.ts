import { nameOf } from '../name-of.js';

/** What the controller of the reference can be told; the numbers are its own. The upper byte is the group of a command. */
export const RAID_COMMANDS = {
  GET_CONTROLLER: 0x0101,
  STOP_CONTROLLER: 0x0102,
  SET_DUMP_ADDRESS: 0x0103,
  STAGE_FIRMWARE: 0x0104,
  LIST_DRIVES: 0x0201,
  START_REBUILD: 0x0202,
  ERASE_DRIVE: 0x0203,
  LIST_VOLUMES: 0x0301,
  COMPOSE_VOLUME: 0x0302,
  DELETE_VOLUME: 0x0303,
  GET_CACHE_POLICY: 0x0401,
  SET_CACHE_POLICY: 0x0402,
  GET_PATROL_READ: 0x0501,
  SET_PATROL_READ: 0x0502,
  READ_EVENTS: 0x0601,
  SET_EVENT_GROUPS: 0x0602,
  SUBSCRIBE: 0x0603,
  UNSUBSCRIBE: 0x0604,
  COUNT_SUBSCRIPTIONS: 0x0605,
  POLL_SUBSCRIPTION: 0x0606,
  READ_BLOCKS: 0x0701,
  WRITE_BLOCKS: 0x0702,
  SET_QUEUE_DEPTH: 0x0703,
  ADOPT_DRIVES: 0x0801,
  BREAK_RESERVATION: 0x0802,
  PEEK_REGISTER: 0x0901,
} as const;

export type RaidCommandName = keyof typeof RAID_COMMANDS;

export function raidCommandName(opcode: number): RaidCommandName | undefined {
  return nameOf(RAID_COMMANDS, opcode);
}

/** How a command ended, in the first word of its answer. */
export const RAID_STATUSES = {
  OK: 0,
  UNKNOWN_COMMAND: 1,
  BAD_PARAMETER: 2,
  NO_SUCH_DRIVE: 3,
  NO_SUCH_VOLUME: 4,
  DRIVE_IN_USE: 5,
  VOLUME_IN_USE: 6,
  BAD_SIGNATURE: 7,
  NO_RESOURCES: 8,
  NO_SUCH_SUBSCRIPTION: 9,
} as const;

export type RaidStatusName = keyof typeof RAID_STATUSES;

export function raidStatusName(status: number): RaidStatusName | undefined {
  return nameOf(RAID_STATUSES, status);
}
