export const myData = {
  opening: { title: 'Só um instante', lead: 'Estamos procurando os seus contatos.' },
  title: 'Seus contatos',
  lead: 'Por segurança, mostramos só uma parte. Toque no que quer trocar.',
  field: { phone: 'Telefone', whatsapp: 'WhatsApp', email: 'E-mail' },
  none: 'Não temos',
  tellWhatsapp: 'Informar ou trocar',
  counts: 'Vale para {{companies}}.',
  unreadable: 'Agora não deu para ler o cadastro de {{companies}}.',
  entry: {
    phone: {
      title: 'Qual é o novo telefone?',
      label: 'Telefone',
      hint: 'Com o DDD na frente. Pode ser fixo ou celular.',
    },
    whatsapp: {
      title: 'Qual é o número do seu WhatsApp?',
      label: 'WhatsApp',
      hint: 'Um celular, com o DDD na frente.',
    },
    email: { title: 'Qual é o novo e-mail?', label: 'E-mail', hint: 'Por exemplo: maria@gmail.com' },
  },
  error: {
    phone: {
      missing: 'Digite o telefone para continuar.',
      wrong: 'Confira o DDD e os números. Celular tem 9 números, fixo tem 8.',
      same: 'Esse já é o telefone do seu cadastro.',
      'not-mobile': 'Digite um celular, que começa com 9.',
    },
    whatsapp: {
      missing: 'Digite o número para continuar.',
      wrong: 'Confira o DDD e os números. Um celular tem 9 números.',
      same: 'Esse já é o WhatsApp do seu cadastro.',
      'not-mobile': 'Esse é um telefone fixo. Digite um celular, que começa com 9.',
    },
    email: {
      missing: 'Escreva o e-mail para continuar.',
      wrong: 'Falta algo nesse e-mail. Confira o @ e o final.',
      same: 'Esse já é o e-mail do seu cadastro.',
      'not-mobile': 'Escreva um e-mail.',
    },
  },
  confirm: {
    title: 'Está certo assim?',
    lead: { phone: 'Confira cada número.', whatsapp: 'Confira cada número.', email: 'Confira cada letra.' },
    counts: 'Vai mudar em {{companies}}.',
    save: 'Sim, salvar',
    saving: 'Salvando…',
  },
  saved: {
    done: { title: 'Pronto, está salvo', lead: 'O novo contato já vale.' },
    unclear: {
      title: 'A troca está em verificação',
      lead: 'Não precisa fazer de novo. Se quiser perguntar, diga o número.',
    },
    refused: {
      title: 'Não deu para trocar',
      lead: 'O sistema não aceitou. Fale com a gente e diga o número.',
    },
    'not-sent': { title: 'Não deu para trocar agora', lead: 'Nada mudou. Tente de novo daqui a pouco.' },
    mixed: { title: 'Só uma parte foi trocada', lead: 'Veja o que aconteceu em cada empresa.' },
    standing: {
      done: 'salvo',
      unclear: 'em verificação',
      refused: 'não aceitou',
      'not-sent': 'não deu agora',
    },
    number: 'Número {{protocol}}',
    others: 'Ver meus contatos',
  },
  forbidden: {
    title: 'Essa troca não pode ser feita aqui',
    lead: 'Nada mudou. Se precisar, fale com a gente.',
    reason: 'A empresa respondeu: {{reason}}',
  },
} as const;
