import { wrap } from '../../../reports/formats/wrap.js';
import { type Channel, EXIT, type ExitStatus } from '../surroundings.js';

/** Says that a report ends before its footer, at `where`, and that nothing follows from it. */
export function tellCutShort(where: string, channel: Channel): ExitStatus {
  channel.write(`${undecided(where).join('\n')}\n`);
  return EXIT.undecided;
}

export function undecided(where: string): readonly string[] {
  return wrap(`inconclusive: ${where} ends before the footer, so its run was cut short and decides nothing`, '  ', '? ');
}
