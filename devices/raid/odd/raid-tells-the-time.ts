import type { Variant } from '../../../reference-impl/variant.js';
import { modelledRaidWith } from '../raid-device.js';
import { tellingMore } from '../tells-more.js';

/** In ms; long enough for two answers to be alike, and short enough for the next one not to be. */
const TICK = 10;

export default {
  summary: 'Answers tell how long the controller has been up.',
  devices: modelledRaidWith({ driver: { fwRpc: tellingMore(() => Math.floor(performance.now() / TICK) % 256) } }),
  model: 'raid',
} satisfies Variant;
