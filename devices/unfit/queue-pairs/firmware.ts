/** Commands of the firmware of an adapter with queue pairs. */
export const QUEUE_PAIR_COMMANDS = {
  IDENTIFY: 0x01,
  GET_MTU: 0x02,
  SET_MTU: 0x03,
  READ_COUNTERS: 0x04,
  POST_SEND: 0x10,
  RING_DOORBELL: 0x11,
  POLL_COMPLETIONS: 0x12,
} as const;

/** One queue pair: what is posted goes out at the doorbell, and is completed then. A new MTU waits for a reset. */
export function createQueuePairFirmware(): (command: number, operands: readonly number[]) => readonly number[] {
  const posted: (readonly number[])[] = [];
  let sent = 0;
  let completions = 0;
  return (command, operands) => {
    switch (command) {
      case QUEUE_PAIR_COMMANDS.GET_MTU:
        return [4];
      case QUEUE_PAIR_COMMANDS.READ_COUNTERS:
        return [sent];
      case QUEUE_PAIR_COMMANDS.POST_SEND:
        posted.push(operands);
        return [posted.length];
      case QUEUE_PAIR_COMMANDS.RING_DOORBELL:
        completions += posted.length;
        sent += posted.reduce((bytes, { length }) => bytes + length, 0);
        posted.length = 0;
        return [];
      case QUEUE_PAIR_COMMANDS.POLL_COMPLETIONS: {
        const polled = completions;
        completions = 0;
        return [polled];
      }
      default:
        return [1];
    }
  };
}
