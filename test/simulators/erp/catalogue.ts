/** Rows of the lists that need no input, by wire name; ids of each list from a range of its own. */
export const catalogue = {
  products: [
    {
      id_servico: '8101',
      nome: 'Fibra 500 Mega',
      descricao: 'Internet por fibra, 500 Mb/s',
      valor: 12_990,
      obs: 'Wi-Fi incluído',
    },
    { id_servico: '8102', nome: 'Telefonia fixa', descricao: '', valor: 9_990, obs: '' },
  ],
  resellers: [
    {
      id_revendedor: '8201',
      nome: 'Loja Centro',
      documento: '33000167000101',
      email: 'centro@example.com',
      obs: '',
    },
  ],
  employees: [{ id_funcionario: '8301', nome: 'Atendente José', obs: 'Turno da manhã' }],
  departments: [
    { id_departamento: '8401', nome: 'Financeiro', obs: '' },
    { id_departamento: '8402', nome: 'Suporte técnico', obs: '' },
  ],
  dueDates: [
    { id_vencimento: '8505', data: 'dia 5', obs: '' },
    { id_vencimento: '8510', data: 'dia 10', obs: 'o mais pedido' },
  ],
  /** The one list whose remark the contract does not explain: this ERP leaves it out. */
  origins: [{ id_origem: '8601', nome: 'Indicação de amigo' }],
  cities: [
    {
      id_cidade: '8701',
      nome: 'Bento Gonçalves',
      latitude: '-29.1699',
      longitude: '-51.5188',
      obs: '',
    },
  ],
  ticketTypes: [{ id_tipo_de_atendimento: '8801', nome: 'Sem conexão', obs: '' }],
  prospectStatuses: [
    { status_prospeccao: '8901', nome: 'Inicial', obs: '' },
    { status_prospeccao: '8902', nome: 'Em análise', obs: '' },
  ],
} as const;
