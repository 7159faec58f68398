/** The first byte of a request; operands follow. */
export const SETTINGS_COMMANDS = {
  SHOW_ALL: 0x01,
  SHOW_SPEED: 0x02,
  SET_SPEED: 0x03,
  SHOW_PROFILE: 0x04,
  DELETE_PROFILE: 0x05,
  COUNT_CHANGES: 0x06,
  SET_NAME: 0x07,
  TAKE_SLOT: 0x08,
  COUNT_SLOTS: 0x09,
  SHOW_FUNCTION: 0x0a,
} as const;
type SettingsCommand = (typeof SETTINGS_COMMANDS)[keyof typeof SETTINGS_COMMANDS];

export function isCommand(command: number): command is SettingsCommand {
  return Object.values<number>(SETTINGS_COMMANDS).includes(command);
}

/** The first byte of an answer. */
const OK = 0;
const NO_SUCH_PROFILE = 4;
const REFUSED = 5;

const OWN_FUNCTION = 0;

type Settings = {
  readonly execute: (file: number, command: SettingsCommand, operands: readonly number[]) => readonly number[];
  /** A file was closed. */
  readonly release: (file: number) => void;
  readonly reset: () => void;
};

export function createSettings(): Settings {
  let live = { speed: 1, profiles: [1, 2] };
  let waiting = live;
  let changes = 0;
  let taken = 0;
  const holders: number[] = [];
  const execute: Settings['execute'] = (file, command, [operand = 0]) => {
    switch (command) {
      case SETTINGS_COMMANDS.SHOW_ALL:
        return [OK, live.speed, ...live.profiles];
      case SETTINGS_COMMANDS.SHOW_SPEED:
        return [OK, live.speed];
      case SETTINGS_COMMANDS.SET_SPEED:
        waiting = { ...waiting, speed: operand };
        return [OK];
      case SETTINGS_COMMANDS.SHOW_PROFILE:
        return live.profiles.includes(operand) ? [OK, operand] : [NO_SUCH_PROFILE];
      case SETTINGS_COMMANDS.DELETE_PROFILE:
        waiting = { ...waiting, profiles: waiting.profiles.filter((profile) => profile !== operand) };
        return [OK];
      case SETTINGS_COMMANDS.COUNT_CHANGES:
        return [OK, changes % 256];
      case SETTINGS_COMMANDS.SET_NAME:
        changes += 1;
        return [OK];
      case SETTINGS_COMMANDS.TAKE_SLOT:
        taken += 1;
        holders.push(file);
        return [OK];
      case SETTINGS_COMMANDS.COUNT_SLOTS:
        return [OK, holders.length, taken % 256];
      case SETTINGS_COMMANDS.SHOW_FUNCTION:
        return operand === OWN_FUNCTION ? [OK, operand] : [REFUSED];
    }
  };
  return {
    execute,
    release: (file) => {
      holders.splice(0, holders.length, ...holders.filter((holder) => holder !== file));
    },
    reset: () => {
      live = waiting;
    },
  };
}
