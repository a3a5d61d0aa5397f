import type { ErpBehaviour } from './behaviour.ts';
import {
  dueCents,
  type ErpContract,
  type ErpCustomer,
  type ErpInvoice,
  type StatementEntry,
} from './records.ts';

/** Writes records with the wire names of contract A; every value is a string, an absent one is empty. */
export class ErpWire {
  private readonly behaviour: () => ErpBehaviour;

  constructor(behaviour: () => ErpBehaviour) {
    this.behaviour = behaviour;
  }

  customer(customer: ErpCustomer): Record<string, string> {
    const { address } = customer;
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

  contract(contract: ErpContract): Record<string, string> {
    return { remote_id: contract.id, contract_name: contract.label };
  }

  invoice(invoice: ErpInvoice, customer: ErpCustomer): Record<string, string> {
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
  settled(entry: StatementEntry): Record<string, string> {
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
  unsettled(invoice: ErpInvoice): Record<string, string> {
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

  /** A list in the shape that this ERP prefers. */
  list(rows: readonly Record<string, string>[]): unknown {
    return this.behaviour().listShape === 'array' ? rows : { registros: rows, total: String(rows.length) };
  }

  private amount(cents: number): string {
    const { decimalMark, thousandsMark } = this.behaviour();
    const digits = String(Math.abs(cents)).padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousandsMark);
    return `${cents < 0 ? '-' : ''}${whole}${decimalMark}${digits.slice(-2)}`;
  }

  private date(date: string): string {
    return this.behaviour().dateFormat === 'iso' ? date : date.split('-').reverse().join('/');
  }
}
