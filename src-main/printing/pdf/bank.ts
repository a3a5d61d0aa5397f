import { mod11CheckDigit } from '../../domain/check-digits.ts';

/** Banks and institutions that issue boletos, by their code at the clearing house, as people know them. */
const names: Readonly<Record<string, string>> = {
  '001': 'Banco do Brasil',
  '003': 'Banco da Amazônia',
  '004': 'Banco do Nordeste',
  '021': 'Banestes',
  '033': 'Santander',
  '041': 'Banrisul',
  '070': 'BRB',
  '077': 'Inter',
  '085': 'Ailos',
  '104': 'Caixa',
  '133': 'Cresol',
  '136': 'Unicred',
  '197': 'Stone',
  '208': 'BTG Pactual',
  '218': 'BS2',
  '237': 'Bradesco',
  '260': 'Nubank',
  '290': 'PagBank',
  '323': 'Mercado Pago',
  '336': 'C6 Bank',
  '341': 'Itaú',
  '364': 'Efí',
  '389': 'Mercantil',
  '403': 'Cora',
  '422': 'Safra',
  '461': 'Asaas',
  '633': 'Rendimento',
  '637': 'Sofisa',
  '655': 'BV',
  '707': 'Daycoval',
  '748': 'Sicredi',
  '756': 'Sicoob',
};

/** Sicredi alone prints a letter where the sum gives ten. */
const SICREDI = '748';

/** What stands at the head of a bank's boleto. @param code the first three digits of its barcode */
export function bankOf(code: string): { readonly name: string; readonly codeWithDigit: string } {
  const digit = code === SICREDI ? 'X' : String(mod11CheckDigit(code, 9));
  return { name: names[code] ?? `Banco ${code}`, codeWithDigit: `${code}-${digit}` };
}
