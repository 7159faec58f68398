import { loadVariants, type NamedVariant, type VariantKind } from '../subjects/variants.js';

const FAMILIES = ['uapi', 'rpc', 'scope', 'taint', 'lifetime', 'discovery', 'access'] as const;
const OTHER_DEVICES = /^(mlx5|cxl|bnxt|pds|driver)-/;

/** Programs hold no FWCTL_INFO in the driver, where the first two go wrong, and see no line of the log but warnings. */
const BEYOND_PROGRAMS: readonly string[] = [
  'info-rereads-the-size',
  'does-not-wait-for-info',
  'reading-is-noted-in-the-log',
  'refusal-is-noted-in-the-log',
];

/** The broken subjects that violate a rule of the core, and the odd ones that are odd with any device. */
export async function coreVariants(kind: VariantKind): Promise<readonly NamedVariant[]> {
  const all = await loadVariants(kind);
  const tried = all.filter(({ name }) => !BEYOND_PROGRAMS.includes(name));
  return tried.filter(({ name, variant: { rule } }) =>
    rule === undefined ? !OTHER_DEVICES.test(name) : FAMILIES.some((family) => rule.startsWith(`${family}-`)),
  );
}
