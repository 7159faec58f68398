import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { fwRpc, stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

const stampUnlabelled: typeof stampUid = (request, context) => {
  if (requestHeader(request).uid === 0) stampUid(request, context);
};

/** Breaks mlx5-uid-forced. */
export default {
  rule: 'mlx5-uid-forced',
  summary: 'A uid that the caller wrote stays there in scopes for debugging.',
  devices: mlx5With({
    driver: {
      fwRpc: (driver, context, scope, ...rest) =>
        fwRpc(
          scope === 'configuration' ? driver : { ...driver, parts: { ...driver.parts, stampUid: stampUnlabelled } },
          context,
          scope,
          ...rest,
        ),
    },
  }),
} satisfies BrokenVariant;
