import { type Challenge, shuffle } from '../../kit/challenge.js';

/** It repeats itself after 256 bytes. */
const USUAL_PATTERN = Uint8Array.from({ length: 256 }, (_, index) => (index * 7 + 1) & 0xff);

let pattern = USUAL_PATTERN;

/** From here on requests are made of bytes that nobody can know who does not know the challenge; of the usual ones without one. */
export function drawSampleRequests(challenge: Challenge | undefined): void {
  pattern = challenge === undefined ? USUAL_PATTERN : Uint8Array.from(shuffle([...USUAL_PATTERN], challenge, 'requests'));
}

/** Bytes that differ from their neighbours, so that a shift or a mix-up shows. */
export function sampleRequest(length: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(length, pattern).buffer);
}
