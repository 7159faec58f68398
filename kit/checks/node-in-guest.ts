import { AdapterSubject } from '../adapter/adapter-subject.js';
import { ReplySchema } from '../adapter/replies.js';
import { serve } from '../adapter/serve.js';
import { lastImage } from '../linux/build/cache.js';
import { Guest } from '../linux/subject/guest.js';
import { guestDevice } from '../linux/subject/guest-devices.js';
import { MLX5_SETUP } from '../subject/device-setups.js';

/**
 * A machine in a lab, for the kit: a guest in which the mainline mlx5 driver has a device from the start, and its agent on
 * standard input and output. With --stays-clean it ends badly when the kernel has been tainted.
 */
const guest = await Guest.boot(lastImage(), ReplySchema.shared);
const { greeting, conversation, link } = guest;
const { host, profile, setup } = guestDevice({ op: 'register', device: 'the device', profile: 'mlx5', setup: MLX5_SETUP }, 1);
const added = profile === null ? null : await link.register(1, profile, setup, host);
if (added?.name == null) throw new Error('the driver has registered no device');
await serve(
  new AdapterSubject(
    {
      greeting,
      ask: (op, takes) => conversation.ask(op, takes),
      probe: async () => [],
      stop: async () => {
        const { mask } = Object(await conversation.ask('observe-taint', {}));
        await guest.end();
        if (process.argv.includes('--stays-clean') && mask !== 0) throw new Error(`the kernel is tainted, with mask ${mask}`);
      },
    },
    'capabilities' in greeting ? greeting.capabilities : [],
  ),
);
// The link to a kernel that is gone must not keep the program alive.
process.exit();
