import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';

export const ROOT = fileURLToPath(PACKAGE_ROOT);
export const MAIN = `${ROOT}dist/kit/cli/main.js`;
