import { decodeCompletion, decodeEndpoints, decodeIdentity, encodeIdent, encodeQuery } from '../../../kit/formats/pds/admin-queue.js';
import type { PdsLink } from '../link.js';
import type { PdsDriver, PdsDriverParts } from './parts.js';

/** The room for what a query gives: a page. */
export const PAGE = 4096;

/** What the driver learns when it is bound; null when the firmware does not answer. Source: drivers/fwctl/pds/main.c, pdsfc_probe. */
export async function bindDriver(parts: PdsDriverParts, link: PdsLink): Promise<PdsDriver | null> {
  const identity = await link.send(encodeIdent(), PAGE);
  if (!identity.ok) return null;
  const endpoints = await link.send(encodeQuery(null), PAGE);
  if (!endpoints.ok) return null;
  return {
    parts,
    link,
    identity: decodeIdentity(decodeCompletion(identity.value).data),
    endpoints: decodeEndpoints(decodeCompletion(endpoints.value).data),
    operations: new Map(),
  };
}
