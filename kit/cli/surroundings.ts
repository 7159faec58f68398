/** What a command gets from the process it runs in. Commands end by giving an exit status; only main.ts ends the process. */
export type Surroundings = {
  readonly cwd: string;
  /** Aborted when a person or a supervisor wants the command to end. */
  readonly signal: AbortSignal;
  readonly output: Channel;
  readonly messages: Channel;
};

/** A standard stream. Messages and progress go to standard error, results to standard output. */
export type Channel = {
  readonly isTerminal: boolean;
  readonly hasColours: boolean;
  write(text: string): void;
};

/** contract.md, "Exit status". */
export const EXIT = { conformant: 0, notConformant: 1, undecided: 2, error: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
