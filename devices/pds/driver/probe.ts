import { decodeCompletion, decodeEndpoints, decodeIdentity, encodeIdent, encodeQuery } from '../../../kit/formats/pds/admin-queue.js';
import type { PdsLink } from '../link.js';
import type { PdsDriver, PdsDriverParts } from './parts.js';

/** The room for what a query gives: a page. */
const PAGE = 4096;

/** What the driver learns when it is bound; null when the firmware does not answer. Source: drivers/fwctl/pds/main.c, pdsfc_probe. */
export async function bindDriver(parts: PdsDriverParts, link: PdsLink): Promise<PdsDriver | null> {
  const identity = await ask(link, encodeIdent());
  if (identity === null) return null;
  const endpoints = await ask(link, encodeQuery(null));
  if (endpoints === null) return null;
  return {
    parts,
    link,
    identity: decodeIdentity(identity),
    endpoints: decodeEndpoints(endpoints),
    operations: new Map(),
  };
}

/** What the firmware says to a query of the driver's own; null when it does not answer, or refuses. Source: drivers/net/ethernet/amd/pds_core/adminq.c, pdsc_adminq_post. */
export async function ask(link: PdsLink, query: Uint8Array): Promise<Uint8Array | null> {
  const answer = await link.send(query, PAGE);
  if (!answer.ok) return null;
  const { code, data } = decodeCompletion(answer.value);
  return code === 0 ? data : null;
}
