import { describe, expect, it } from 'vitest';
import type { KnownCustomer } from '../../../src-main/domain/customer-account.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import type { CustomerService } from '../../../src-main/domain/service.ts';
import { type CareMember, ErpCare } from '../../../src-main/erp/erp-care.ts';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import type { ErpOperation } from '../../../src-main/erp/erp-operation.ts';
import { RecordingLog } from '../printing/recording-log.ts';

const unreachable: RemoteFailure = { kind: 'no-answer', detail: 'time-out' };

const maria: KnownCustomer = {
  erpId: 'A-7',
  name: 'Maria',
  active: true,
  phones: [],
  erpIds: new Map([
    ['a', 'A-7'],
    ['b', 'B-9'],
  ]),
  unreadable: [],
};

/** One ERP with these operations, and what it says of a customer's services. */
class Erp implements CareMember {
  readonly id: string;
  readonly companyName: string;
  readonly operations: readonly ErpOperation[];
  readonly asked: string[] = [];
  services: Result<readonly CustomerService[], RemoteFailure> = success([]);

  constructor(id: string, companyName: string, operations: readonly ErpOperation[] = ['listServices']) {
    this.id = id;
    this.companyName = companyName;
    this.operations = operations;
  }

  get gateway(): ErpGateway {
    const erp: Partial<ErpGateway> = {
      offers: (operation) => this.operations.includes(operation),
      listServices: ({ document, erpId }) => {
        this.asked.push(`${document} ${erpId}`);
        return Promise.resolve(this.services);
      },
    };
    // The rest is not asked here.
    return erp as ErpGateway;
  }

  isDown(): boolean {
    return false;
  }
}

function setUp(a = new Erp('a', 'Rede Horizonte'), b = new Erp('b', 'Vale Fibra')) {
  const log = new RecordingLog();
  const care = new ErpCare([a, b], log);
  const read = (customer = maria) =>
    care.readAll('listServices', customer, '52998224725', (gateway, who) => gateway.listServices(who));
  return { a, b, care, log, read };
}

describe('several ERPs', () => {
  it('are asked side by side, each by its own id of the customer', async () => {
    const { a, b, read } = setUp();
    a.services = success([{ id: '1', name: 'Fibra' }]);
    b.services = success([
      { id: '1', name: 'TV' },
      { id: '1', name: 'TV outra vez' },
    ]);
    expect(await read()).toEqual(
      success({
        rows: [
          { id: '1', name: 'Fibra', erp: 'a', key: 'a:0', companyName: 'Rede Horizonte' },
          { id: '1', name: 'TV', erp: 'b', key: 'b:0', companyName: 'Vale Fibra' },
          { id: '1', name: 'TV outra vez', erp: 'b', key: 'b:1', companyName: 'Vale Fibra' },
        ],
        unreadable: [],
      }),
    );
    expect([a.asked, b.asked]).toEqual([['52998224725 A-7'], ['52998224725 B-9']]);
  });

  it('of which one fails name it; all failing is a failure', async () => {
    const { a, b, log, read } = setUp();
    a.services = failure(unreachable);
    b.services = success([{ id: '1', name: 'TV' }]);
    expect(await read()).toMatchObject({ ok: true, value: { unreadable: ['Rede Horizonte'] } });
    expect(log.codes).toEqual(['ERP-PARTLY-UNAVAILABLE']);
    b.services = failure(unreachable);
    expect(await read()).toEqual(failure(unreachable));
  });

  it('of which one could not even say who the customer is are named, too', async () => {
    const { b, read } = setUp();
    b.services = success([{ id: '1', name: 'TV' }]);
    const onlyThere = { ...maria, erpIds: new Map([['b', 'B-9']]), unreadable: ['Rede Horizonte'] };
    expect(await read(onlyThere)).toMatchObject({ ok: true, value: { unreadable: ['Rede Horizonte'] } });
  });

  it('that have nothing of the kind are not missed', async () => {
    const { read } = setUp(new Erp('a', 'Rede Horizonte', []));
    const onlyThere = { ...maria, erpIds: new Map([['b', 'B-9']]), unreadable: ['Rede Horizonte'] };
    expect(await read(onlyThere)).toMatchObject({ ok: true, value: { unreadable: [] } });
  });

  it('are left alone where they do not know the customer, or have no such operation', async () => {
    const { a, b, care, read } = setUp(new Erp('a', 'Rede Horizonte', []));
    expect(await read({ ...maria, erpIds: new Map([['a', 'A-7']]) })).toEqual(
      success({ rows: [], unreadable: [] }),
    );
    expect([...a.asked, ...b.asked]).toEqual([]);
    expect(care.offers('listServices', { ...maria, erpIds: new Map([['a', 'A-7']]) })).toBe(false);
    expect(care.offers('listServices', maria)).toBe(true);
    expect(care.offers('listServices')).toBe(true);
    expect(care.offers('trustUnlock')).toBe(false);
    expect(care.membersWith('listServices')).toEqual([b]);
    expect(care.memberOf('b')).toBe(b);
    expect(care.memberOf('c')).toBeUndefined();
  });
});
