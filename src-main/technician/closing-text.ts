import { formatCalendarDate } from '../domain/calendar-date.ts';
import { type Cents, formatBrl } from '../domain/money.ts';
import type { AuditReport } from '../payment/audit-report.ts';
import type { ClosingSums } from '../payment/day-closing.ts';
import { headText } from '../storage/hash-chain.ts';

const LABEL_WIDTH = 30;
const AMOUNT_WIDTH = 18;

/** A day's closing as a text for whoever keeps the books. @param at wall time of the closing, milliseconds */
export function closingText(report: AuditReport, terminal: string, at: number): string {
  const { closing, head } = report;
  const moment = new Intl.DateTimeFormat('pt-BR', {
    timeZone: closing.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  const lines = [
    `FECHAMENTO DO DIA ${formatCalendarDate(closing.day)}`,
    `Terminal ${terminal}. Emitido em ${moment} (${closing.timeZone}).`,
    'Recebido: pelo relógio do banco. Cobrado: pelo relógio do totem.',
    ...closing.groups.flatMap((group) => [
      '',
      `ERP ${group.erp}, ${group.account === undefined ? 'PIX do próprio ERP' : `conta ${group.account}`}`,
      ...sumLines(group),
    ]),
    '',
    'TOTAL',
    ...sumLines(closing.total),
    '',
    line('Em aberto de dias anteriores', closing.openFromBefore.cents, closing.openFromBefore.count),
    '',
    ...auditLines(report),
    `Registro ${headText(head)}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function sumLines(sums: ClosingSums): readonly string[] {
  return [
    line('Cobrado', sums.charged, sums.chargedCount),
    line('Recebido', sums.paid, sums.paidCount),
    line('  baixado no ERP', sums.writtenOff),
    line('  baixado pelo próprio ERP', sums.settledByErp),
    line('  a caminho do ERP', sums.pending),
    line('  esperando uma pessoa', sums.forPerson),
    line('  encerrado por uma pessoa', sums.closedByHand),
    line('  a devolver', sums.refundDue),
    line('  devolvido', sums.refunded),
  ];
}

function auditLines({ fault, differences, head }: AuditReport): readonly string[] {
  return [
    fault
      ? `ATENÇÃO: o registro do dinheiro foi alterado a partir da linha ${fault.seq}.`
      : `O registro do dinheiro está íntegro (${head.seq} linhas).`,
    ...(differences.length === 0
      ? []
      : [`ATENÇÃO: ${differences.length} cobranças, baixas ou devoluções não conferem com o registro.`]),
  ];
}

function line(label: string, cents: Cents, count?: number): string {
  return `${label.padEnd(LABEL_WIDTH)}${formatBrl(cents).padStart(AMOUNT_WIDTH)}${count === undefined ? '' : `  (${count})`}`;
}
