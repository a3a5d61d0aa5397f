import type {
  OwnService,
  OwnServices,
  ServiceDesk,
  UnlockOffer,
  UnlockOrder,
  UnlockSituation,
} from '../../../../src-main/attendance/services/service-desk.ts';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../../src-main/domain/result.ts';
import type { RequestResult } from '../../../../src-main/requests/request.ts';
import { Counter } from '../fake-parts.ts';

export const fibre: OwnService = {
  erp: 'principal',
  key: 'principal:0',
  id: 'S-1',
  companyName: 'Rede Horizonte',
  name: 'Fibra 500 Mega',
  situation: 'Suspenso por débito',
  address: 'Rua das Flores, 10',
  planNumber: '1',
  blocked: true,
};

export const telephone: OwnService = {
  erp: 'principal',
  key: 'principal:1',
  id: 'S-2',
  companyName: 'Rede Horizonte',
  name: 'Telefonia fixa',
  situation: 'Ativo',
  remarks: 'Ramal da loja',
  blocked: false,
};

/** A desk that answers what the test says. */
export class FakeServices extends Counter implements ServiceDesk {
  readonly terms = { text: 'Três dias de confiança.', version: 'v-terms' };
  known: OwnServices | undefined = { services: [fibre, telephone], unreadable: [], held: new Set() };
  /** Instead of `known`, of this document. */
  readonly byDocument = new Map<string, OwnServices>();
  offer: UnlockOffer = { state: 'offered' };
  outcome: RequestResult['outcome'] = 'done';
  remarks: string | undefined;
  offered = true;
  defect: Error | undefined;
  readonly situations: UnlockSituation[] = [];
  readonly orders: UnlockOrder[] = [];

  isOffered(): boolean {
    return this.offered;
  }

  async list(document: string): Promise<Result<OwnServices, RemoteFailure>> {
    const known = this.byDocument.get(document) ?? this.known;
    await this.wait();
    return known ? success(known) : failure({ kind: 'no-answer', detail: '' });
  }

  unlockOffer(service: OwnService, situation: UnlockSituation): UnlockOffer {
    this.situations.push(situation);
    return service.blocked ? this.offer : { state: 'not-offered' };
  }

  async unlock(order: UnlockOrder): Promise<RequestResult> {
    if (this.defect) throw this.defect;
    this.orders.push(order);
    await this.wait();
    const { outcome, remarks } = this;
    const requestId = `request-${this.orders.length}`;
    return { outcome, requestId, protocol: 'ABC1234567', ...(remarks !== undefined && { remarks }) };
  }
}
