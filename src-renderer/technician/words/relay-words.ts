/** Words of the section integrations. */
export const relayWords = {
  title: 'Integrações',
  intro: 'Outros sistemas que ficam sabendo de cada visita. Se um deles cai, o aviso espera e vai depois.',
  chat: {
    title: 'Plataforma de chat',
    enabled: {
      label: 'Avisar a plataforma de chat',
      hint: 'O totem chama os seus endereços como se fosse uma conversa.',
    },
    onLoadContact: {
      label: 'Cliente identificado (OnLoadContact)',
      hint: 'Chamado quando o cliente digitou o CPF ou CNPJ.',
    },
    onStartConversation: {
      label: 'Começo da conversa (OnStartConversation)',
      hint: 'Chamado logo em seguida.',
    },
    onEndConversation: {
      label: 'Fim da conversa (OnEndConversation)',
      hint: 'Chamado quando o cliente termina.',
    },
    empty: 'Vazio: esse momento não é avisado.',
    variables: {
      title: 'Variáveis do endereço',
      text: 'Escreva a variável entre cifrões, por exemplo ?doc=$Document$. O totem põe o valor no lugar. As outras variáveis da plataforma ficam vazias.',
      name: 'Variável',
      meaning: 'O que o totem põe',
      rows: [
        ['$name$', 'Nome do cliente'],
        ['$Document$', 'CPF ou CNPJ, com pontos'],
        ['$Phone$', 'Telefone do cadastro'],
        ['$Email$', 'E-mail do cadastro'],
        ['$CreateDate$', 'Começo da visita (UTC): 20260105 13:47:00'],
        ['$isGroup$', 'Sempre false'],
      ],
    },
    test: {
      title: 'Testar o chat',
      text: 'Chama só o endereço de “Cliente identificado”, com um contato inventado.',
      action: 'Testar chat',
    },
  },
  crm: {
    title: 'Salesforce (CRM)',
    enabled: {
      label: 'Abrir um Case por visita',
      hint: 'Cada visita de cliente identificado vira um Case no Salesforce.',
    },
    loginUrl: { label: 'Endereço de entrada', hint: 'Por exemplo https://suaempresa.my.salesforce.com.' },
    clientId: { label: 'Consumer key', hint: 'Do aplicativo conectado (Connected App).' },
    clientSecret: { label: 'Consumer secret', hint: 'Do mesmo aplicativo conectado.' },
    apiVersion: { label: 'Versão da API', hint: 'Com “.0” no fim. O costume é 62.0.' },
    externalIdField: {
      label: 'Campo da visita no Case',
      hint: 'Campo personalizado marcado como “External ID”; impede dois Cases da mesma visita. Termina em __c.',
    },
    test: {
      title: 'Testar o Salesforce',
      text: 'Entra no Salesforce com estes dados e confere o acesso.',
      action: 'Testar Salesforce',
    },
  },
} as const;
