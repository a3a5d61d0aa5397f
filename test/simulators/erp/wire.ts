import type { ErpBehaviour } from './behaviour.ts';
import type { ErpClearance, ErpFiscalNote, ErpService } from './papers.ts';
import {
  dueCents,
  type ErpContract,
  type ErpCustomer,
  type ErpInvoice,
  type StatementEntry,
} from './records.ts';

/** What a row holds: texts, unless amounts are numbers. */
type WireRow = Record<string, unknown>;

/** Writes records with the wire names of contract A; every value is a string unless told otherwise, an absent one is empty. */
export class ErpWire {
  private readonly behaviour: () => ErpBehaviour;

  constructor(behaviour: () => ErpBehaviour) {
    this.behaviour = behaviour;
  }

  customer(customer: ErpCustomer): WireRow {
    const { address } = customer;
    if (this.isSuperseded) return this.supersededCustomer(customer);
    return {
      nome_completo: customer.name,
      aniversario: this.date(customer.birthDate ?? ''),
      data_registro: this.date(customer.registeredOn),
      ativo: customer.active,
      id_remoto: customer.id,
      id_contrato: customer.contracts[0]?.id ?? '',
      rua_endereco: address.street,
      numero_endereco: address.number,
      cep_endereco: address.postalCode,
      cidade_endereco: address.city,
      complemento_endereco: address.complement,
      bairro_endereco: address.district,
      estado_endereco: address.state,
      ...customer.contact,
    };
  }

  private supersededCustomer(customer: ErpCustomer): WireRow {
    const { address } = customer;
    return {
      id_cliente: customer.id,
      nome: customer.name,
      cnpj_cpf: customer.document,
      data_nascimento: this.date(customer.birthDate ?? ''),
      ativo: customer.active,
      data_cadastro: this.date(customer.registeredOn),
      cep: address.postalCode,
      endereco: address.street,
      numero: address.number,
      complemento: address.complement,
      bairro: address.district,
      cidade: address.city,
      uf: address.state,
      alerta: '',
      ...customer.contact,
    };
  }

  contract(contract: ErpContract): WireRow {
    return { remote_id: contract.id, contract_name: contract.label };
  }

  invoice(invoice: ErpInvoice, customer: ErpCustomer): WireRow {
    const prefix = this.behaviour().dateNames === 'data' ? 'data_' : '';
    return {
      id_fatura: invoice.id,
      code_fatura: `${invoice.id}-${customer.document}`,
      nome_cliente: invoice.payerName,
      document_number: customer.document,
      remote_id: customer.id,
      valor_inicial: this.amount(invoice.originalCents),
      valor_atual: this.amount(dueCents(invoice)),
      juros: this.amount(invoice.interestCents),
      multa: this.amount(invoice.fineCents),
      desconto: this.amount(invoice.discountCents),
      [`${prefix}emissao`]: this.date(invoice.issueDate),
      [`${prefix}vencimento`]: this.date(invoice.dueDate),
      historico: invoice.description,
      bank_code: invoice.bankCode,
      linha_digitavel: invoice.typeableLine,
      integration_id: '1',
      identifier: invoice.identifier,
      pix_code: invoice.pixCode,
      contract_id: invoice.contractIds.join(','),
      bill_receipt: invoice.billReceipt,
      bill_pix_receipt: invoice.billPixReceipt,
    };
  }

  /** A settled invoice's row. */
  settled(entry: StatementEntry): WireRow {
    if (this.isSuperseded) {
      return {
        id_extrato_financeiro: `6${entry.invoiceId}`,
        id_boleto: entry.invoiceId,
        id_nota: '77',
        data_lancamento: this.date(entry.postedOn),
        data_vencimento: this.date(entry.dueDate),
        data_baixa: this.date(entry.writtenOffOn),
        valor: this.amount(entry.invoiceCents),
        valor_pago: this.amount(entry.receivedCents),
        obs: entry.description,
      };
    }
    return {
      id_nota: entry.invoiceId,
      data_lancamento: this.date(entry.postedOn),
      data_vencimento: this.date(entry.dueDate),
      data_baixa: this.date(entry.writtenOffOn),
      historico: entry.description,
      valor: this.amount(entry.receivedCents),
      saldo: this.amount(entry.invoiceCents),
      cobranca: entry.charge,
    };
  }

  /** An open invoice's row: the statement lists it too, without `data_baixa`. */
  unsettled(invoice: ErpInvoice): WireRow {
    return {
      id_nota: invoice.id,
      data_lancamento: this.date(invoice.issueDate),
      data_vencimento: this.date(invoice.dueDate),
      data_baixa: '',
      historico: invoice.description,
      valor: this.amount(0),
      saldo: this.amount(invoice.originalCents),
      cobranca: 'Boleto',
    };
  }

  fiscalNote(note: ErpFiscalNote): WireRow {
    return {
      id_nota: note.id,
      id_tipo_nota: '21',
      numero_nota: note.number,
      valor: this.amount(note.cents),
      protocolo: `P${note.id}`,
      data_lancamento: this.date(note.postedOn),
      identificacao: 'NFCom',
      url_nota_fiscal: `https://notas.example.com/${note.id}.pdf`,
    };
  }

  clearance(clearance: ErpClearance): WireRow {
    return {
      id_quitacao: clearance.id,
      ano: clearance.year,
      valor: this.amount(clearance.cents),
      url_arquivo: `https://notas.example.com/q${clearance.id}.pdf`,
    };
  }

  service(service: ErpService): WireRow {
    const { id, name, situation, remarks, cents, planNumber, address } = service;
    if (this.isSuperseded) {
      const item = {
        id_servico: id,
        nome: name,
        descricao: '',
        valor: this.amount(cents),
        status: situation,
      };
      return {
        id_instalacao: `9${id}`,
        endereco: 'Rua das Hortênsias',
        numero: '120',
        cidade: 'Bento Gonçalves',
        uf: 'RS',
        servicos: [{ ...item, obs: remarks }],
      };
    }
    return {
      id_servico: id,
      nome: name,
      situacao: situation,
      obs: remarks,
      valor: this.amount(cents),
      numero_plano: planNumber,
      endereco: address,
    };
  }

  product(product: { readonly valor: number }): WireRow {
    return { ...product, valor: this.amount(product.valor) };
  }

  /** A list in the shape that this ERP prefers. */
  list(rows: readonly WireRow[]): unknown {
    return this.behaviour().listShape === 'array' ? rows : { registros: rows, total: String(rows.length) };
  }

  private get isSuperseded(): boolean {
    return this.behaviour().fieldNames === 'superseded';
  }

  private amount(cents: number): string | number {
    const { decimalMark, thousandsMark, amountType } = this.behaviour();
    if (amountType === 'number') return cents / 100;
    const digits = String(Math.abs(cents)).padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousandsMark);
    return `${cents < 0 ? '-' : ''}${whole}${decimalMark}${digits.slice(-2)}`;
  }

  private date(date: string): string {
    if (date === '') return '';
    const { dateFormat } = this.behaviour();
    const day = dateFormat.startsWith('iso') ? date : date.split('-').reverse().join('/');
    if (dateFormat === 'iso-time') return `${day}T00:00:00-03:00`;
    return dateFormat === 'br-time' ? `${day} 10:30:00` : day;
  }
}
