import { type Answer, json } from '../server/exchange.ts';
import type { ErpBBehaviour } from './behaviour.ts';
import type { ErpBFiscalNote, ErpBService } from './catalogue.ts';
import { dueCents, type ErpBCustomer, type ErpBInvoice } from './records.ts';

type WireRow = Record<string, unknown>;

/** Writes records and answers as contract B does: every value a text, an absent one as this ERP writes absence. */
export class ErpBWire {
  private readonly behaviour: () => ErpBBehaviour;

  constructor(behaviour: () => ErpBBehaviour) {
    this.behaviour = behaviour;
  }

  /** The whole answer of a function. */
  answer(value: unknown): Answer {
    const written = this.withAbsence(value);
    return json(200, this.behaviour().packing === 'text' ? JSON.stringify(written) : written);
  }

  /** The answer of a function that has nothing to say. */
  nothing(empty: unknown): Answer {
    const { nothing, packing } = this.behaviour();
    if (nothing === 'none') return json(200, 'None');
    if (nothing === 'null') return json(200, packing === 'text' ? 'null' : null);
    return this.answer(empty);
  }

  list(rows: readonly unknown[]): Answer {
    if (rows.length === 0 && this.behaviour().nothing !== 'empty') return this.nothing([]);
    return this.answer(this.behaviour().listShape === 'array' ? rows : { resultado: rows });
  }

  flag(value: boolean): unknown {
    const spellings: Record<ErpBBehaviour['flags'], readonly [unknown, unknown]> = {
      boolean: [true, false],
      text: ['true', 'false'],
      python: ['True', 'False'],
      letter: ['s', 'n'],
      'upper-letter': ['S', 'N'],
      word: ['Sim', 'Não'],
      number: [1, 0],
      digit: ['1', '0'],
    };
    return spellings[this.behaviour().flags][value ? 0 : 1];
  }

  invoice(invoice: ErpBInvoice, customer: ErpBCustomer, origin: string): WireRow {
    return {
      document_number: customer.document,
      fatura: invoice.id,
      nome_cliente: invoice.payerName,
      valor_inicial: this.amount(invoice.originalCents),
      valor_final: this.amount(dueCents(invoice)),
      juros: this.amount(invoice.interestCents),
      multa: this.amount(invoice.fineCents),
      emissao: this.date(invoice.issueDate),
      vencimento: this.date(invoice.dueDate),
      historico: invoice.description,
      link_boleto: invoice.hasLink ? `${origin}/boletos/${invoice.boletoId}.pdf` : '',
      linha_digitavel: invoice.typeableLine,
      code_fatura: invoice.code,
      identifier: invoice.identifier,
      remote_id: invoice.boletoId,
      pix_code: invoice.pixCode,
    };
  }

  customer(customer: ErpBCustomer): WireRow {
    const contact = { telefone_celular: customer.phone ?? '', email: customer.email ?? '' };
    if (this.behaviour().fieldNames === 'superseded') {
      return {
        id_cliente: customer.id,
        nome: customer.name,
        cnpj_cpf: customer.document,
        data_nascimento: this.date(customer.birthDate ?? ''),
        data_cadastro: this.date(customer.registeredOn),
        ativo: this.flag(true),
        endereco: customer.street,
        cidade: 'Bento Gonçalves',
        uf: 'RS',
        ...contact,
      };
    }
    return {
      nome_completo: customer.name,
      aniversario: this.date(customer.birthDate ?? ''),
      data_registro: this.date(customer.registeredOn),
      ativo: this.flag(true),
      id_remoto: customer.id,
      id_contrato: customer.contractId,
      rua_endereco: customer.street,
      cidade_endereco: 'Bento Gonçalves',
      estado_endereco: 'RS',
      ...contact,
    };
  }

  service({ id, name, situation, cents }: ErpBService): WireRow {
    const endereco = 'Rua das Hortênsias, 120';
    const valor = this.amount(cents);
    if (this.behaviour().fieldNames === 'superseded') {
      return {
        id_instalacao: `9${id}`,
        endereco,
        servicos: [{ id_servico: id, nome: name, status: situation, valor }],
      };
    }
    return { id_servico: id, nome: name, situacao: situation, obs: '', valor, numero_plano: '1', endereco };
  }

  fiscalNote(note: ErpBFiscalNote): WireRow {
    return {
      id_nota: note.id,
      id_tipo_nota: '22',
      numero_nota: note.number,
      valor: this.amount(note.cents),
      protocolo: `P${note.id}`,
      data_lancamento: this.date(note.postedOn),
      identificacao: 'NFCom',
      url_nota_fiscal: '',
    };
  }

  private amount(cents: number): string | number {
    const { decimalMark, thousandsMark, amountType } = this.behaviour();
    if (amountType === 'number') return cents / 100;
    const digits = String(cents).padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousandsMark);
    return `${whole}${decimalMark}${digits.slice(-2)}`;
  }

  private date(date: string): string {
    if (date === '') return '';
    const { dateFormat } = this.behaviour();
    const day = dateFormat.startsWith('iso') ? date : date.split('-').reverse().join('/');
    if (dateFormat === 'iso-time') return `${day}T00:00:00-03:00`;
    return dateFormat === 'br-time' ? `${day} 10:30:00` : day;
  }

  /** Empty texts, as this ERP writes what it does not have. */
  private withAbsence(value: unknown): unknown {
    const { absentField } = this.behaviour();
    if (absentField === 'empty') return value;
    if (Array.isArray(value)) return value.map((each) => this.withAbsence(each));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
      if (each !== '') return [[name, this.withAbsence(each)]];
      if (absentField === 'missing') return [];
      return [[name, absentField === 'null' ? null : 'None']];
    });
    return Object.fromEntries(fields);
  }
}
