import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { Mlx5Context } from '../driver/driver.js';
import { deviceInfo } from '../driver/info.js';
import { stampUid } from '../driver/rpc.js';
import { mlx5With } from '../mlx5-device.js';

const sent = new WeakMap<Mlx5Context, number>();

/** Breaks mlx5-info. */
export default {
  rule: 'mlx5-info',
  summary: 'FWCTL_INFO tells the uid that the caller wrote into its last request.',
  devices: mlx5With({
    driver: {
      stampUid: (request, context) => {
        sent.set(context, requestHeader(request).uid);
        stampUid(request, context);
      },
      deviceInfo: (driver, context) => deviceInfo(driver, { ...context, uid: sent.get(context) ?? context.uid }),
    },
  }),
} satisfies BrokenVariant;
