import type { NobodyReason } from '../who.ts';

/** Words of the contact panel, for the company's staff. */
export const panelWords = {
  title: 'Cliente no totem',
  invoices: 'Faturas em aberto',
  noInvoices: 'Nenhuma fatura em aberto.',
  total: 'Total de hoje',
  due: (date: string) => `Vence em ${date}`,
  wasDue: (date: string, days: number) => `Venceu em ${date}, há ${days === 1 ? '1 dia' : `${days} dias`}`,
  late: 'Vencida',
  today: 'Vence hoje',
  original: (amount: string) => `Valor original ${amount}`,
  line: 'Linha digitável',
  noLine: 'Esta fatura não tem linha digitável.',
  pix: 'PIX copia e cola',
  more: (count: number) => (count === 1 ? 'E mais 1 fatura.' : `E mais ${count} faturas.`),
  visits: 'Últimas visitas ao totem',
  noVisits: 'Nenhuma visita conhecida neste totem.',
  unreadable: (companies: string) => `Sem resposta de ${companies}: podem faltar faturas.`,
  asOf: (moment: string) => `Lido em ${moment}`,
  byPhone: 'Encontrado só pelo telefone: confirme com o cliente quem é, antes de falar das faturas.',
  inactive: 'Cadastro inativo',
} as const;

/** What stands in place of the invoices. */
export const panelNotes: Readonly<Record<NobodyReason | 'unknown' | 'unavailable' | 'expired', string>> = {
  group: 'Isto é um grupo: grupos não têm faturas.',
  'wrong-document':
    'O CPF ou CNPJ deste contato não é válido. Corrija-o no cadastro do contato e abra-o de novo.',
  'no-document': 'Falta o CPF ou CNPJ deste contato. Preencha-o no cadastro do contato e abra-o de novo.',
  'shared-phone':
    'Mais de um cliente usou este telefone no totem. Preencha o CPF ou CNPJ do contato e abra-o de novo.',
  unknown: 'O sistema da empresa não conhece este CPF ou CNPJ.',
  unavailable: 'O sistema da empresa não respondeu. Tente de novo em alguns minutos.',
  expired: 'Este endereço venceu. Feche e abra o contato de novo.',
};
