/** A kernel that breaks one rule: in one place of one file, what `find` matches becomes `replace`. */
export type BrokenKernel = {
  readonly name: string;
  readonly rule: string;
  /** A path from the root of the kernel's source. */
  readonly file: string;
  readonly find: RegExp;
  readonly replace: string;
};

const CORE = 'drivers/fwctl/main.c';
const MLX5 = 'drivers/fwctl/mlx5/main.c';
const CXL = 'drivers/cxl/core/features.c';
const BNXT = 'drivers/fwctl/bnxt/main.c';
const PDS = 'drivers/fwctl/pds/main.c';

/** Small edits that are made while a kernel is built, to show that the kit finds in Linux what it finds in the reference. */
export const BROKEN_KERNELS: readonly BrokenKernel[] = [
  { name: 'length-limit-off-by-one', rule: 'rpc-length-limit', file: CORE, find: /(in_len) > (MAX_RPC_LEN)/, replace: '$1 >= $2' },
  {
    name: 'taints-before-the-check',
    rule: 'taint-not-on-eperm',
    file: CORE,
    find: /if \(!(capable\(CAP_SYS_RAWIO\))\)/,
    replace: 'add_taint(TAINT_FWCTL, LOCKDEP_STILL_OK); if (!$1)',
  },
  {
    name: 'takes-any-user-namespace',
    rule: 'scope-initial-user-namespace',
    file: CORE,
    find: /!capable\(CAP_SYS_RAWIO\)/,
    replace: '!ns_capable(current_user_ns(), CAP_SYS_RAWIO)',
  },
  {
    name: 'pads-a-long-buffer-one-byte-too-few',
    rule: 'discovery-info-zero-padded',
    file: CORE,
    find: /(clear_user\(to \+ copy_len, user_len - copy_len)\)/,
    replace: '$1 - (user_len > 4096))',
  },
  {
    name: 'reports-what-it-copied',
    rule: 'rpc-response-truncated',
    file: CORE,
    find: /(cmd->out_len = )(out_len);/,
    replace: '$1min_t(size_t, cmd->out_len, $2);',
  },
  {
    name: 'reports-info-it-copied',
    rule: 'discovery-info-truncated',
    file: CORE,
    find: /(cmd->device_data_len = )(driver_info_len);/,
    replace: '$1min_t(size_t, cmd->device_data_len, $2);',
  },
  { name: 'looks-at-one-info-flag', rule: 'discovery-info-flags', file: CORE, find: /if \(cmd->flags\)/, replace: 'if (cmd->flags & 1)' },
  {
    name: 'one-device-too-few',
    rule: 'discovery-device-limit',
    file: CORE,
    find: /(ida_alloc_max\(&fwctl_ida, FWCTL_MAX_DEVICES) - 1/,
    replace: '$1 - 2',
  },
  { name: 'a-fifth-scope', rule: 'scope-unknown-refused', file: CORE, find: /(case FWCTL_RPC_CONFIGURATION:)/, replace: 'case 4:\n\t$1' },
  {
    name: 'one-errno-for-another',
    rule: 'rpc-driver-error-passed',
    file: CORE,
    find: /return (PTR_ERR\(outbuf\))/,
    replace: 'return $1 == -EAGAIN ? -EBUSY : $1',
  },
  {
    name: 'stamps-what-is-not-stamped',
    rule: 'mlx5-uid-forced',
    file: MLX5,
    find: /(MLX5_SET\(mbox_in_hdr, rpc_in, uid, mfd->uctx_uid\);)/,
    replace: 'if (!MLX5_GET(mbox_in_hdr, rpc_in, uid)) $1',
  },
  {
    name: 'complains-of-itself',
    rule: 'mlx5-open-errno',
    file: MLX5,
    find: /(uid = mlx5ctl_alloc_uid[^;]*;\s+)if \((uid < 0)\)/,
    replace: '$1if (WARN_ON($2))',
  },
  {
    name: 'admits-background-commands',
    rule: 'cxl-background-refused',
    file: CXL,
    find: /if \(effects & CXL_CMD_BACKGROUND\)/,
    replace: 'if (false)',
  },
  {
    name: 'sends-what-it-does-not-know',
    rule: 'bnxt-unlisted-refused',
    file: BNXT,
    find: /(default:\s+return) false;/,
    replace: '$1 scope == FWCTL_RPC_DEBUG_WRITE_FULL && le16_to_cpu(req->req_type) < 0x23;',
  },
  {
    name: 'gives-more-than-there-is',
    rule: 'pds-payload-limits',
    file: PDS,
    find: /(rpc->out\.len > le32_to_cpu\(pdsfc->ident\.max_resp_sz\))/,
    replace: '$1 + 0x100000',
  },
];

/** The text with the edit made; throws when there is not exactly one place for it. */
export function breakText(text: string, { name, file, find, replace }: BrokenKernel): string {
  const places = [...text.matchAll(new RegExp(find.source, 'g'))].length;
  if (places !== 1) throw new Error(`${file} has ${places} places for ${name}, not one`);
  return text.replace(find, replace);
}
