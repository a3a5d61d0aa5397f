/** Words of the section PIX. */
export const pixWords = {
  title: 'PIX',
  intro: 'As contas da empresa que recebem PIX, por um PSP com API Pix.',
  none: 'Sem conta aqui, o totem só oferece o PIX que o próprio ERP já põe na fatura. Faturas sem esse PIX só saem como boleto.',
  add: 'Adicionar conta',
  unnamed: 'Conta sem nome',
  account: 'Esta conta',
  access: 'Acesso ao PSP',
  removeText:
    'Um PIX já mostrado a um cliente ainda pode ser pago, e o totem não fica sabendo. Confira antes, no diário da seção Estado, que nenhum está esperando pagamento.',
  id: {
    label: 'Nome curto da conta',
    hint: 'Um nome seu, sem espaços, por exemplo “principal”. Não mude depois.',
  },
  payeeName: {
    label: 'Quem recebe',
    hint: 'Igual ao que o banco do cliente mostra: a tela pede para ele conferir.',
  },
  key: {
    label: 'Chave PIX',
    hint: 'Como está registrada no banco: CNPJ, e-mail, telefone com +55 ou chave aleatória.',
  },
  baseUrl: {
    label: 'Endereço da API Pix',
    hint: 'Até antes de /cob, por exemplo https://pix.seubanco.com.br/v2.',
  },
  tokenUrl: { label: 'Endereço do token', hint: 'Onde o PSP entrega o token (OAuth), endereço completo.' },
  clientId: { label: 'Client id', hint: 'Vem no cadastro da aplicação no PSP.' },
  clientSecret: { label: 'Client secret', hint: 'O segredo que acompanha o client id.' },
  timeoutMs: { label: 'Espera pela resposta', hint: 'De 500 a 60000. O costume é 8000.' },
  ms: 'milissegundos',
  seconds: 'segundos',
  choice: 'Qual conta recebe',
  defaultAccount: {
    label: 'Conta padrão',
    hint: 'Recebe as faturas que não dizem a sua carteira (identifier).',
  },
  accountByIdentifier: {
    label: 'Conta por carteira (identifier)',
    hint: 'Para cada valor de “identifier” que o ERP manda, a conta que recebe. Um valor fora desta lista não gera PIX.',
    key: 'Valor do identifier',
    value: 'Conta',
    add: 'Adicionar carteira',
  },
  times: 'Tempos',
  chargeExpirySeconds: { label: 'Tempo para pagar', hint: 'De 30 a 7200. O costume é 600 (10 minutos).' },
  erpChargeWaitSeconds: {
    label: 'Espera pelo PIX do ERP',
    hint: 'Quanto a tela espera o ERP confirmar o PIX dele. O costume é 900 (15 minutos).',
  },
  test: {
    title: 'Testar esta conta',
    text: 'Cria na conta uma cobrança de R$ 0,01 e a cancela em seguida. Ninguém paga nada e nenhum cliente a vê.',
    action: 'Testar',
    needsId: 'Dê um nome curto a esta conta para testar.',
  },
} as const;
