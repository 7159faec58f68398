/** In which forms a report is told, beside report.json that they all come from. */
export const RENDERING_NAMES = [
  'text',
  'mail',
  'junit',
  'sarif',
  'ctrf',
  'ktap',
  'earl',
  'github-summary',
  'github-annotations',
  'in-toto',
] as const;
export type RenderingName = (typeof RENDERING_NAMES)[number];
