import { loadVariants, type NamedVariant, type VariantKind } from '../subjects/variants.js';

const FAMILIES = ['uapi', 'rpc', 'scope', 'taint', 'lifetime', 'discovery', 'access'] as const;
const OTHER_DEVICES = /^(mlx5|cxl|bnxt|pds|driver)-/;

/** The broken subjects that violate a rule of the core, and the odd ones that are odd with any device. */
export async function coreVariants(kind: VariantKind): Promise<readonly NamedVariant[]> {
  const all = await loadVariants(kind);
  return all.filter(({ name, variant: { rule } }) =>
    rule === undefined ? !OTHER_DEVICES.test(name) : FAMILIES.some((family) => rule.startsWith(`${family}-`)),
  );
}
