export const AS_KNOWN = 'the answer that it knows';

/** Where an answer is not the one that a tool knows, in words. A byte that the tool does not look at has to be there, too. */
export function compareWithKnown(known: readonly (number | null)[], answer: Uint8Array): string {
  const at = known.findIndex((byte, index) => index >= answer.length || (byte !== null && byte !== answer[index]));
  if (at < 0) return AS_KNOWN;
  const [expected, came] = [known[at], answer[at]].map((byte) => byte?.toString(16).padStart(2, '0'));
  return came === undefined ? `an answer of ${at} bytes` : `${came} in byte ${at}, and not ${expected}`;
}
