import { z } from 'zod';
import { action } from '../server/control.ts';
import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import type { CallRow, SeniorCrmLedger } from './ledger.ts';

export const defaultSeniorAccount = { token: 'senior-sim-token', tenant: 'redehorizonte' } as const;

/** Somebody that the CRM knows. */
export interface SeniorContact {
  readonly firstname?: string;
  readonly lastname?: string;
  readonly company?: string;
  /** Digits; area code and number count, the mask before them does not. */
  readonly phone: string;
}

/** How `customvalue` is written (CONTRACTS.md E.3 leaves it open), and how an end is confirmed (E.4). */
export interface SeniorManners {
  readonly customValue?: 'triple' | 'object' | 'json-text' | 'none';
  /** `printed`: `{ {"success": …} }`, as the document has it. */
  readonly success?: 'sound' | 'printed';
  /** Said with 200 to everything instead of an answer. */
  readonly error?: string;
}

export interface SeniorCrmSimulatorOptions {
  readonly port?: number;
  readonly contacts?: readonly SeniorContact[];
}

/** `GET ${url}/cti3cx/consult-phone/:phone` and `PUT ${url}/cti3cx/end-call/:call`. */
export interface SeniorCrmSimulator extends Simulator<SeniorCrmLedger> {
  /** How it answers from now on. */
  setManners(manners: SeniorManners): void;
}

const manners = z.strictObject({
  customValue: z.enum(['triple', 'object', 'json-text', 'none']).exactOptional(),
  success: z.enum(['sound', 'printed']).exactOptional(),
  error: z.string().exactOptional(),
});

const endSchema = z.strictObject({
  data: z.string().min(1),
  hora_inicio: z.string().min(1),
  hora_fim: z.string().min(1),
  telefone: z.string().min(1),
  calltype: z.string().min(1),
  agent: z.string().min(1),
});

const usualContacts: readonly SeniorContact[] = [
  { firstname: 'Maria', lastname: 'da Silva', company: 'Serra Fibra', phone: '54987654321' },
];

export async function startSeniorCrmSimulator(
  options: SeniorCrmSimulatorOptions = {},
): Promise<SeniorCrmSimulator> {
  const ledger: SeniorCrmLedger = { requests: {}, calls: [] };
  const contacts = options.contacts ?? usualContacts;
  let how: SeniorManners = {};

  function consult({ params: { phone = '' } }: SimulatorRequest): Answer {
    if (!/^\d{8,20}$/.test(phone)) return json(400, { error: 'telefone inválido' });
    const call: CallRow = { callId: 70_001 + ledger.calls.length, phone, ends: 0 };
    ledger.calls.push(call);
    // Also with the mask's leading zeros gone, as an integer loses them.
    const known = contacts.filter((each) => phone.endsWith(each.phone));
    const found = known.length > 0 ? known : [{ phone }];
    return json(200, { contact: found.map((each, index) => wire(each, index + 1, call.callId)) });
  }

  function wire(contact: SeniorContact, id: number, callId: number): Record<string, unknown> {
    return {
      id,
      firstname: contact.firstname ?? '',
      lastname: contact.lastname ?? '',
      company: contact.company ?? '',
      email: '',
      businessphone: '',
      businessphone2: '',
      mobilephone: contact.phone,
      mobilephone2: '',
      url: '',
      customvalue: customValue(id, callId),
    };
  }

  function customValue(contactId: number, callId: number): unknown {
    const object = { client: 1, contact: contactId, call_id: callId };
    const forms = {
      triple: `1/${contactId}/${callId}`,
      object,
      'json-text': JSON.stringify(object),
      none: '',
    };
    return forms[how.customValue ?? 'triple'];
  }

  function end({ params, body }: SimulatorRequest): Answer {
    const call = ledger.calls.find(({ callId }) => String(callId) === params.call);
    if (!call) return json(404, { error: 'ligação não encontrada' });
    const parsed = endSchema.safeParse(body);
    if (!parsed.success) return json(400, { error: z.prettifyError(parsed.error) });
    call.end = parsed.data;
    call.ends += 1;
    const sound = JSON.stringify({ success: 'Chamada encerrada' });
    const printed = how.success === 'printed';
    return { ...json(200, {}), body: printed ? `{ ${sound} }` : sound };
  }

  /** Who does not know token and tenant gets nothing done. */
  function guarded(act: (request: SimulatorRequest) => Answer): Route['act'] {
    return (request) => {
      const { token_crm: token, tenant } = request.headers;
      if (token !== defaultSeniorAccount.token || tenant !== defaultSeniorAccount.tenant) {
        return json(401, { error: 'token inválido' });
      }
      return how.error === undefined ? act(request) : json(200, { error: how.error });
    };
  }

  const setManners = (next: SeniorManners): void => {
    how = next;
  };
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    routes: [
      { operation: 'consult', method: 'GET', path: '/cti3cx/consult-phone/:phone', act: guarded(consult) },
      { operation: 'end', method: 'PUT', path: '/cti3cx/end-call/:call', act: guarded(end) },
    ],
    ledger,
    controls: { manners: action(manners, setManners) },
  });
  return { ...simulator, setManners };
}
