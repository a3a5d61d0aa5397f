import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { moneyAuditHead } from '../../../src-main/payment/money-audit.ts';
import { headText } from '../../../src-main/storage/hash-chain.ts';
import { openAuditLog } from '../../../src-main/technician/audit-log.ts';
import { createClosingDesk } from '../../../src-main/technician/closing-desk.ts';
import { headsNotedIn } from '../../../src-main/technician/closing-heads.ts';
import type { WriteToDrive } from '../../../src-main/technician/drive-writer.ts';
import { openTill, paid, payment } from '../payment/till.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from '../storage/temporary-database.ts';

function world() {
  const file = temporaryDatabaseFile();
  const till = openTill({ database: openTemporaryDatabase(file) });
  const auditFile = join(dirname(file), 'audit.jsonl');
  const written: { drive: string; name: string; text: string }[] = [];
  const writeTo: WriteToDrive = async (drive, name, content) => {
    written.push({ drive, name, text: String(content) });
    return { outcome: 'written', name };
  };
  const desk = createClosingDesk({
    databaseFile: file,
    clock: till.clock,
    timeZone: () => 'America/Sao_Paulo',
    terminalId: () => 'T01',
    audit: openAuditLog({ file: auditFile, clock: till.clock, log: till.log }),
    writeTo,
  });
  return { till, desk, written, auditFile };
}

const dayPaid = payment(1).paidAt.slice(0, 10);

it('closes a day beside the kiosk that runs', async () => {
  const { till, desk } = world();
  const { amountCents } = paid(till.journal);
  const closed = await desk.close(dayPaid);
  expect(closed).toMatchObject({
    day: dayPaid,
    today: '2026-11-21',
    entries: 5,
    differences: 0,
    total: { paid: amountCents, pending: amountCents },
  });
  expect(closed.brokenAt).toBeUndefined();
});

it('takes today where the terminal stands when no day is named', async () => {
  const { till, desk } = world();
  till.clock.setWallTime(Date.UTC(2026, 10, 22, 2));
  expect(await desk.close('')).toMatchObject({ day: '2026-11-21', today: '2026-11-21' });
});

it('tells what is wrong', async () => {
  const { till, desk } = world();
  paid(till.journal);
  till.database.run('DROP TRIGGER money_audit_only_changes_by_growing');
  till.database.run(`UPDATE money_audit SET line = 'x' WHERE seq = 2`);
  till.database.run('UPDATE charges SET paid_cents = 1');
  expect(await desk.close('')).toMatchObject({ brokenAt: 2, differences: 1 });
});

it('writes it down for the books, without anybody in it, and notes how far the audit reached', async () => {
  const { till, desk, written, auditFile } = world();
  paid(till.journal);
  expect(await desk.export('usb', dayPaid)).toEqual({
    outcome: 'written',
    name: `fechamento-T01-${dayPaid}.txt`,
  });
  expect(headsNotedIn(readFileSync(auditFile))).toEqual([moneyAuditHead(till.database)]);
  const [{ text } = { text: '' }] = written;
  expect(text).toContain('ERP principal, conta principal');
  expect(text).toMatch(/^Recebido +R\$ 99,90 {2}\(1\)\r$/m);
  expect(text).toContain('O registro do dinheiro está íntegro (5 linhas).');
  expect(text).toContain(`Registro ${headText(moneyAuditHead(till.database))}`);
  expect(text).not.toContain('Maria');
});

it('refuses a day that does not exist', async () => {
  await expect(world().desk.close('2026-02-30')).rejects.toThrow('no such day');
});
