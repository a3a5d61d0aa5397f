export const ticket = {
  opening: { title: 'Só um instante', lead: 'Estamos vendo como podemos ajudar.' },
  choice: {
    place: { title: 'Você precisa de ajuda com o quê?', lead: 'Toque em um deles.' },
    type: { title: 'O que está acontecendo?', lead: 'Toque no que mais se parece.' },
    department: { title: 'Com quem você quer falar?', lead: 'Toque em um deles.' },
    subject: { title: 'Qual é o assunto?', lead: 'Toque em um deles, ou escreva o seu.' },
    contact: { title: 'Como podemos falar com você?', lead: 'Toque no contato que você mais usa.' },
  },
  option: {
    general: 'Outro assunto',
    generalOf: '{{company}}: outro assunto',
    own: 'Outro: quero escrever',
    phone: 'Outro telefone',
    email: 'Outro e-mail',
    none: 'Não quero deixar contato',
  },
  text: {
    'own-subject': { title: 'Qual é o assunto?', label: 'Assunto', hint: 'Em poucas palavras.' },
    message: {
      title: 'Conte o que aconteceu',
      label: 'Mensagem',
      hint_one: 'Escreva do seu jeito. Cabe mais {{count}} letra.',
      hint_other: 'Escreva do seu jeito. Cabem mais {{count}} letras.',
    },
    email: { title: 'Qual é o seu e-mail?', label: 'E-mail', hint: 'Por exemplo: maria@gmail.com' },
    phone: { title: 'Qual é o seu telefone?', label: 'Telefone', hint: 'Com o DDD na frente.' },
  },
  error: {
    'own-subject': {
      missing: 'Escreva o assunto para continuar.',
      wrong: 'Escreva o assunto de outro jeito.',
    },
    message: { missing: 'Escreva o que aconteceu para continuar.', wrong: 'Escreva de outro jeito.' },
    email: {
      missing: 'Escreva o seu e-mail para continuar.',
      wrong: 'Falta algo nesse e-mail. Confira o @ e o final.',
    },
    phone: {
      missing: 'Digite o seu telefone para continuar.',
      wrong: 'Confira o DDD e os números. Celular tem 9 números, fixo tem 8.',
    },
  },
  review: {
    title: 'Podemos enviar?',
    lead: 'Confira. Para mudar, toque em Voltar.',
    place: 'Sobre',
    subject: 'Assunto',
    message: 'Mensagem',
    contact: 'Contato',
    noContact: 'Sem contato',
    send: 'Enviar',
    sending: 'Enviando…',
  },
  result: {
    done: { title: 'Recebemos o seu pedido', lead: 'Guarde o número. Com ele você acompanha o pedido.' },
    unclear: {
      title: 'Seu pedido está em verificação',
      lead: 'Não precisa enviar de novo. Guarde o número: com ele achamos o seu pedido.',
    },
    refused: {
      title: 'Não deu para abrir o pedido',
      lead: 'O sistema não aceitou. Fale com a gente e diga este número.',
    },
    'not-sent': {
      title: 'Não deu para enviar agora',
      lead: 'Nada foi enviado. O que você escreveu ainda está aqui: tente de novo.',
    },
  },
} as const;
