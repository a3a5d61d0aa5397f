export const configuring = {
  title: 'Em configuração',
  lead: 'Este totem ainda está sendo preparado. Por favor, volte mais tarde.',
  forTechnician: 'Para o técnico',
  file: 'Arquivo',
  problems_one: '{{count}} ajuste a fazer',
  problems_other: '{{count}} ajustes a fazer',
  open: 'Configurar este totem',
  noProblems: 'Nenhum detalhe a mostrar. Veja o registro (log) do totem.',
} as const;
