export const document = {
  title: 'Digite seu CPF ou CNPJ',
  hint: 'O CPF tem 11 números e o CNPJ tem 14.',
  hintComplete: 'Confira e toque em Continuar.',
  hintLetters: 'CNPJ novo pode ter letras: use as teclas com letras.',
  label: { unknown: 'CPF ou CNPJ', cpf: 'CPF', cnpj: 'CNPJ' },
  empty: 'Nada digitado ainda',
  showLetters: 'CNPJ com letras',
  hideLetters: 'Só números',
  searching: 'Procurando suas faturas…',
  error: {
    incomplete: 'Ainda faltam números. Confira e complete.',
    'wrong-check-digit': 'Algum número não confere. Confira o que digitou e tente de novo.',
    'repeated-digits': 'Esse número é todo repetido. Digite o seu CPF ou CNPJ.',
    'letter-in-check-digits': 'Os dois últimos do CNPJ são sempre números. Confira o final.',
    'not-found': {
      unknown: 'Não achamos este CPF ou CNPJ. Confira os números ou fale com a gente.',
      cpf: 'Não achamos este CPF. Confira os números ou tente o CPF do titular da conta.',
      cnpj: 'Não achamos este CNPJ. Confira os números ou tente o CPF do titular da conta.',
    },
    blocked_one: 'Foram muitas tentativas. Por segurança, espere {{count}} minuto e tente de novo.',
    blocked_other: 'Foram muitas tentativas. Por segurança, espere {{count}} minutos e tente de novo.',
    blockedForAWhile: 'Foram muitas tentativas. Por segurança, espere um pouco e tente de novo.',
  },
} as const;

export const keypad = {
  label: 'Teclado numérico',
  letters: 'Letras',
  erase: 'Apagar',
  clear: 'Limpar',
} as const;

export const secondFactor = {
  'birth-date': {
    title: 'Qual é a sua data de nascimento?',
    lead: 'É para proteger seus dados: só você vê suas faturas.',
    label: 'Data de nascimento',
  },
  'phone-last-digits': {
    title_one: 'Qual é o último número do seu telefone?',
    title_other: 'Quais são os {{count}} últimos números do seu telefone?',
    lead: 'O telefone do seu cadastro. É para proteger seus dados.',
    label: 'Últimos números do telefone',
  },
  day: 'dia',
  month: 'mês',
  year: 'ano',
  checking: 'Conferindo…',
  typed_one: '{{count}} número digitado',
  typed_other: '{{count}} números digitados',
  triesLeft_one: 'Você pode tentar mais {{count}} vez.',
  triesLeft_other: 'Você pode tentar mais {{count}} vezes.',
  error: {
    incomplete: 'Ainda faltam números. Complete e continue.',
    'impossible-date': 'Essa data não existe. Confira o dia, o mês e o ano.',
    wrong: 'Não é o que está no seu cadastro.',
  },
} as const;

export const contracts = {
  title: 'Olá, {{name}}',
  lead: 'Você tem mais de um contrato. Toque no que quer ver.',
} as const;
