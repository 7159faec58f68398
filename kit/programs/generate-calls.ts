import fc from 'fast-check';
import type { Mapping } from '../../steps/support/layout.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, MAX_RPC_LENGTH, RPC_STRUCT } from '../uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../uapi/scope.js';
import type { Call } from './call.js';

type InfoCall = Extract<Call, { name: 'FWCTL_INFO' }>;
type RpcCall = Extract<Call, { name: 'FWCTL_RPC' }>;
type Peculiarity<Kind extends Call> = Partial<Omit<Kind, 'name'>>;

const WORD = fc.nat({ max: 0xffff_ffff });
/** The bytes behind each piece of memory that are mapped, too. */
const MAPPED_BEHIND = 64;
const USUAL_REQUEST = 32;

/** Around what implementations tend to trip over: words, pages, 16 bits. */
export const LENGTH = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 100 }) },
  { weight: 3, arbitrary: fc.constantFrom(1, 4, 63, 64, 65, 128, 4095, 4096, 4097, 70_000) },
  { weight: 3, arbitrary: fc.nat({ max: 9000 }) },
);
const AROUND_THE_LIMIT = fc.constantFrom(MAX_RPC_LENGTH - 1, MAX_RPC_LENGTH);
const TOO_LONG = fc.oneof(fc.constant(MAX_RPC_LENGTH + 1), fc.integer({ min: MAX_RPC_LENGTH + 1, max: 0xffff_ffff }));

/** Never well mapped; `length` is that of what lies there. */
function badMapping(length: number): fc.Arbitrary<Mapping> {
  return fc.oneof(
    fc.constantFrom<Mapping>({ kind: 'unmapped' }, { kind: 'null' }, { kind: 'read-only' }),
    fc.nat({ max: Math.max(0, length - 1) }).map((after): Mapping => ({ kind: 'cut', after })),
  );
}

const LONGER = fc
  .oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 5000 }), fc.constantFrom(4095, 4096, 4097, 100_000))
  .chain((by) =>
    fc.option(fc.integer({ min: 1, max: by }), { nil: undefined }).map((dirty) => ({ by, ...(dirty !== undefined && { dirty }) })),
  );

/** What may be unusual about any structure. */
function structural(known: number, request: number): readonly fc.Arbitrary<Peculiarity<Call>>[] {
  const ioctl = fc.oneof(
    fc.nat({ max: 0xff }).map((number) => 0x9a00 + number),
    fc.constantFrom(0x9a02, 0x9aff, 0x9b00, 0x9900, 0x0000),
    fc.integer({ min: 1, max: 0xffff }).map((directionAndSize) => directionAndSize * 0x1_0000 + request),
  );
  const size = fc.oneof(fc.nat({ max: known + MAPPED_BEHIND }), fc.nat({ max: known - 1 }), WORD);
  return [
    ioctl.map((number) => ({ ioctl: number })),
    size.map((says) => ({ size: says })),
    LONGER.map((longer) => ({ longer })),
    badMapping(known).map((structure) => ({ structure })),
    fc.tuple(LONGER, fc.nat({ max: 200 })).map(([longer, after]) => ({ longer, structure: { kind: 'cut', after } as const })),
  ];
}

const INFO_VARIETY: fc.Arbitrary<Peculiarity<InfoCall>> = fc.record({ room: LENGTH }, { requiredKeys: [] });

const INFO_PECULIARITY: fc.Arbitrary<Peculiarity<InfoCall>> = fc.oneof(
  ...structural(INFO_STRUCT.length, FWCTL_INFO),
  fc
    .oneof(
      fc.integer({ min: 0, max: 31 }).map((bit) => 2 ** bit),
      WORD,
    )
    .map((flags) => ({ flags })),
  WORD.map((deviceType) => ({ deviceType })),
  badMapping(64).map((data) => ({ data })),
  fc.constant({ room: 0, data: { kind: 'null' } as const }),
  fc.oneof({ weight: 6, arbitrary: LENGTH }, { weight: 1, arbitrary: fc.constant(0xffff_ffff) }).map((room) => ({ room })),
);

const RPC_VARIETY: fc.Arbitrary<Peculiarity<RpcCall>> = fc.record(
  { scope: fc.constantFrom(...Object.values(SCOPE_NUMBERS)), length: LENGTH, room: LENGTH },
  { requiredKeys: [] },
);

/** Rare, since megabytes take their time. */
const LARGE: fc.Arbitrary<Peculiarity<RpcCall>> = fc.oneof(
  { weight: 8, arbitrary: LENGTH.map((room) => ({ room })) },
  { weight: 1, arbitrary: TOO_LONG.map((room) => ({ room })) },
  { weight: 1, arbitrary: AROUND_THE_LIMIT.map((length) => ({ length, room: 64 })) },
  { weight: 1, arbitrary: AROUND_THE_LIMIT.map((room) => ({ room })) },
);

const RPC_PECULIARITY: fc.Arbitrary<Peculiarity<RpcCall>> = fc.oneof(
  ...structural(RPC_STRUCT.length, FWCTL_RPC),
  fc.oneof(fc.constantFrom(4, 0xff, 0x100, 0xffff_ffff), fc.nat({ max: 0xff }), WORD).map((scope) => ({ scope })),
  fc.oneof(fc.nat({ max: USUAL_REQUEST + MAPPED_BEHIND }), AROUND_THE_LIMIT, TOO_LONG).map((says) => ({ says })),
  LARGE,
  badMapping(USUAL_REQUEST).map((request) => ({ request })),
  badMapping(64).map((response) => ({ response })),
  fc.constant({ inPlace: true } as const),
  fc.constant({ length: 0, room: 0, request: { kind: 'null' }, response: { kind: 'null' } } as const),
);

/** Of some calls everything is usual; of others one thing or two are not. */
function peculiar<Kind>(one: fc.Arbitrary<Kind>): fc.Arbitrary<readonly Kind[]> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 5, arbitrary: fc.tuple(one) },
    { weight: 2, arbitrary: fc.tuple(one, one) },
  );
}

const INFO_CALL = fc
  .tuple(INFO_VARIETY, peculiar(INFO_PECULIARITY))
  .map(([variety, peculiarities]): InfoCall => Object.assign({ name: 'FWCTL_INFO' as const }, variety, ...peculiarities));

export const RPC_CALL = fc
  .tuple(RPC_VARIETY, peculiar(RPC_PECULIARITY))
  .map(([variety, peculiarities]): RpcCall => withinMapped(Object.assign({ name: 'FWCTL_RPC' as const }, variety, ...peculiarities)));

/**
 * On a real machine a mapping goes on to the end of its page. So nothing is read or written behind what lies there but
 * the bytes that are mapped in every case, or so much that it faults in every case.
 */
function withinMapped(call: RpcCall): RpcCall {
  const mapped = (call.length ?? USUAL_REQUEST) + MAPPED_BEHIND;
  return {
    ...call,
    ...(call.says !== undefined && call.says < MAX_RPC_LENGTH - 1 && { says: Math.min(call.says, mapped) }),
    ...(call.inPlace && call.room !== undefined && call.room <= MAX_RPC_LENGTH && { room: Math.min(call.room, mapped) }),
  };
}

export const CALL: fc.Arbitrary<Call> = fc.oneof({ weight: 2, arbitrary: RPC_CALL }, { weight: 1, arbitrary: INFO_CALL });
