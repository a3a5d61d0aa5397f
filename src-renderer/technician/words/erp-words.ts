/** Words of the section ERP: which ERPs there are and how the kiosk gets in. */
export const erpWords = {
  title: 'ERPs',
  intro:
    'Onde estão os clientes e as faturas. Um totem pode atender mais de um ERP, por exemplo o de duas empresas.',
  empty: 'Nenhum ERP ainda. Toque em “Adicionar ERP” para começar.',
  add: 'Adicionar ERP',
  full: 'O totem atende no máximo 8 ERPs.',
  unnamed: 'Sem nome',
  removeText:
    'O totem deixa de falar com este ERP: as baixas que ainda esperam por ele não saem mais sozinhas e ficam para uma pessoa resolver. Confira antes, na seção Estado, que nada espera.',
  identity: 'Este ERP',
  access: 'Acesso',
  noToken: { label: 'Este ERP não pede token', hint: 'Ligado: o totem entra sem token.' },
  noCredentials: 'Este perfil não pede senha nem token.',
  noWriteOff: {
    title: (operation: string) => `Sem a operação “${operation}”`,
    text: 'O totem não tem como avisar este ERP de um pagamento e por isso não oferece o PIX das suas contas para as faturas dele. O PIX que já vem na fatura e o boleto continuam.',
  },
  company: {
    title: 'Dono das faturas',
    text: 'O beneficiário que sai no boleto e no comprovante.',
    other: {
      label: 'É outra empresa',
      hint: 'Ligado: escreva qual. Desligado: a empresa da seção Terminal.',
    },
    name: { label: 'Nome da empresa', hint: 'Como beneficiário no boleto impresso.' },
    document: { label: 'CNPJ (ou CPF)', hint: 'Do beneficiário, com ou sem pontos.' },
    address: { label: 'Endereço', hint: 'Em uma linha, como sai no boleto.' },
    supportPhone: { label: 'Telefone de ajuda', hint: 'Sai no comprovante. Vazio: o da seção Terminal.' },
  },
  accounts: {
    title: 'PIX deste ERP',
    text: 'Em que conta entra o dinheiro das faturas deste ERP. O de uma empresa não pode cair na conta de outra.',
    defaultAccount: {
      label: 'Conta deste ERP',
      hint: 'Recebe as faturas que não dizem a sua carteira (identifier).',
      asPix: 'Como na seção PIX',
    },
  },
  id: {
    label: 'Nome curto',
    hint: 'Um nome seu para este ERP, sem espaços, por exemplo “principal”. Fica gravado em cada pagamento: não mude depois.',
  },
  companyName: {
    label: 'Nome da empresa',
    hint: 'Aparece para o cliente que tem faturas em mais de um ERP. Pode ficar vazio.',
  },
  baseUrl: {
    label: 'Endereço do ERP',
    hint: 'O começo do endereço, com https://, por exemplo https://erp.suaempresa.com.br/api. Peça a quem cuida do ERP.',
  },
  credentials: {
    token: { label: 'Token', hint: 'A chave que o ERP dá para o totem. Peça a quem cuida do ERP.' },
    username: { label: 'Usuário', hint: 'Crie no ERP um usuário só para o totem.' },
    password: { label: 'Senha', hint: 'A senha desse usuário.' },
    clientId: {
      label: 'Client id',
      hint: 'Identificação do totem no ERP (OAuth). Peça a quem cuida do ERP.',
    },
    clientSecret: { label: 'Client secret', hint: 'O segredo que acompanha o client id.' },
  },
  profile: {
    title: 'Perfil',
    hint: 'O perfil diz como se fala com cada tipo de ERP. Escolha o do seu.',
    list: 'Perfis deste totem',
    own: 'arquivo seu',
    missing: (name: string) =>
      `O perfil “${name}” não está neste totem. Escolha outro, ou traga o arquivo dele em um pen drive.`,
    unfit: 'Este perfil tem problemas e não pode ser usado:',
    change: 'Trocar perfil',
    close: 'Fechar a lista',
    fromDrive: 'Trazer perfil do pen drive',
    loading: 'Lendo os perfis…',
    failed: 'Não deu para ler os perfis.',
  },
  test: {
    title: 'Testar este ERP',
    text: 'Faz uma consulta de verdade, sem mudar nada no ERP, com o que está na tela, mesmo sem salvar.',
    operation: { label: 'Consulta', hint: 'Comece por “Buscar o cliente”.' },
    document: { label: 'CPF ou CNPJ', hint: 'De um cliente de verdade desse ERP. Não fica guardado.' },
    action: 'Testar',
    more: (count: number) => (count === 1 ? 'Mais 1 consulta' : `Mais ${count} consultas`),
    needsDocument: 'Digite um CPF ou CNPJ para testar.',
    needsId: 'Dê um nome curto a este ERP para testar.',
    noOperation: 'Escolha um perfil que tenha consultas para testar.',
  },
} as const;
