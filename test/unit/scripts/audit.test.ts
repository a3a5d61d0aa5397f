import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runAudit } from '../../../scripts/audit/run-audit.ts';
import { moneyAuditHead } from '../../../src-main/payment/money-audit.ts';
import { CHAIN_START, chainLine, headText } from '../../../src-main/storage/hash-chain.ts';
import { CLOSING_EVENT } from '../../../src-main/technician/closing-heads.ts';
import { openTill, paid, payment, type Till } from '../payment/till.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from '../storage/temporary-database.ts';

const now = Date.UTC(2026, 10, 21, 15);

function world(): { file: string; till: Till } {
  const file = temporaryDatabaseFile();
  return { file, till: openTill({ database: openTemporaryDatabase(file) }) };
}

it('says that all is well, and closes the day, also of a copy', () => {
  const { file, till } = world();
  const { amountCents } = paid(till.journal);
  till.database.run('PRAGMA wal_checkpoint(TRUNCATE)');
  const copy = join(dirname(file), 'copy.db');
  copyFileSync(file, copy);
  const payments = payment(amountCents).paidAt.slice(0, 10);
  const { text, exitCode } = runAudit([copy, '--day', payments, '--utc'], now);
  expect(exitCode).toBe(0);
  expect(text).toContain('ok      5 entries');
  expect(text).toMatch(/^paid +R\$ 99,90 {2}\(1\)$/m);
  expect(text).toMatch(/^ {2}pending +R\$ 99,90$/m);
  expect(text).toContain(headText(moneyAuditHead(till.database)));
  expect(text).toContain(`Closing of ${payments} (UTC)`);
});

it('names the first broken place and the rows that differ', () => {
  const { file, till } = world();
  paid(till.journal);
  till.database.run('DROP TRIGGER money_audit_only_changes_by_growing');
  till.database.run(`UPDATE money_audit SET line = replace(line, '"cents":', '"cents":1') WHERE seq = 3`);
  till.database.run('UPDATE charges SET paid_cents = 7');
  const { text, exitCode } = runAudit([file], now);
  expect(exitCode).toBe(1);
  expect(text).toContain('BROKEN  entry 3 is not what its hash says');
  expect(text).toMatch(/DIFFERS charges .*row PAID \d+ 7/);
});

it('notices an end that was cut off by a head that was noted', () => {
  const { file, till } = world();
  paid(till.journal);
  const head = moneyAuditHead(till.database);
  till.database.run('DROP TRIGGER money_audit_only_grows');
  till.database.run('DELETE FROM money_audit WHERE seq = 5');
  till.database.run('DELETE FROM write_offs');
  expect(runAudit([file], now).exitCode).toBe(0);
  const cut = 'BROKEN  entry 5 is missing';
  expect(runAudit([file, '--head', headText(head)], now).text).toContain(cut);
  const { line } = chainLine({ at: 1, event: CLOSING_EVENT, detail: headText(head) }, CHAIN_START);
  writeFileSync(join(dirname(file), 'audit.jsonl'), `${line}\n`);
  expect(runAudit([file], now)).toMatchObject({ exitCode: 1, text: expect.stringContaining(cut) });
});

it("takes today in the terminal's time zone", () => {
  const { file } = world();
  const midnight = Date.UTC(2026, 10, 22, 2);
  const day = (args: readonly string[]) =>
    /Closing of (.*)/.exec(runAudit([file, ...args], midnight).text)?.[1];
  expect(day([])).toBe('2026-11-21 (America/Sao_Paulo)');
  expect(day(['--utc'])).toBe('2026-11-22 (UTC)');
  writeFileSync(
    join(dirname(file), 'settings.json'),
    JSON.stringify({ terminal: { timeZone: 'America/Noronha' } }),
  );
  expect(day([])).toBe('2026-11-22 (America/Noronha)');
  expect(day(['--time-zone', 'America/Manaus'])).toBe('2026-11-21 (America/Manaus)');
});

it.each([
  ['nothing', []],
  ['a file that is not there', ['/no/such/balcao.db']],
  ['what is no database', ['package.json']],
  ['no day', ['package.json', '--day', 'yesterday']],
  ['no time zone', ['package.json', '--time-zone', 'Mars/Olympus']],
  ['no head', ['package.json', '--head', '7']],
  ['an unknown option', ['package.json', '--fix']],
])('says how it is used when it is given %s', (_, args) => {
  expect(runAudit(args, now)).toMatchObject({ exitCode: 2, text: expect.stringContaining('Usage') });
});
