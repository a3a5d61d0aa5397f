export const common = {
  back: 'Voltar',
  leave: 'Sair',
  continue: 'Continuar',
  support: 'Precisa de ajuda? Ligue {{phone}}',
  step: '{{current}} de {{total}}',
  logoOf: 'Logotipo de {{company}}',
} as const;

export const steps = {
  identify: 'Identificação',
  invoices: 'Faturas',
  pay: 'Pagamento',
  finish: 'Pronto',
} as const;

export const duration = {
  minutes: '{{minutes}} min {{seconds}} s',
  seconds: '{{seconds}} s',
} as const;

export const pages = {
  position: '{{current}} de {{total}}',
  previous: 'Anterior',
  next: 'Próxima',
  label: 'Páginas da lista',
} as const;
