import type {
  MyDataAnswer,
  MyDataChange,
  MyDataDesk,
  MyDataOwner,
  MyDataRecords,
} from '../../../../src-main/attendance/my-data/my-data-desk.ts';
import type { KnownCustomer } from '../../../../src-main/domain/customer-account.ts';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { type Result, success } from '../../../../src-main/domain/result.ts';
import { Counter } from '../fake-parts.ts';

/** What one company has of Maria. */
export const known: MyDataRecords = {
  records: [
    {
      erp: 'principal',
      companyName: 'Rede Horizonte',
      contacts: [
        { kind: 'phone', value: '5434521000' },
        { kind: 'phone', value: '54987654321' },
        { kind: 'email', value: 'segredo@example.com' },
      ],
    },
  ],
  unreadable: [],
};

/** Those in which every text betrays whose they are. */
function recordsFor(erpId: string, phones: readonly string[]): MyDataRecords {
  const contacts = phones.map((value) => ({ kind: 'phone' as const, value }));
  return { records: [{ erp: 'principal', companyName: `Rede de ${erpId}`, contacts }], unreadable: [] };
}

/** Contact data that are changed as the test says. */
export class FakeMyData extends Counter implements MyDataDesk {
  offered = true;
  /** In place of what is the customer's own. */
  known: MyDataRecords | undefined = known;
  failure: RemoteFailure | undefined;
  defect: Error | undefined;
  answer: MyDataAnswer = {
    kind: 'sent',
    savings: [{ companyName: 'Rede Horizonte', outcome: 'done', protocol: 'A1B2C3D4E5' }],
  };
  readonly changes: MyDataChange[] = [];
  readonly owners: MyDataOwner[] = [];

  isOffered(): boolean {
    return this.offered;
  }

  async read(
    _document: string,
    { erpId, phones }: KnownCustomer,
  ): Promise<Result<MyDataRecords, RemoteFailure>> {
    const { failure } = this;
    await this.wait();
    return failure ? { ok: false, error: failure } : success(this.known ?? recordsFor(erpId, phones));
  }

  async save(owner: MyDataOwner, change: MyDataChange): Promise<MyDataAnswer> {
    if (this.defect) throw this.defect;
    this.owners.push(owner);
    this.changes.push(change);
    await this.wait();
    return this.answer;
  }
}
