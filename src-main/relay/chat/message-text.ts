import { formatCalendarDate } from '../../domain/calendar-date.ts';
import { type MessageFacts, type MessageVariable, messageCodes, messageTexts } from '../../domain/message.ts';
import { formatBrl } from '../../domain/money.ts';
import { cleanLine } from './clean-line.ts';

const LONGEST_VALUE = 200;
const VARIABLE = /\$([A-Za-z]+)\$/g;
/** A pair of marks around one variable only. */
const MARKED_VARIABLE = /([_*~])\$([A-Za-z]+)\$\1/g;

/** The platform knows no way to write a mark that does not format, so values get the wide form of the character. */
const wideMarks: Readonly<Record<string, string>> = { _: '＿', '*': '＊', '~': '～', '`': "'" };

export type MessageValues = Readonly<Partial<Record<MessageVariable, string>>>;

/** Where one message ends and the next begins; no value holds it. */
const BREAK = '\u0000';

/**
 * The texts of a message, to be sent one after the other. In a template `\n` begins a new line; names of variables match
 * whatever their case; a line of which no variable is known is left out. A value can neither format nor end a line. A
 * code is sent exactly as it is and is a text of its own: on a phone one press copies a whole message, no part of it.
 */
export function fillMessage(template: string, values: MessageValues): readonly string[] {
  const lines = template.replaceAll(String.raw`\n`, '\n').split(/\r\n|\n/);
  return lines
    .filter((line) => hasSomething(line, values))
    .map((line) => fillLine(line, values))
    .join('\n')
    .split(BREAK)
    .map((text) => text.replace(/\n{3,}/g, '\n\n').trim())
    .filter((text) => text !== '');
}

function hasSomething(line: string, values: MessageValues): boolean {
  const names = [...line.matchAll(VARIABLE)].map((match) => match[1] ?? '');
  return names.length === 0 || names.some((name) => valueNamed(name, values) !== '');
}

function fillLine(line: string, values: MessageValues): string {
  return line
    .replace(MARKED_VARIABLE, (whole, _mark: string, name: string) =>
      isCode(name) || valueNamed(name, values) === '' ? `$${name}$` : whole,
    )
    .replace(VARIABLE, (_whole, name: string) => {
      const value = valueNamed(name, values);
      return isCode(name) && value !== '' ? `${BREAK}${value}${BREAK}` : value;
    })
    .trim();
}

function valueNamed(name: string, values: MessageValues): string {
  const known = [...messageCodes, ...messageTexts].find((each) => each.toLowerCase() === name.toLowerCase());
  const value = known === undefined ? '' : (values[known] ?? '');
  if (isCode(name)) return cleanLine(value, value.length);
  return cleanLine(value, LONGEST_VALUE).replace(/[_*~`]/g, (mark) => wideMarks[mark] ?? '');
}

function isCode(name: string): boolean {
  return messageCodes.some((code) => code.toLowerCase() === name.toLowerCase());
}

/** The variables of a message that come from what it is about. */
export function factValues(facts: MessageFacts, timeZone: string): MessageValues {
  const { amountCents, dueCents, dueDate } = facts;
  return {
    Empresa: facts.company ?? '',
    Fatura: facts.invoiceId ?? '',
    Descricao: facts.description ?? facts.invoiceId ?? '',
    Valor: amountCents === undefined ? '' : formatBrl(amountCents),
    TotalHoje: dueCents === undefined ? '' : formatBrl(dueCents),
    Vencimento: dueDate === undefined ? '' : formatCalendarDate(dueDate),
    ValidoAte: momentText(facts.validUntil, timeZone),
    PagoEm: momentText(facts.paidAt, timeZone),
    Protocolo: facts.protocol ?? '',
    Txid: facts.txid ?? '',
    IdTransacao: facts.endToEndId ?? '',
    LinhaDigitavel: facts.typeableLine ?? '',
    PixCopiaECola: facts.pixCode ?? '',
  };
}

/** dd/mm/aaaa, HH:mm */
function momentText(wallTimeMs: number | undefined, timeZone: string): string {
  if (wallTimeMs === undefined || !Number.isFinite(wallTimeMs)) return '';
  const format = new Intl.DateTimeFormat('pt-BR', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(wallTimeMs);
}
