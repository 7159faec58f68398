/** Features that the CXL specification defines, by UUID. Source: include/cxl/features.h, CXL_FEAT_*_UUID. */
export const CXL_FEATURE_UUIDS = {
  'patrol scrub': '96dad7d6-fde8-482b-a733-75774e06db8a',
  'error check scrub': 'e5b13f22-2328-4a14-b8ba-b9691e893386',
  'soft post-package repair': '892ba475-fad8-474e-9d3e-692c917568bb',
  'hard post-package repair': '80ea4521-786f-4127-afb1-ec7459fb0e24',
  'cacheline sparing': '96c33386-91dd-44c7-9ecb-fdaf6503bac4',
  'row sparing': '450ebf67-b135-4f97-a498-c2d57f279bed',
  'bank sparing': '78b79636-90ac-4b64-a4ef-faac5d18a863',
  'rank sparing': '34dbaff5-0552-4281-8f76-da0b5e7a76a7',
} as const;

export type CxlFeatureName = keyof typeof CXL_FEATURE_UUIDS;

export const CXL_FEATURE_NAMES = Object.keys(CXL_FEATURE_UUIDS) as readonly CxlFeatureName[];

export const UUID_LENGTH = 16;

/** The 16 bytes in the order of the text, as uuid_t stores them. */
export function uuidBytes(text: string): Uint8Array {
  const digits = text.replaceAll('-', '');
  const bytes = new Uint8Array(UUID_LENGTH);
  for (let index = 0; index < UUID_LENGTH; index += 1) bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** The bytes in front of which the text has a dash. */
const DASH_BEFORE: readonly number[] = [4, 6, 8, 10];

/** The text, in lower case, of the UUID that starts at `offset`. */
export function uuidText(bytes: Uint8Array, offset = 0): string {
  let text = '';
  for (let index = 0; index < UUID_LENGTH; index += 1) {
    if (DASH_BEFORE.includes(index)) text += '-';
    text += HEX[bytes[offset + index] ?? 0];
  }
  return text;
}
