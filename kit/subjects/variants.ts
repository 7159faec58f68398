import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrokenVariant, UnfitVariant, Variant } from '../../reference-impl/variant.js';
import { type ModelName, USUAL_MODEL } from '../model/model.js';

export const VARIANT_KINDS = ['broken', 'unfit', 'odd'] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** Those that a run judges by name, to see them fail. */
export const FAILING_KINDS = ['broken', 'unfit'] as const satisfies readonly VariantKind[];

/** A shipped variant of the reference, found by where its file lies. */
export type VariantFile = { readonly name: string; readonly kind: VariantKind; readonly url: URL };

export type NamedVariant = VariantFile & {
  readonly variant: Variant & Partial<Pick<BrokenVariant, 'rule'>> & Partial<Pick<UnfitVariant, 'rules'>>;
};

const HOMES = [
  'reference-impl',
  'devices/plain',
  'devices/mlx5',
  'devices/cxl',
  'devices/bnxt',
  'devices/pds',
  'devices/nvme',
  'devices/raid',
  'devices/bmc',
  'devices/hypervisor-function',
  'devices/vm-function',
  'devices',
];
const ROOT = new URL('../../', import.meta.url);

const known = new Map<VariantKind, readonly VariantFile[]>();

/** Every variant file of that kind, by name in alphabetical order; nothing is imported, and the folders are read once. */
export function findVariants(kind: VariantKind): readonly VariantFile[] {
  const files = known.get(kind) ?? readVariants(kind);
  known.set(kind, files);
  return files;
}

function readVariants(kind: VariantKind): readonly VariantFile[] {
  const found = HOMES.flatMap((home) => {
    const folder = new URL(`${home}/${kind}/`, ROOT);
    return filesIn(folder).map((file) => ({ name: file.replace(/\.[jt]s$/, ''), kind, url: new URL(file, folder) }));
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(fileURLToPath(folder)).filter((file) => /\.[jt]s$/.test(file) && !/\.(d|test)\.[jt]s$/.test(file));
  } catch {
    return [];
  }
}

export async function loadVariant(file: VariantFile): Promise<NamedVariant> {
  const loaded: { readonly default: Variant | BrokenVariant | UnfitVariant } = await import(file.url.href);
  return { ...file, variant: loaded.default };
}

/** Whose model file the modelled device of a variant is judged by. Throws when there is no such variant. */
export async function modelOfVariant(kind: VariantKind, name: string): Promise<ModelName> {
  const file = findVariants(kind).find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`there is no ${kind} subject named "${name}"`);
  const { variant } = await loadVariant(file);
  return variant.model ?? USUAL_MODEL;
}

/** All of one kind, loaded. */
export function loadVariants(kind: VariantKind): Promise<readonly NamedVariant[]> {
  return Promise.all(findVariants(kind).map(loadVariant));
}
/** The rules that a variant violates: one when it is broken, none when it is odd. */
export function violatedRules({ variant: { rule, rules = [] } }: NamedVariant): readonly string[] {
  return rule === undefined ? rules : [rule];
}
