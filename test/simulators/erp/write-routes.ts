import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { ErpBehaviour } from './behaviour.ts';
import type { ErpBooks } from './books.ts';
import { input } from './input.ts';
import { type WriteWithFields, writeFields } from './write-fields.ts';

const contactFields = ['fone', 'telefone_comercial', 'telefone_celular', 'whatsapp', 'email'];

/** Writes other than the write-off: each is counted and kept as it came, and refused when a wire name is not exact. */
export function writeRoutes(books: ErpBooks, behaviour: () => ErpBehaviour) {
  const done = () => json(200, { status: behaviour().actionStatus });

  function unlock(customerId: string, serviceId: string): string {
    const how = behaviour().unlock;
    if (how === 'refused') return 'Recusado';
    const status = how === 'vague' ? '' : books.unlock(customerId, serviceId);
    return how === 'done' ? status : 'Solicitação registrada';
  }

  function write(
    operation: WriteWithFields,
    method: 'POST' | 'PUT',
    path: string,
    mandatory: string,
    act: (request: SimulatorRequest) => Answer,
  ) {
    const known: readonly string[] = writeFields[operation];
    const route = {
      operation,
      method,
      path,
      received: (request: SimulatorRequest) => {
        const key = request.headers['idempotency-key'];
        const idempotencyKey = typeof key === 'string' ? key : null;
        books.ledger.writes.push({ operation, fields: fieldsOf(request.body), idempotencyKey });
      },
      act: (request: SimulatorRequest) => {
        const unknown = Object.keys(fieldsOf(request.body)).filter((name) => !known.includes(name));
        if (unknown.length > 0) return json(400, { status: `Campos desconhecidos: ${unknown.join(', ')}` });
        if (input(request, mandatory) === '') return json(400, { status: `${mandatory} é obrigatório` });
        return act(request);
      },
    };
    return route satisfies Route;
  }

  return [
    write('createProspect', 'POST', '/prospectos', 'nome', (request) => {
      const id = books.openProspect(input(request, 'id_vencimento') === '' ? 'Incompleto' : 'Inicial');
      return json(200, { id_prospecto: id, obs: 'Prospecto criado' });
    }),
    write('createLead', 'POST', '/leads', 'nome', () => json(200, { id_lead: '5501', obs: 'Lead criado' })),
    write('createTicket', 'POST', '/atendimentos', 'id_cliente', () =>
      json(200, {
        [behaviour().ticketIdName === 'printed' ? 'id_atendiemnto' : 'id_atendimento']: '5601',
        obs: '',
      }),
    ),
    write('trustUnlock', 'POST', '/habilitacao-provisoria', 'id_cliente', (request) =>
      json(200, { status: unlock(input(request, 'id_cliente'), input(request, 'id_servico')) }),
    ),
    write('updateProspect', 'PUT', '/prospectos', 'id_prospecto', (request) => {
      const status = books.moveProspect(input(request, 'id_prospecto'), 'Em análise');
      return status === undefined ? json(404, { status: 'Prospecto não encontrado' }) : json(200, { status });
    }),
    write('updateCustomer', 'PUT', '/clientes', 'id_cliente', (request) => {
      if (/recusad|negad/i.test(behaviour().actionStatus)) return done();
      const change = contactFields.map((name) => [name, input(request, name)] as const);
      books.changeContact(
        input(request, 'id_cliente'),
        Object.fromEntries(change.filter(([, value]) => value !== '')),
      );
      return done();
    }),
    write('attachFiles', 'POST', '/prospectos/arquivos', 'id_prospecto', done),
    {
      operation: 'prospectStatus',
      method: 'GET',
      path: '/prospectos/status',
      act: (request: SimulatorRequest) => {
        const status = books.prospectStatus(input(request, 'id_prospecto'));
        return status === undefined
          ? json(404, { status: 'Não encontrado' })
          : json(200, { status, motivo: '' });
      },
    } as const,
  ];
}
