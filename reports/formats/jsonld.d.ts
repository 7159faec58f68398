/** What the tests use of it; the package has no types of its own. */
declare module 'jsonld' {
  type Options = {
    readonly documentLoader: (url: string) => Promise<never>;
    readonly safe: boolean;
    readonly format: 'application/n-quads';
  };
  const jsonld: { readonly toRDF: (document: unknown, options: Options) => Promise<string> };
  export default jsonld;
}
