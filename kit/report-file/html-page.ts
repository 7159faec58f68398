import { readFileSync } from 'node:fs';
import type { WrittenReport } from '../../reports/document/report.js';
import { type PageFiles, renderHtml } from '../../reports/formats/html/render.js';
import { loadCatalogue, PACKAGE_ROOT } from '../catalogue/load.js';
import { readScenarioSteps } from '../catalogue/scenario-steps.js';
import { featureFiles, SHIPPED_FEATURES } from '../run/feature-set.js';

const STYLES = ['tokens.css', 'frame.css', 'page.css', 'rules.css', 'story.css', 'media.css'] as const;
const SCRIPTS = ['cases.js', 'filter.js', 'links.js'] as const;

/** The report as one page, piece by piece, with the rules of this installation. */
export async function htmlPage(report: WrittenReport): Promise<Iterable<string>> {
  const steps = new Map(featureFiles(SHIPPED_FEATURES).flatMap((path) => [...readScenarioSteps(path, read(path))]));
  return renderHtml(report, { catalogue: await loadCatalogue(), steps }, pageFiles());
}

/** What the page is made of beside the report, as it is shipped. */
function pageFiles(): PageFiles {
  return { style: STYLES.map(pageFile).join(''), scripts: SCRIPTS.map(pageFile) };
}

function pageFile(name: string): string {
  return read(`reports/formats/html/page/${name}`);
}

function read(path: string): string {
  return readFileSync(new URL(path, PACKAGE_ROOT), 'utf8');
}
