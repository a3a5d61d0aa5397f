/** The smallest profile that passes: a fresh object, free to be spoilt. */
export const minimalProfile = {
  format: 1,
  name: 'minimal',
  title: 'Minimal',
  description: 'For tests.',
  authentication: { kind: 'none' } as Record<string, unknown>,
  operations: {
    getCustomer: { steps: [{ method: 'GET', path: '/clientes', input: "{ 'doc': document }" }] },
    listOpenInvoices: { steps: [{ method: 'GET', path: '/faturas', input: "{ 'doc': document }" }] },
  } as Record<string, unknown>,
};
