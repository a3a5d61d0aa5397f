export const message = {
  receive: {
    'typeable-line': 'Receber no WhatsApp',
    pix: 'Receber o código no WhatsApp',
    receipt: 'Receber no WhatsApp',
  },
  receiveHint: {
    'typeable-line': 'A linha digitável, para o app do banco',
    pix: 'O código PIX, para pagar depois',
  },
  pixRuns: 'Tempo para pagar o PIX',
  phones: {
    title: 'Para qual número?',
    lead: 'Estes são os números do seu cadastro.',
    searching: 'Procurando os números do seu cadastro…',
    other: 'Outro número',
    otherHint: 'Digitar DDD e celular',
  },
  number: {
    title: 'Digite o número do WhatsApp',
    label: 'DDD e celular',
    empty: 'Nada digitado',
    hint: 'Comece pelo DDD, sem o zero. Por exemplo: (11) 98765-4321.',
    error: {
      incomplete: 'Faltam números. Digite o DDD e o celular, ao todo 11 números.',
      'unknown-area': 'Este DDD não existe. Confira os dois primeiros números.',
      landline: 'Este parece um telefone fixo. Digite um celular com WhatsApp.',
      impossible: 'Este número não é de celular. Depois do DDD, ele começa com 9.',
    },
  },
  consent: {
    title: 'Enviar para {{phone}}?',
    what: {
      'typeable-line':
        'Vamos enviar por WhatsApp a linha digitável deste boleto, com a descrição, o valor e o vencimento.',
      pix: 'Vamos enviar por WhatsApp o código PIX copia e cola, com a descrição e o valor. Ele vale só até o fim do prazo.',
      receipt: 'Vamos enviar por WhatsApp o comprovante deste pagamento, com a descrição e o valor.',
    },
    use: '{{company}} usa este número só para este envio. Quem tiver o aparelho poderá ler a mensagem.',
    agree: 'Concordo, pode enviar',
    decline: 'Não, obrigado',
    sending: 'Pedindo o envio…',
  },
  asked: {
    title: 'Pronto, já pedimos o envio',
    lead: 'A mensagem deve chegar em instantes no WhatsApp {{phone}}.',
    late: 'Se demorar, não precisa esperar aqui: ela segue assim que a internet deixar.',
    failedTitle: 'Não conseguimos pedir o envio',
    failedLead: 'Nada foi enviado. Você pode tentar de novo daqui a pouco.',
  },
} as const;
