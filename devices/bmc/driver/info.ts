/** The version of IPMI that the manager speaks, its digits in half a byte each, the lower one first. */
const IPMI_2_0 = 0x02;

export function deviceInfo(): Uint8Array {
  return Uint8Array.of(IPMI_2_0, 0, 0, 0);
}
