import { z } from 'zod';
import type { ChargeKind } from './location-book.ts';
import type { Violation } from './problem.ts';

/** txid of a charge made by the receiver (API Pix 2.9.0, TxId). */
export const txidPattern = /^[a-zA-Z0-9]{26,35}$/;

const amountPattern = /^\d{1,10}\.\d{2}$/;

const place = {
  email: z.string().exactOptional(),
  logradouro: z.string().max(200).exactOptional(),
  cidade: z.string().max(200).exactOptional(),
  uf: z.string().max(2).exactOptional(),
  cep: z.string().max(8).exactOptional(),
};
const name = z.string().min(1).max(200);

/** `cpf` or `cnpj`, never both, and always a name. */
const debtorSchema = z.union([
  z.strictObject({ cpf: z.string().regex(/^\d{11}$/), nome: name, ...place }),
  z.strictObject({ cnpj: z.string().regex(/^[0-9A-Z]{14}$/), nome: name, ...place }),
]);

const valueSchema = z
  .object({
    original: z.string().regex(amountPattern),
    modalidadeAlteracao: z.union([z.literal(0), z.literal(1)]).exactOptional(),
  })
  .refine((value) => Number(value.original) > 0 || value.modalidadeAlteracao === 1, {
    message: 'O campo cob.valor.original é zero.',
    path: ['original'],
  });

const common = {
  loc: z.object({ id: z.int() }).exactOptional(),
  valor: valueSchema,
  chave: z.string().min(1).max(77),
  solicitacaoPagador: z.string().max(140).exactOptional(),
  infoAdicionais: z
    .array(z.object({ nome: z.string().max(50), valor: z.string().max(200) }))
    .max(50)
    .exactOptional(),
};

const cobFields = {
  ...common,
  calendario: z.object({ expiracao: z.int().positive().max(2_147_483_647).default(86_400) }),
  devedor: debtorSchema.exactOptional(),
};

const cobvFields = {
  ...common,
  calendario: z.object({
    dataDeVencimento: z.iso.date(),
    validadeAposVencimento: z.int().min(0).max(2_147_483_647).default(30),
  }),
  devedor: debtorSchema,
};

// Removing a charge together with other changes makes no sense and is a violation.
const removalSchema = z.strictObject({ status: z.literal('REMOVIDA_PELO_USUARIO_RECEBEDOR') });

const requestedSchemas = { cob: z.object(cobFields), cobv: z.object(cobvFields) };

const revisedSchemas = {
  cob: z.union([removalSchema, z.strictObject(cobFields).partial()]),
  cobv: z.union([removalSchema, z.strictObject(cobvFields).partial()]),
};

/** A charge as the receiver asks for it (CobSolicitada, CobVSolicitada). */
export type RequestedCharge = z.output<(typeof requestedSchemas)[ChargeKind]>;
/** A change of a charge (CobRevisada, CobVRevisada). */
export type RevisedCharge = z.output<(typeof revisedSchemas)[ChargeKind]>;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Checks the body of PUT /cob/{txid} or /cobv/{txid}. */
export function checkRequested(kind: ChargeKind, body: unknown): Checked<RequestedCharge> {
  return check<RequestedCharge>(kind, requestedSchemas[kind], body);
}

/** Checks the body of PATCH /cob/{txid} or /cobv/{txid}. */
export function checkRevised(kind: ChargeKind, body: unknown): Checked<RevisedCharge> {
  return check<RevisedCharge>(kind, revisedSchemas[kind], body);
}

function check<T>(kind: ChargeKind, schema: z.ZodType<T>, body: unknown): Checked<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const violations = new Map<string, Violation>();
  for (const issue of parsed.error.issues) {
    const property = [kind, ...standardPath(issue.path)].join('.');
    const razao = issue.code === 'custom' ? issue.message : `O campo ${property} não respeita o schema.`;
    violations.set(property, { razao, propriedade: property });
  }
  return { ok: false, violations: [...violations.values()] };
}

/** The standard blames these objects as a whole, other fields one by one. */
function standardPath(path: readonly PropertyKey[]): readonly string[] {
  const parts = path.map(String);
  return parts[0] === 'devedor' || parts[0] === 'infoAdicionais' ? parts.slice(0, 1) : parts;
}
