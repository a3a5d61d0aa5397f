import type { Screen } from '../../contract/screen.ts';
import type { OwedForService, ServiceCard, UnlockState } from '../../contract/services-screen.ts';
import { totalDue } from '../../domain/invoice.ts';
import { protocolPaper } from '../request-paper.ts';
import type { VisitContext } from '../visit-context.ts';
import type { OwnService, UnlockOffer } from './service-desk.ts';
import { overdueOf, owedFor } from './service-talk.ts';

export function servicesScreen(context: VisitContext, busy: boolean): Screen {
  const list = context.services?.list;
  const unreadable = list?.unreadable ?? [];
  return {
    name: 'services',
    services: busy || !list ? [] : list.services.map((service) => cardOf(service, context)),
    busy,
    ...(!busy && unreadable.length > 0 && { unreadable }),
  };
}

export function serviceScreen(context: VisitContext): Screen {
  const { chosen, offer } = context.services ?? {};
  if (!chosen) return servicesScreen(context, false);
  const owed = chosen.blocked ? owedOf(context) : undefined;
  return {
    name: 'service',
    service: cardOf(chosen, context),
    ...(owed && { owed }),
    unlock: unlockState(offer),
    ...(offer?.state === 'unclear' && { protocol: offer.protocol }),
  };
}

export function unlockTermsScreen(context: VisitContext): Screen {
  const { services, parts } = context;
  return {
    name: 'unlock-terms',
    service: services?.chosen?.name ?? '',
    terms: parts.services?.terms.text ?? '',
  };
}

export function unlockResultScreen(context: VisitContext): Screen {
  const { chosen, result } = context.services ?? {};
  if (!chosen || !result) return { name: 'unlocking' };
  const { outcome: standing, protocol, remarks } = result;
  return {
    name: 'unlock-result',
    standing,
    service: chosen.name,
    protocol,
    // A flag or a code says nothing to anybody.
    ...(standing === 'refused' && remarks !== undefined && /\p{L}{2}.*\s/u.test(remarks) && { remarks }),
    paper: protocolPaper(context),
  };
}

function unlockState(offer: UnlockOffer | undefined): UnlockState {
  return offer === undefined || offer.state === 'not-offered' ? 'none' : offer.state;
}

function owedOf(context: VisitContext): OwedForService | undefined {
  const owed = owedFor(context);
  if (!owed) return undefined;
  return {
    count: owed.length,
    totalCents: totalDue(owed),
    overdue: overdueOf(owed, context).length > 0,
  };
}

function cardOf(service: OwnService, { customer }: VisitContext): ServiceCard {
  const { key: id, name, companyName, address, planNumber, situation, blocked } = service;
  return {
    id,
    name,
    ...((customer?.erpIds.size ?? 0) > 1 && { company: companyName }),
    ...(address !== undefined && { address }),
    ...(planNumber !== undefined && { plan: planNumber }),
    ...(situation !== undefined && { situation }),
    blocked,
  };
}
