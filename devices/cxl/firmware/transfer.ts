/** Something long on its way to the device, part by part. */
export type Transfer = {
  /** What has arrived; zero behind it. */
  readonly data: Uint8Array;
  length: number;
  /** The payload of the part that arrived last. */
  lastPart: Uint8Array;
};

/** A transfer of at most `size` bytes, of which none has arrived but those that lie ahead of it and stay. */
export function openTransfer(size: number, ahead: Uint8Array = new Uint8Array(0)): Transfer {
  const data = new Uint8Array(size);
  data.set(ahead.subarray(0, size));
  return { data, length: ahead.length, lastPart: new Uint8Array(0) };
}

/** Whether this is the part that arrived last, sent once more; that is permitted and changes nothing. */
export function isRepeated(transfer: Transfer, payload: Uint8Array): boolean {
  return payload.length === transfer.lastPart.length && payload.every((byte, index) => byte === transfer.lastPart[index]);
}

/** Takes the next part. A part that leaves a gap or goes back is not taken. The caller has seen to it that it fits. */
export function takePart(transfer: Transfer, payload: Uint8Array, offset: number, data: Uint8Array): boolean {
  if (offset !== transfer.length) return false;
  transfer.data.set(data, offset);
  transfer.length += data.length;
  transfer.lastPart = payload;
  return true;
}
