import ts from 'typescript';

/** One line of the dependency rules: what files below `from` may import, apart from their own folder and from packages. */
type Boundary = { readonly from: RegExp; readonly may: readonly RegExp[] };

const SHARED =
  /^kit\/(uapi|formats)\/|^kit\/(result|version|errors|evidence|bytes-text|compressed|challenge|in-flight)\.ts$|^kit\/model\/model\.ts$/;

/** The first boundary whose `from` matches a file holds for it. */
const BOUNDARIES: readonly Boundary[] = [
  { from: /^devices\/([^/]+\/firmware\/|unfit\/[^/]+\/firmware\.ts$)/, may: [/^kit\/formats\/|^kit\/result\.ts$/] },
  { from: /^devices\/[^/]+\/driver\//, may: [SHARED, /^reference-impl\/driver-ops\.ts$/, /^devices\/[^/]+\/link\.ts$/] },
  {
    from: /^devices\//,
    may: [SHARED, /^kit\/subject\//, /^reference-impl\/(driver-ops|device-instance|device-kind|variant)\.ts$/, /^devices\//],
  },
  { from: /^reference-impl\//, may: [SHARED, /^kit\/subject\//, /^reference-impl\//] },
  { from: /^steps\//, may: [SHARED, /^kit\/subject\//, /^kit\/subjects\/(open-subject|subject-spec)\.ts$/, /^steps\//] },
  {
    from: /^reports\//,
    may: [SHARED, /^kit\/catalogue\/(catalogue|documents)\.ts$/, /^kit\/subject\/(port|capabilities)\.ts$/, /^reports\//],
  },
  { from: /^kit\/(uapi|formats)\//, may: [/^kit\/(uapi|formats)\//] },
  { from: /^kit\/subject\//, may: [SHARED, /^kit\/subject\//] },
  {
    from: /^kit\/subjects\//,
    may: [
      SHARED,
      /^kit\/subjects?\//,
      /^kit\/plugin\/driver-subject\.ts$/,
      /^kit\/adapter\/open-adapter\.ts$/,
      /^kit\/linux\/subject\/linux-subject\.ts$/,
      /^kit\/node\/node-subject\.ts$/,
      /^devices\/catalogue\.ts$/,
      /^reference-impl\/(reference-subject|variant|device-kind)\.ts$|^reference-impl\/core\/parts\.ts$/,
    ],
  },
  { from: /^kit\/(plugin|adapter)\//, may: [/^kit\//, /^devices\/(catalogue|hardware)\.ts$/, /^reference-impl\//] },
  { from: /^kit\/linux\//, may: [/^kit\//, /^devices\//, /^reference-impl\//] },
  { from: /^kit\/programs\/oracle\//, may: [/^kit\/(uapi|subject)\//] },
  { from: /^kit\/programs\//, may: [/^kit\//, /^steps\/support\/(call-draft|layout|sample-request|sent)\.ts$/] },
  { from: /^kit\/sweep\//, may: [/^kit\//, /^reference-impl\//, /^devices\//] },
  { from: /^kit\/bench\//, may: [/^kit\//, /^reports\//, /^reference-impl\//, /^devices\//] },
  { from: /^kit\//, may: [/^kit\//, /^reports\//] },
];

export type Trespass = { readonly file: string; readonly imports: string };

/**
 * Every import that crosses a boundary. `files` are TypeScript sources by their path from the project's root.
 * Throws when it has looked at no file or at no import, since it would then find nothing whatever there is.
 */
export function findTrespasses(files: ReadonlyMap<string, string>): readonly Trespass[] {
  const imports = [...files].flatMap(([file, text]) => importsOf(file, text).map((target) => ({ file, imports: target })));
  if (imports.length === 0) throw new Error(`the boundary check found no import in ${files.size} files`);
  return imports.filter(({ file, imports: target }) => !isAllowed(file, target));
}

/** Relative imports only, as paths from the project's root to the TypeScript file. */
function importsOf(file: string, text: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.') && /\.js$/.test(name))
    .map((name) => new URL(name, `file:///${file}`).pathname.slice(1).replace(/\.js$/, '.ts'));
}

function isAllowed(file: string, target: string): boolean {
  const boundary = BOUNDARIES.find(({ from }) => from.test(file));
  if (boundary === undefined) return false;
  const isNeighbour = boundary.from.test(target) && folderOf(boundary.from, target) === folderOf(boundary.from, file);
  return isNeighbour || boundary.may.some((allowed) => allowed.test(target));
}

function folderOf(from: RegExp, path: string): string | undefined {
  return from.exec(path)?.[0];
}
