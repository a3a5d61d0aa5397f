/** Words of the local gateway, in the sections integrations and state. */
export const gatewayWords = {
  title: 'Gateway local e painel do contato',
  enabled: {
    label: 'Deixar a plataforma de chat consultar este totem',
    hint: 'Para o painel ao lado da conversa e para as URLs de eventos. Desligado: o totem não escuta nada na rede.',
  },
  address: {
    label: 'Endereço IP em que escuta',
    hint: '127.0.0.1: só programas deste computador, por exemplo um proxy. 0.0.0.0: todas as redes dele.',
  },
  port: { label: 'Porta', hint: 'Normalmente 8443.' },
  token: {
    label: 'Token de acesso',
    hint: 'Quem o tem vê as faturas dos clientes. Pelo menos 24 letras e números; copie-o antes de salvar.',
  },
  makeToken: 'Criar um token',
  certificateFile: {
    label: 'Certificado TLS (PEM)',
    hint: 'Com os intermediários no mesmo arquivo. Do nome que está no endereço público.',
  },
  keyFile: { label: 'Chave do certificado (PEM)', hint: 'Sem senha. Fica guardada cifrada.' },
  behindProxy: {
    label: 'Um proxy reverso faz TLS',
    hint: 'Ligue se houver um: sem isto, os pedidos de todos contam como de um só. E só se ninguém puder chegar ao totem sem passar por ele.',
  },
  publicUrl: {
    label: 'Endereço público',
    hint: 'Como a plataforma chega aqui. Vazio: o totem não manda links.',
  },
  requestsPerMinute: { label: 'Pedidos por minuto', hint: 'De um mesmo endereço. Acima disso, espera.' },
  perMinute: 'por minuto',
  panel: {
    label: 'Painel do contato',
    hint: 'Página estreita com as faturas em aberto e as últimas visitas ao totem.',
  },
  framedBy: {
    label: 'Quem pode mostrar o painel',
    hint: 'Só https:// e o nome do servidor. Vazio: https://witi.me.',
    placeholder: 'https://witi.me',
    addLabel: 'Novo endereço',
  },
  callbacks: {
    label: 'Responder aos eventos da plataforma',
    hint: 'OnLoadContact e os outros, com o que o ERP sabe do cliente.',
  },
  linkDays: {
    label: 'Validade dos links',
    hint: 'De comprovantes e boletos, onde o Salesforce leva links.',
  },
  days: 'dias',
  saveEmail: {
    label: 'OnSaveContact muda o e-mail no ERP',
    hint: 'Só se for outro, e só de um contato com CPF ou CNPJ.',
  },
  savePhone: {
    label: 'OnSaveContact muda o telefone no ERP',
    hint: 'Só se for outro, e só de um contato com CPF ou CNPJ.',
  },
  addresses: {
    title: 'O que cadastrar na plataforma',
    text: 'Depois do endereço público, com o seu token no lugar de TOKEN. Os valores entre cifrões são dela.',
    where: 'Campo da plataforma',
    address: 'Endereço',
    rows: [
      ['Painel do contato', '/t/TOKEN/panel?document=$Document$&phone=$Phone$&jid=$Jid$'],
      ['OnLoadContact', '/t/TOKEN/callbacks/OnLoadContact?document=$Document$&jid=$Jid$'],
      [
        'OnBeforeSaveContact',
        '/t/TOKEN/callbacks/OnBeforeSaveContact?document=$Document$&email=$Email$&phone=$Phone$&jid=$Jid$',
      ],
      [
        'OnSaveContact',
        '/t/TOKEN/callbacks/OnSaveContact?document=$Document$&email=$Email$&phone=$Phone$&jid=$Jid$',
      ],
      ['OnStartConversation', '/t/TOKEN/callbacks/OnStartConversation'],
      ['OnEndConversation', '/t/TOKEN/callbacks/OnEndConversation'],
      [
        'OnGetChatMessageSugestion',
        '/t/TOKEN/callbacks/OnGetChatMessageSugestion?document=$Document$&jid=$Jid$',
      ],
    ],
  },
  test: {
    text: 'Abre o gateway por um instante e, se houver endereço público, chama a si mesmo por ele. Não consulta o ERP.',
    action: 'Testar gateway',
  },
} as const;

/** How the gateway stands, in the section state. */
export const gatewayHealthWords = {
  title: 'Gateway local',
  listening: 'Escutando',
  opening: 'Abrindo',
  failed: 'Não abriu',
  problems: {
    EADDRINUSE: 'Outro programa usa a porta. O totem tenta de novo sozinho.',
    EADDRNOTAVAIL: 'O endereço IP não é (ou ainda não é) deste computador. O totem tenta de novo sozinho.',
    EACCES: 'O sistema não deixa usar esta porta: escolha uma acima de 1023.',
    identity: 'O certificado ou a chave não pôde ser usado: escolha os dois de novo.',
    'no-tls': 'Falta o certificado: fora de 127.0.0.1 o gateway só abre com TLS.',
  } as Readonly<Record<string, string>>,
  other: (problem: string) => `O sistema respondeu ${problem}.`,
} as const;
