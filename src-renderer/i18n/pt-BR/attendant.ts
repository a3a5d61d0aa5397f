export const attendant = {
  offered: 'Chamar atendente',
  called: 'Atendente avisado',
  notice: {
    title: 'O atendente foi avisado',
    titleFor: '{{name}}, o atendente foi avisado',
    lead: 'Fique por perto: alguém vem até você. Pode demorar um pouco se houver outras pessoas antes.',
    meanwhile: 'Enquanto isso, você pode continuar aqui.',
    failedTitle: 'Não conseguimos avisar o atendente',
    failedLead: 'O aviso não saiu deste terminal. Procure alguém da equipe ou tente de novo daqui a pouco.',
    failedCall: 'Se preferir, ligue {{phone}}.',
    close: 'Entendi',
  },
} as const;
