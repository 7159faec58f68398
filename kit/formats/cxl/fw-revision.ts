/** A firmware's revision: text of at most 16 characters of ASCII, zeros behind it. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_get_fw_info. */
export const FW_REVISION_LENGTH = 16;

export function encodeFwRevision(revision: string): Uint8Array {
  return Uint8Array.from({ length: FW_REVISION_LENGTH }, (_, index) => revision.charCodeAt(index));
}

/** The text up to the first zero; nothing for a slot that is empty. */
export function decodeFwRevision(bytes: Uint8Array, offset = 0): string {
  const [text = ''] = String.fromCharCode(...bytes.subarray(offset, offset + FW_REVISION_LENGTH)).split('\0');
  return text;
}
