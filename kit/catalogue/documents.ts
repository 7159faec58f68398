/** What readers call the documents that are no files of the kernel's tree: who wrote what, and when. */
const DISCUSSIONS: ReadonlyMap<string, string> = new Map([
  ['000_3e3c015f25fc68ac.txt', 'Jason Gunthorpe, "Re: [PATCH V4 0/5] mlx5 ConnectX control misc driver", 4 March 2024'],
  ['001_12cde9c4a4e8b4c0.txt', 'Daniel Vetter, "Re: [PATCH v2 6/8] fwctl: Add documentation", 9 August 2024'],
  ['002_82f61f11141143e0.txt', 'Jonathan Corbet, "Considering kernel pass-through interfaces", LWN, 20 September 2024'],
  [
    '003_a0be78b41af99f8a.txt',
    'Jonathan Cameron, "Re: [MAINTAINERS SUMMIT] Device Passthrough Considered Harmful?", in answer to a mail of 11 July 2024',
  ],
  ['004_3ab2ed6f87a95d39.txt', 'Oded Gabbay, "Re: [PATCH v2 5/8] fwctl: FWCTL_RPC", 7 August 2024'],
]);

/** What a reader calls a document that is no file of the kernel's tree; undefined for one that is. */
export function titleOf(document: string): string | undefined {
  return DISCUSSIONS.get(document);
}

/** A place in a document, in words. */
export function citationOf({ document, where }: { readonly document: string; readonly where: string }): string {
  return `${titleOf(document) ?? document}, ${where}`;
}

/** A document as a reader knows it: a file of the kernel by its path, a discussion by author, title and date. */
export type NamedDocument = { readonly kind: 'kernel'; readonly path: string } | { readonly kind: 'discussion'; readonly title: string };

/** @throws Error when it is neither a path in the kernel's tree nor a discussion that we have a title for */
export function nameDocument(document: string): NamedDocument {
  const title = titleOf(document);
  if (title !== undefined) return { kind: 'discussion', title };
  if (/^[A-Za-z]+(?:\/[\w.*-]+)+$/.test(document)) return { kind: 'kernel', path: document };
  throw new Error(`a reader does not know the document "${document}": give it a title in kit/catalogue/documents.ts`);
}
