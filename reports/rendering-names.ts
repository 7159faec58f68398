/** Forms that the report alone is enough for. */
export const PLAIN_RENDERING_NAMES = [
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
  'badge',
] as const;
export type PlainRenderingName = (typeof PLAIN_RENDERING_NAMES)[number];

/** In which forms a report is told, beside report.json that they all come from. The page tells the rules, too. */
export const RENDERING_NAMES = ['html', ...PLAIN_RENDERING_NAMES] as const;
export type RenderingName = (typeof RENDERING_NAMES)[number];
