import type { Report } from './document/report.js';
import { renderBadge } from './formats/badge.js';
import { renderCtrf } from './formats/ctrf.js';
import { renderEarl } from './formats/earl.js';
import { renderGithubAnnotations } from './formats/github-annotations.js';
import { renderGithubSummary } from './formats/github-summary.js';
import { renderInToto } from './formats/in-toto.js';
import { renderJunit } from './formats/junit.js';
import { renderKtap } from './formats/ktap.js';
import { renderMail } from './formats/mail.js';
import { renderSarif } from './formats/sarif.js';
import { renderText } from './formats/text.js';
import type { PlainRenderingName } from './rendering-names.js';

/** A report in another form. `sha256` is the digest of its report.json. */
export type Render = (report: Report, sha256: string) => string;

export const RENDERINGS: { readonly [Name in PlainRenderingName]: Render } = {
  text: renderText,
  mail: renderMail,
  junit: renderJunit,
  sarif: renderSarif,
  ctrf: renderCtrf,
  ktap: renderKtap,
  earl: renderEarl,
  'github-summary': renderGithubSummary,
  'github-annotations': renderGithubAnnotations,
  'in-toto': renderInToto,
  badge: renderBadge,
};
