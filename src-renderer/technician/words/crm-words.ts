/** Words of the Salesforce part of the section integrations. */
export const crmWords = {
  title: 'Salesforce (CRM)',
  enabled: {
    label: 'Abrir um Case por visita',
    hint: 'Cada visita de cliente identificado vira um Case no Salesforce, ligado ao contato do telefone.',
  },
  loginUrl: { label: 'Endereço de entrada', hint: 'Por exemplo https://suaempresa.my.salesforce.com.' },
  signIn: {
    label: 'Como o totem entra',
    hint: 'O que o aplicativo conectado (Connected App) do Salesforce permite.',
  },
  signIns: [
    {
      value: 'client-credentials',
      label: 'Client credentials',
      hint: 'Key e secret. O usuário é o que o aplicativo conectado tem.',
    },
    { value: 'jwt-bearer', label: 'JWT bearer', hint: 'Usuário e chave privada; sem senha nem secret.' },
    {
      value: 'username-password',
      label: 'Usuário e senha',
      hint: 'A forma antiga, com token de segurança. Organizações novas não aceitam.',
    },
  ],
  clientId: { label: 'Consumer key', hint: 'Do aplicativo conectado.' },
  clientSecret: { label: 'Consumer secret', hint: 'Do mesmo aplicativo conectado.' },
  username: { label: 'Usuário da API', hint: 'O username, que parece um e-mail.' },
  password: { label: 'Senha', hint: 'Do usuário da API.' },
  securityToken: {
    label: 'Token de segurança',
    hint: 'Do usuário da API. Vazio se a organização confia no IP do totem.',
  },
  privateKeyFile: {
    label: 'Chave privada',
    hint: 'RSA em PEM, sem senha. O certificado dela fica no aplicativo conectado.',
  },
  apiVersion: { label: 'Versão da API', hint: 'Com “.0” no fim. O costume é 62.0.' },
  externalIdField: {
    label: 'Campo da visita no Case',
    hint: 'Campo de texto, único, marcado como “External ID”; impede dois Cases da mesma visita. Termina em __c.',
  },
  attachFiles: {
    label: 'Anexar os papéis',
    hint: 'Comprovantes e boletos da visita, em PDF.',
  },
  linkFiles: {
    label: 'Links em vez de arquivos',
    hint: 'Para o gateway local, que precisa de endereço público. Quem tem o link abre o papel.',
  },
  auditFields: {
    label: 'Comentários com hora e autor reais',
    hint: 'O usuário da API precisa da permissão “Set Audit Fields upon Record Creation”. Desligado: hora e autor vão no texto.',
  },
  customerUsername: {
    label: 'Usuário dos comentários do cliente',
    hint: 'O username de um usuário só para isso. Os do totem são do usuário com o e-mail do agente.',
  },
  test: {
    title: 'Testar o Salesforce',
    text: 'Entra no Salesforce com estes dados, confere campos e usuários e diz quantas chamadas restam. Não grava nada.',
    action: 'Testar Salesforce',
  },
} as const;
