import type { RaidCommandName } from '../../../kit/formats/raid/commands.js';

/**
 * The security model of the driver: commands by the least scope that admits them. Whatever is not listed is refused in
 * every scope: it belongs to the block layer, to another host, or to nobody.
 */
export const COMMANDS_BY_LEAST_SCOPE = {
  configuration: [
    'GET_CONTROLLER',
    'STAGE_FIRMWARE',
    'LIST_DRIVES',
    'START_REBUILD',
    'LIST_VOLUMES',
    'COMPOSE_VOLUME',
    'DELETE_VOLUME',
    'GET_CACHE_POLICY',
    'SET_CACHE_POLICY',
    'GET_PATROL_READ',
    'SET_PATROL_READ',
    'SUBSCRIBE',
    'UNSUBSCRIBE',
    'COUNT_SUBSCRIPTIONS',
    'POLL_SUBSCRIPTION',
  ],
  'debug read only': ['READ_EVENTS'],
  'debug write': ['SET_EVENT_GROUPS'],
  'debug write full': ['PEEK_REGISTER'],
} as const satisfies Record<string, readonly RaidCommandName[]>;
