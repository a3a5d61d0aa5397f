/** Words of the Senior CRM part of the section integrations. */
export const seniorWords = {
  title: 'Senior CRM (3CX)',
  enabled: {
    label: 'Registrar a visita como ligação',
    hint: 'O CRM procura quem tem o telefone do cliente e guarda a visita como uma ligação, com começo e fim.',
  },
  baseUrl: { label: 'Endereço do CRM', hint: 'O da Senior, se a equipe do CRM não deu outro.' },
  token: { label: 'Token (token_crm)', hint: 'Peça à equipe do CRM.' },
  tenant: { label: 'Tenant', hint: 'O nome da empresa no CRM.' },
  agentExtension: { label: 'Ramal do totem', hint: 'O ramal que aparece como quem atendeu.' },
  phoneMask: {
    label: 'Máscara do telefone',
    hint: 'Como o 3CX escreve um número: {country} é 55, {ddd} o DDD, {number} o resto. Se não for igual, o CRM não acha ninguém.',
  },
  dateFormat: { label: 'Data da ligação', hint: 'Como o CRM quer o dia.' },
  timeFormat: { label: 'Hora da ligação', hint: 'No fuso do totem.' },
  callType: { label: 'Tipo de ligação', hint: 'O que vai em calltype.' },
  timeoutMs: {
    label: 'Espera pela resposta',
    hint: 'Uma consulta sem resposta não é repetida: o registro dessa visita fica sem fim.',
    unit: 'milissegundos',
  },
  test: {
    text: 'Sem número, só confere se o servidor responde. Com um número, consulta de verdade: o CRM cria um registro de ligação, que fica lá.',
    phone: { label: 'Número para consultar', hint: 'Com DDD. Use o seu, não o de um cliente.' },
    action: 'Testar Senior CRM',
    confirm: {
      label: 'Criar o registro da consulta',
      hint: 'A consulta cria uma ligação no Senior CRM, que o totem não pode apagar.',
    },
    unconfirmed: 'Para consultar este número, ligue “Criar o registro da consulta”.',
  },
} as const;
