export const attendant = {
  offered: 'Llamar a un empleado',
  called: 'Empleado avisado',
  notice: {
    title: 'El empleado ya fue avisado',
    titleFor: '{{name}}, el empleado ya fue avisado',
    lead: 'Quédese cerca: alguien vendrá a ayudarle. Puede tardar un poco si hay otras personas antes.',
    meanwhile: 'Mientras tanto, puede seguir aquí.',
    failedTitle: 'No pudimos avisar al empleado',
    failedLead:
      'El aviso no salió de este terminal. Busque a alguien del equipo o intente de nuevo en un momento.',
    failedCall: 'Si lo prefiere, llame al {{phone}}.',
    close: 'Entendido',
  },
} as const;
