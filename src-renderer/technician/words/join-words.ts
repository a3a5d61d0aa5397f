/** Words of the fields about becoming a customer and ordering. */
export const joinWords = {
  terminal: {
    title: '“Quero ser cliente” e novos pedidos',
    text: 'Valem onde “Quero ser cliente” ou “Contratar mais” estão ligados.',
    consentText: {
      label: 'Texto de consentimento (LGPD)',
      hint: 'O cliente novo concorda antes do envio. A versão vai com o pedido. Vazio: o texto que vem com o totem.',
    },
    orderTerms: {
      label: 'Condições de um novo pedido',
      hint: 'Quem já é cliente concorda antes do envio. Vazio: o texto que vem com o totem.',
    },
    heldByPending: {
      label: 'Segurar pedido com pendência interna',
      hint: 'Se o ERP tem texto de pendência interna do cliente, ele fala com um atendente antes. O texto nunca aparece.',
    },
    fields: {
      birthDate: { label: 'Data de nascimento' },
      email: { label: 'E-mail' },
      complement: { label: 'Complemento do endereço' },
      landmark: { label: 'Ponto de referência' },
      origin: { label: 'Como conheceu a empresa' },
      reseller: { label: 'Código do vendedor' },
    },
    rules: { required: 'Obrigatório', optional: 'Pode pular', hidden: 'Não perguntar' },
  },
  erp: {
    title: 'Clientes novos e pedidos neste ERP',
    text: 'Códigos e nomes são os do ERP.',
    creates: { label: 'O que o cadastro vira' },
    kinds: {
      best: { label: 'O que o perfil tiver', hint: 'Prospecto; sem ele, pedido; sem os dois, lead.' },
      prospect: { label: 'Prospecto' },
      order: { label: 'Pedido' },
      lead: { label: 'Lead', hint: 'Só o contato e o endereço.' },
    },
    products: { label: 'Produtos oferecidos', hint: 'Código ou nome. Vazio: todos os que o ERP lista.' },
    addProduct: 'Mais um produto',
    cities: { label: 'Cidades atendidas', hint: 'Código ou nome. Vazio: todas as que o ERP lista.' },
    addCity: 'Mais uma cidade',
    resellerId: { label: 'Sempre este vendedor', hint: 'Código no ERP. Vazio: o totem pergunta.' },
    originId: { label: 'Sempre esta origem', hint: 'Código no ERP. Vazio: o totem pergunta.' },
  },
} as const;
