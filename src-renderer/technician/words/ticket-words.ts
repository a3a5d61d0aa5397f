/** Words of the fields about tickets and contact data. */
export const ticketWords = {
  terminal: {
    title: 'Chamados e “Meus dados”',
    text: 'Valem onde o menu do cliente tem “Pedir ajuda” e “Meus dados”.',
    subjects: {
      label: 'Assuntos prontos',
      hint: 'O cliente escolhe um, ou escreve o dele. Vazio: vale o nome do tipo escolhido; sem tipo, o cliente escreve.',
    },
    addSubject: 'Mais um assunto',
    longestMessage: {
      label: 'Tamanho da mensagem',
      hint: 'Quantas letras o cliente pode escrever no chamado.',
    },
    letters: 'letras',
    pendingTexts: {
      label: 'Juntar as pendências internas ao chamado',
      hint: 'Os textos de pendência do ERP vão no fim da mensagem, para quem atende. O cliente não vê.',
    },
    withoutSecondFactor: {
      label: '“Meus dados” só com o CPF',
      hint: 'Desligado: sem a confirmação de quem é, “Meus dados” não aparece. Ligado: quem souber um CPF pode trocar telefone e e-mail de outra pessoa.',
    },
  },
  erp: {
    title: 'Chamados neste ERP',
    text: 'O que o cliente não escolhe. Os códigos são os do ERP.',
    types: {
      label: 'Tipos oferecidos',
      hint: 'Código ou nome, como no ERP. Vazio: todos os que ele lista.',
    },
    addType: 'Mais um tipo',
    typeId: { label: 'Sempre este tipo', hint: 'Código no ERP. Vazio: o cliente escolhe.' },
    departmentId: { label: 'Sempre este departamento', hint: 'Código no ERP. Vazio: o cliente escolhe.' },
    employeeId: { label: 'Sempre para este funcionário', hint: 'Código no ERP. Vazio: ninguém em especial.' },
  },
} as const;
