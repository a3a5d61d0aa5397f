import type { Translation } from '../translation.ts';

export const configuring: Translation['configuring'] = {
  title: 'En preparación',
  lead: 'Este tótem todavía se está preparando. Por favor, vuelva más tarde.',
  forTechnician: 'Para el técnico',
  file: 'Archivo',
  problems_one: '{{count}} ajuste por hacer',
  problems_other: '{{count}} ajustes por hacer',
  open: 'Configurar este tótem',
  noProblems: 'No hay detalles para mostrar. Vea el registro (log) del tótem.',
};
