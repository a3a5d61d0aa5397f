import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { findCharges } from '../../../src-main/payment/charge-search.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { awaiting, created, document, openTill, paid, type Till } from './till.ts';

const timeZone = 'America/Sao_Paulo';
const day = 86_400_000;

/** One charge for each number of an invoice, in this order, each R$ 1,00 dearer than the one before. */
function charges(till: Till, ...numbers: readonly string[]): readonly Charge[] {
  return numbers.map((number, index) =>
    created(till.journal, {
      amountCents: 12_990 + index * 100,
      invoices: [
        { invoiceId: number, amountCents: 12_990 + index * 100, description: '', dueDate: '2026-12-11' },
      ],
    }),
  );
}

function search(till: Till, text: string, page = 0): readonly string[] {
  return findCharges(till.database, text, page, timeZone).charges.flatMap(({ invoiceIds }) => invoiceIds);
}

describe('all charges', () => {
  it('come newest first, 20 on a page, whatever the wall clock did', () => {
    const till = openTill();
    const numbers = Array.from({ length: 45 }, (_, index) => `F${index}`);
    charges(till, ...numbers.slice(0, 30));
    till.clock.setWallTime(0);
    charges(till, ...numbers.slice(30));
    const newest = numbers.toReversed();
    expect(search(till, '')).toEqual(newest.slice(0, 20));
    expect(search(till, '  ', 1)).toEqual(newest.slice(20, 40));
    expect(search(till, '', 2)).toEqual(newest.slice(40));
    expect(search(till, '', 3)).toEqual([]);
    expect(search(till, '', -1)).toEqual(newest.slice(0, 20));
    expect(findCharges(till.database, '', 2, timeZone).total).toBe(45);
  });

  it('tell what became of them and nobody’s name or document', () => {
    const till = openTill();
    const { id, txid } = paid(till.journal);
    const found = findCharges(till.database, '', 0, timeZone);
    expect(found).toEqual({
      charges: [
        {
          id,
          txid,
          source: 'api-pix',
          state: 'PAID',
          amountCents: 9_990,
          invoiceIds: ['910003'],
          createdAt: till.clock.wallTime(),
          paidAt: '2026-11-21T12:03:00.000Z',
          writeOffs: ['PENDING'],
        },
      ],
      total: 1,
    });
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${document}|Maria`));
  });

  it('can be read after the person was erased', () => {
    const till = openTill();
    paid(till.journal);
    till.database.run(`UPDATE charges SET document = '', masked_name = ''`);
    expect(search(till, '')).toEqual(['910003']);
  });
});

describe('a search by id', () => {
  it('finds a txid, any part of it from four letters on, and a charge', () => {
    const till = openTill();
    const [first, second] = charges(till, 'A', 'B');
    expect(search(till, first?.txid ?? '')).toEqual(['A']);
    expect(search(till, ` ${first?.txid.toUpperCase() ?? ''} `)).toEqual(['A']);
    expect(search(till, second?.txid.slice(-9) ?? '')).toEqual(['B']);
    expect(search(till, second?.txid.slice(3, 6) ?? '')).toEqual([]);
    expect(search(till, first?.id ?? '')).toEqual(['A']);
  });

  it('finds an invoice, however short its number, and a payment', () => {
    const till = openTill();
    charges(till, '7', '77');
    expect(search(till, '7')).toEqual(['7']);
    paid(till.journal);
    expect(search(till, 'e9999999920261121120300000000001')).toEqual(['910003']);
    expect(search(till, 'E99999999')).toEqual([]);
  });

  it.each(['%', '____', '%%%%', "' OR 1=1 --", "'; DROP TABLE charges; --", '$id', '*', '\0', '[a-z]*'])(
    'takes %j for what it is',
    (text) => {
      const till = openTill();
      charges(till, 'A', 'B');
      expect(search(till, text)).toEqual([]);
      expect(search(till, '')).toEqual(['B', 'A']);
    },
  );

  it('finds an invoice of an odd name', () => {
    const till = openTill();
    charges(till, "O'Brien %_");
    expect(search(till, "o'brien %_")).toEqual(["O'Brien %_"]);
  });
});

describe('a search by amount', () => {
  it.each(['129,90', 'R$ 129,90', 'R$129,90', 'r$ 129,90 '])('finds %j', (text) => {
    const till = openTill();
    charges(till, 'A', 'B');
    expect(search(till, text)).toEqual(['A']);
  });

  it('reads thousands, and finds what was paid where it is another amount', () => {
    const till = openTill();
    const charge = awaiting(till.journal, { amountCents: 112_990 });
    till.journal.markPaid(charge, [{ amountCents: 5, paidAt: '2026-11-21T12:03:00.000Z' }]);
    for (const text of ['1.129,90', 'R$ 1.129,90', '1129,90', '0,05']) {
      expect(search(till, text)).toEqual(['910003']);
    }
    expect(search(till, '129,90')).toEqual([]);
    expect(search(till, '11.29,90')).toEqual([]);
  });
});

describe('a search by day', () => {
  it('means the day where the terminal stands', () => {
    // 23:59:59,999 of the 20th in São Paulo.
    const till = openTill({ clock: new ManualClock(Date.UTC(2026, 10, 21, 3) - 1) });
    charges(till, 'before');
    till.clock.setWallTime(Date.UTC(2026, 10, 21, 3));
    charges(till, 'first');
    till.clock.setWallTime(Date.UTC(2026, 10, 21, 3) + day - 1);
    charges(till, 'last');
    till.clock.setWallTime(Date.UTC(2026, 10, 21, 3) + day);
    charges(till, 'after');
    expect(search(till, '21/11/2026')).toEqual(['last', 'first']);
    expect(search(till, '20/11/2026')).toEqual(['before']);
    expect(search(till, '31/02/2026')).toEqual([]);
  });
});
