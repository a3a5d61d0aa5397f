import { type ChainEnd, parseHead } from '../storage/hash-chain.ts';
import { readChain } from './audit-chain.ts';

/** The event under which a closing that is taken along notes the end of the money's audit in the technician's log, after the day. */
export const CLOSING_EVENT = 'day-closing';

/** The heads of the money's audit that the technician's log holds; its own chain is not judged here. */
export function headsNotedIn(log: Buffer): readonly ChainEnd[] {
  return readChain(log, undefined).items.flatMap(({ event, detail = '' }) =>
    event === CLOSING_EVENT ? (parseHead(detail.split(' ').at(-1) ?? '') ?? []) : [],
  );
}
