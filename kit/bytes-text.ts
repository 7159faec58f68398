/** A byte that comes at least as often in a row is written once. */
const RUN = /([\s\S])\1{7,}/g;

/** Bytes as the evidence writes them: hex digits, and `00*64` between blanks for 64 bytes of 00. */
export function bytesText(bytes: Buffer): string {
  const groups: string[] = [];
  let end = 0;
  for (const { 0: run, index } of bytes.toString('latin1').matchAll(RUN)) {
    if (index > end) groups.push(bytes.toString('hex', end, index));
    end = index + run.length;
    groups.push(`${bytes.toString('hex', index, index + 1)}*${run.length}`);
  }
  if (end < bytes.length) groups.push(bytes.toString('hex', end));
  return groups.join(' ');
}

/** The bytes that such a text stands for, no more than `most`; `rest` is what became of the others. */
export function readBytesText(text: string, most: number): { readonly bytes: Buffer; readonly rest: 'none' | 'cut off' | 'unreadable' } {
  const read: Buffer[] = [];
  let room = most;
  for (const group of text === '' ? [] : text.split(' ')) {
    const [, digits, times = '1'] = /^((?:[0-9a-f]{2})+)(?:\*([1-9]\d*))?$/.exec(group) ?? [];
    if (digits === undefined) return { bytes: Buffer.concat(read), rest: 'unreadable' };
    const length = (digits.length / 2) * Number(times);
    read.push(Buffer.alloc(Math.min(length, room), digits, 'hex'));
    if (length > room) return { bytes: Buffer.concat(read), rest: 'cut off' };
    room -= length;
  }
  return { bytes: Buffer.concat(read), rest: 'none' };
}
