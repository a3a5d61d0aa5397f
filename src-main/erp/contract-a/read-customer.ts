import type { Customer } from '../../domain/customer.ts';
import { phoneDigits } from '../../domain/phone.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { readBoolean } from '../wire/boolean.ts';
import { readDate } from '../wire/date.ts';
import { sameDocument } from '../wire/document.ts';
import { readList } from '../wire/list.ts';
import { isWireObject, optional, type ReadValue, readRecord, required, withDefault } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

const ID_NAMES = ['id_remoto', 'id_cliente'];

/** Digits of a telephone number; one without any digit is absent. */
const readPhone: ReadValue<string> = (raw) => {
  const text = readText(raw);
  if (!text.ok || text.value === undefined) return text;
  const digits = phoneDigits(text.value);
  return success(digits === '' ? undefined : digits);
};

function customerFields(document: string) {
  return {
    document: optional(['cnpj_cpf'], sameDocument(document)),
    erpId: required(ID_NAMES, readText),
    name: required(['nome_completo', 'nome'], readLine),
    active: withDefault(['ativo'], readBoolean, true),
    birthDate: optional(['aniversario', 'data_nascimento'], readDate),
    email: optional(['email'], readLine),
    home: optional(['fone'], readPhone),
    work: optional(['telefone_comercial'], readPhone),
    mobile: optional(['telefone_celular'], readPhone),
    whatsapp: optional(['whatsapp'], readPhone),
    street: optional(['rua_endereco', 'endereco'], readLine),
    number: optional(['numero_endereco', 'numero'], readLine),
    complement: optional(['complemento_endereco', 'complemento'], readLine),
    district: optional(['bairro_endereco', 'bairro'], readLine),
    city: optional(['cidade_endereco', 'cidade'], readLine),
    state: optional(['estado_endereco', 'uf'], readLine),
    postalCode: optional(['cep_endereco', 'cep'], readLine),
  };
}

/**
 * Reads the answer of getCustomer, with the superseded field names too. Undefined when the ERP knows nobody: null, an
 * empty list, or an object with nothing in it.
 */
export function readCustomer(json: unknown, document: string): Result<Customer | undefined, string> {
  const found = singleObject(json);
  if (!found.ok) return found;
  if (found.value === undefined) return success(undefined);
  const record = readRecord(found.value, customerFields(document));
  if (!record.ok) return record;
  const { erpId, name, active, birthDate, email, home, work, mobile, whatsapp, ...place } = record.value;
  const phones = new Set([whatsapp, mobile, home, work].filter((phone) => phone !== undefined));
  const address = addressLine(place);
  return success({
    erpId,
    name,
    active,
    ...(birthDate === undefined ? {} : { birthDate }),
    phones: [...phones],
    ...(email === undefined ? {} : { email }),
    ...(address === '' ? {} : { address }),
  });
}

/** The one object of an answer, which may come wrapped in a list of one; undefined when there is nothing in it. */
function singleObject(json: unknown): Result<unknown, string> {
  if (isEmpty(json)) return success(undefined);
  if (isWireObject(json) && (ID_NAMES.some((name) => name in json) || !readList(json).ok))
    return success(json);
  const list = readList(json);
  if (!list.ok) return list;
  if (list.value.length > 1) return failure('several customers');
  return success(isEmpty(list.value[0]) ? undefined : list.value[0]);
}

/** Null, or an object whose every field is absent; what an empty list has first is undefined. */
function isEmpty(json: unknown): boolean {
  if (json === null || json === undefined) return true;
  return isWireObject(json) && Object.values(json).every((value) => value === null || value === '');
}

interface Place {
  readonly street?: string;
  readonly number?: string;
  readonly complement?: string;
  readonly district?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

function addressLine({ street, number, complement, district, city, state, postalCode }: Place): string {
  const door = join(', ', street, number, complement);
  const town = join('/', city, state);
  return join(' - ', door, district, town, postalCode === undefined ? undefined : `CEP ${postalCode}`);
}

function join(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
