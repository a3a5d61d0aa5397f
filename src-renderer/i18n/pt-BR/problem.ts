export const problem = {
  again: {
    other: 'Tentar de novo',
    'invoice-changed': 'Conferir a fatura',
    'invoice-already-settled': 'Ver minhas faturas',
  },
  code: 'Código: {{code}}',
  protocol: 'Protocolo {{protocol}}',
  protocolPaper: {
    printing: 'Espere: está saindo um papel com este número para levar ao atendimento.',
    printed: 'Retire o papel com este número e leve ao atendimento.',
    missing: 'Anote este número ou tire uma foto, e informe no atendimento.',
  },
  'erp-unreachable': {
    title: 'Não conseguimos ver suas faturas agora',
    lead: 'O sistema não respondeu. Espere um pouquinho e tente de novo.',
  },
  'erp-answer-unusable': {
    title: 'Não conseguimos ler suas faturas',
    lead: 'O sistema respondeu de um jeito que não entendemos. Fale com o atendimento.',
  },
  'pix-unreachable': {
    title: 'O PIX não respondeu',
    lead: 'Nada foi cobrado. Tente de novo daqui a pouco ou pague pelo boleto.',
  },
  'pix-refused': {
    title: 'Não deu para gerar o PIX',
    lead: 'O banco não aceitou criar esta cobrança. Nada foi cobrado. Você ainda pode pagar pelo boleto.',
  },
  'pix-account-missing': {
    title: 'Não deu para gerar o PIX',
    lead: 'Falta um ajuste deste totem para esta fatura. Nada foi cobrado. Você ainda pode pagar pelo boleto.',
  },
  'pix-outside-limits': {
    title: 'Este valor não pode ser pago por PIX aqui',
    lead: 'O valor ou a hora não é aceito pelo PIX deste totem. Nada foi cobrado. Você ainda pode pagar pelo boleto.',
  },
  'invoice-changed': {
    title: 'Sua fatura mudou',
    lead: 'O valor ou o vencimento foi alterado agora há pouco. Confira antes de pagar.',
  },
  'invoice-already-settled': {
    title: 'Esta fatura já está paga',
    lead: 'Não precisa pagar de novo.',
  },
  'invoices-already-settled': {
    title: 'Estas faturas já estão pagas',
    lead: 'Não precisa pagar de novo.',
  },
  'pix-not-together': {
    title: 'Estas faturas não podem ser pagas juntas',
    lead: 'Nada foi cobrado. Volte e pague uma de cada vez.',
  },
  'identity-unverifiable': {
    title: 'Não conseguimos confirmar quem é você',
    lead: 'Falta um dado no seu cadastro para proteger suas faturas. Fale com o atendimento para atualizar.',
  },
  'pix-cancel-unconfirmed': {
    title: 'Não pague mais o código que estava na tela',
    lead: 'O banco ainda não confirmou o cancelamento. Se você já pagou, não pague de novo: vamos conferir.',
  },
  'payment-mismatch': {
    title: 'Recebemos um valor diferente',
    lead: 'Seu dinheiro está registrado, mas não é o valor cobrado. Não pague de novo e fale com o atendimento.',
  },
  'boleto-unavailable': {
    title: 'Não conseguimos abrir o boleto',
    lead: 'Tente de novo daqui a pouco, ou volte e escolha outro jeito de pagar.',
  },
  'document-unavailable': {
    title: 'Não conseguimos abrir o documento',
    lead: 'Tente de novo daqui a pouco. Se não abrir, fale com o atendimento.',
  },
  'storage-unavailable': {
    title: 'Não podemos receber pagamentos agora',
    lead: 'Este totem está com um problema interno. Nada foi cobrado. Fale com o atendimento.',
  },
  'printer-unavailable': {
    title: 'Não conseguimos imprimir agora',
    lead: 'A impressora não está funcionando. Se puder, pague de outro jeito.',
  },
  unexpected: {
    title: 'Algo não saiu como esperado',
    lead: 'A falha é nossa, não sua. Comece de novo daqui a pouco ou fale com o atendimento.',
  },
} as const;
