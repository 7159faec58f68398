import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HWRM_REQUEST_TYPE_NAMES } from '../formats/bnxt/request-types.js';
import { CXL_COMMAND_NAMES } from '../formats/cxl/opcodes.js';
import { MLX5_COMMAND_NAMES } from '../formats/mlx5/commands.js';
import { NVME_ADMIN_NAMES } from '../formats/nvme/opcodes.js';
import { type FeatureSet, featureFiles, SHIPPED_FEATURES } from '../run/feature-set.js';

/** By the folders below `features/` that try them. Sweeps leave out what has a name, so each name has to be tried. */
const COMMANDS: { readonly [folders: string]: readonly string[] } = {
  bnxt: HWRM_REQUEST_TYPE_NAMES,
  'cxl cxl-switch': CXL_COMMAND_NAMES,
  mlx5: MLX5_COMMAND_NAMES,
  nvme: NVME_ADMIN_NAMES,
};

/** Commands of our vocabulary that no feature of their device names. */
export function findUntriedCommands(features: FeatureSet = SHIPPED_FEATURES, commands = COMMANDS): readonly string[] {
  return Object.entries(commands).flatMap(([folders, names]) => {
    const texts = featureFiles(features)
      .filter((path) => folders.split(' ').some((folder) => path.startsWith(`${features.features}/${folder}/`)))
      .map((path) => readFileSync(join(features.root, path), 'utf8'));
    if (texts.length === 0 || names.length === 0) throw new Error(`the check of commands found nothing to look at for ${folders}`);
    return unnamedIn(texts.join('\n'), names);
  });
}

/** `Identify Memory Device` does not name `Identify`, so longer names are taken out first. */
function unnamedIn(text: string, names: readonly string[]): readonly string[] {
  let rest = text;
  return [...names]
    .sort((one, other) => other.length - one.length)
    .filter((name) => {
      const others = rest.replace(new RegExp(`(?<!\\w)${name}(?!\\w)`, 'g'), '');
      const isUnnamed = others === rest;
      rest = others;
      return isUnnamed;
    });
}
