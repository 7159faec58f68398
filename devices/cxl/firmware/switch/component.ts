import type { CommandEffects } from '../../../../kit/formats/cxl/logs.js';
import type { BackgroundSlot } from '../background.js';

/** A command that a component has beside those that each of them has, and a component behind one of its ports. */
export type ComponentSetup = {
  readonly commands: readonly CommandEffects[];
  readonly components: readonly (ComponentSetup & { readonly port: number })[];
};

/** Who uses the memory behind the switch. */
export type Owner = 'this host' | 'another host';

/** A component that takes commands: a switch, or what is attached to one of its ports. */
export type Component = BackgroundSlot & {
  /** The Command Effects Log. */
  readonly log: readonly CommandEffects[];
  /** The longest payload of a command or an answer, in bytes. */
  readonly payloadSize: number;
  readonly attached: ReadonlyMap<number, Component>;
  /** Tells a host that memory which it uses is gone. */
  readonly loseMemory: (owner: Owner, what: string) => void;
};

const PAYLOAD_SIZE = 4096;

/** `own` is what such a component always has. */
export function createComponent(
  { commands, components }: ComponentSetup,
  own: readonly CommandEffects[],
  loseMemory: Component['loseMemory'],
): Component {
  return {
    log: [...own, ...commands],
    payloadSize: PAYLOAD_SIZE,
    attached: new Map(components.map(({ port, ...setup }) => [port, createComponent(setup, own, loseMemory)])),
    background: null,
    loseMemory,
  };
}

export function resetComponent(component: Component): void {
  component.background = null;
  for (const attached of component.attached.values()) resetComponent(attached);
}
