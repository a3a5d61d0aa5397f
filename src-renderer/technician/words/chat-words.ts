/** Words of the chat platform's part of the section integrations. */
export const chatWords = {
  title: 'Plataforma de chat',
  enabled: {
    label: 'Avisar a plataforma de chat',
    hint: 'O totem chama os seus endereços como se fosse uma conversa.',
  },
  onLoadContact: {
    label: 'Cliente identificado (OnLoadContact)',
    hint: 'Chamado quando o cliente digitou o CPF ou CNPJ. A resposta completa o que o ERP não sabe.',
  },
  onStartConversation: {
    label: 'Começo da conversa (OnStartConversation)',
    hint: 'Chamado logo em seguida.',
  },
  onBeforeSaveContact: {
    label: 'Pode alterar o contato? (OnBeforeSaveContact)',
    hint: 'Perguntado antes de gravar telefone ou e-mail. Se recusar, o cliente lê o motivo.',
  },
  onSaveContact: {
    label: 'Contato alterado (OnSaveContact)',
    hint: 'Chamado depois que o ERP gravou a alteração.',
  },
  onGetChatMessageSugestion: {
    label: 'Atendente chamado (OnGetChatMessageSugestion)',
    hint: 'Chamado quando o cliente pede um atendente. As sugestões da resposta não são usadas.',
  },
  onEndConversation: {
    label: 'Fim da conversa (OnEndConversation)',
    hint: 'Chamado quando o cliente termina.',
  },
  empty: 'Vazio: esse momento não é avisado.',
  method: { label: 'Como chamar', hint: 'As variáveis vão no endereço nos dois casos.' },
  methods: [
    { value: 'GET', label: 'GET' },
    { value: 'POST', label: 'POST' },
  ],
  agent: {
    title: 'Chat: quem é o totem',
    text: 'O que as variáveis dizem deste totem. Vazio: a variável vai vazia.',
    instanceId: { label: 'Código da instância', hint: '$InstanceId$' },
    wid: { label: 'WID da instância', hint: '$wid$, e também para a API de variáveis.' },
    agentId: { label: 'Código do agente', hint: '$LockedUserId$ e $IdUsuario$' },
    agentName: { label: 'Nome do agente', hint: '$LockedUserName$ e $UsuarioNome$. Vazio: o nome do totem.' },
    departmentId: { label: 'Código do departamento', hint: '$DepartmentId$' },
    department: { label: 'Departamento', hint: '$Department$ e $Departamento$' },
    segment: { label: 'Segmento', hint: '$SegmentName$ de quem a plataforma não diz o segmento.' },
    timeZone: { label: 'Fuso das horas', hint: 'Vazio: o fuso do totem. Por exemplo America/Manaus.' },
  },
  variables: {
    title: 'Variáveis do endereço',
    text: 'Escreva a variável entre cifrões, por exemplo ?doc=$Document$; maiúsculas e minúsculas tanto faz. O totem põe o valor no lugar. O que ele não sabe vai vazio.',
    name: 'Variável',
    meaning: 'O que o totem põe',
    rows: [
      ['$name$', 'Nome do cliente'],
      ['$Document$', 'CPF ou CNPJ, com pontos'],
      ['$Phone$', 'Telefone do cadastro'],
      ['$Jid$', 'WhatsApp: o que a plataforma disse, ou feito do celular'],
      ['$Email$', 'E-mail do cadastro'],
      ['$SegmentName$', 'Segmento que a plataforma disse, ou o daqui'],
      ['$Note$', 'Anotação que a plataforma disse'],
      ['$LockedUserDate$', 'Começo da visita, se há agente: 20260105 13:47:00'],
      ['$Status$', 'Locked enquanto o agente daqui atende; sem agente, Normal'],
      ['$LockedUserLogin$', 'E-mail do agente (em Terminal)'],
      ['$isGroup$', 'Sempre false'],
      ['$MsgRead$', 'Vazia: no totem não há mensagens'],
    ],
  },
  sender: {
    title: 'Chat: mensagens para o celular',
    enabled: {
      label: 'Enviar mensagens pela plataforma',
      hint: 'O cliente pode receber no WhatsApp a linha digitável, o PIX ou o comprovante, se pedir e concordar.',
    },
    url: { label: 'Endereço de envio', hint: 'O que recebe tipo_envio, referencia e mensagens, por POST.' },
    tokenHeader: { label: 'Cabeçalho do token', hint: 'O costume é Authorization.' },
    tokenScheme: { label: 'Palavra antes do token', hint: 'Por exemplo Bearer. Vazio: nenhuma.' },
    token: { label: 'Token', hint: 'Vazio se a plataforma não pede.' },
    sendType: { label: 'Tipo de envio (tipo_envio)', hint: 'O costume é common.' },
    templatesTitle: 'Textos',
    templatesText: String.raw`\n começa uma linha nova; *negrito*, _itálico_, ~riscado~. Variáveis: $Nome$, $Empresa$, $Fatura$, $Descricao$, $Valor$, $Vencimento$, $ValidoAte$, $LinhaDigitavel$, $PixCopiaECola$, $PagoEm$, $Protocolo$, $IdTransacao$, $Txid$, $Terminal$, e as da plataforma. Linha em que nada é conhecido não vai. A linha digitável e o PIX vão em mensagem separada, para copiar com um toque.`,
    templates: {
      typeableLine: { label: 'Linha digitável', hint: 'Precisa ter $LinhaDigitavel$.' },
      pix: { label: 'PIX copia e cola', hint: 'Precisa ter $PixCopiaECola$.' },
      receipt: { label: 'Comprovante', hint: 'Depois do pagamento.' },
    },
    standardText: 'Vazio: o texto padrão',
  },
  api: {
    title: 'Chat: API de variáveis',
    enabled: {
      label: 'Usar a API de variáveis',
      hint: 'Para guardar na plataforma um resumo da última visita. Precisa do WID.',
    },
    baseUrl: { label: 'Endereço da API', hint: 'Onde estão savevars.aspx e loadvars.aspx.' },
    key: { label: 'Chave da API', hint: 'Da instância.' },
    visitSummary: {
      label: 'Nome da variável do resumo',
      hint: 'Por exemplo balcao_$Jid$. Vazio: nada é guardado. O conteúdo está em docs/chat.md.',
    },
  },
  test: {
    title: 'Testar o chat',
    text: 'Chama só o endereço de “Cliente identificado”, com um contato inventado, e lê uma variável se a API estiver ligada. Não envia mensagem nem grava nada.',
    action: 'Testar chat',
  },
} as const;
