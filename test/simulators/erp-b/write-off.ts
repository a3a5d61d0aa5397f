import { type Answer, json } from '../server/exchange.ts';
import type { ErpBBehaviour } from './behaviour.ts';
import type { ErpBBooks, ErpBWriteOffCall } from './books.ts';
import type { ErpBWire } from './wire.ts';

const TIME_OUT = "HTTPSConnectionPool(host='erp', port=443): Read timed out. (read timeout=30)";

/** Settles by the boleto's id alone, as careless ERPs do: the document is recorded, not compared. */
export function writeOff(
  books: ErpBBooks,
  wire: ErpBWire,
  behaviour: ErpBBehaviour,
  call: ErpBWriteOffCall,
): Answer {
  const say = (success: boolean, words: string) =>
    wire.answer({ success: wire.flag(success), api_response: behaviour.apiResponse ?? words });
  if (call.boletoId === '' || call.document === '' || call.transaction.id === undefined) {
    return json(400, { error: 'faltam argumentos' });
  }
  const invoice = books.byBoleto(call.boletoId);
  if (invoice === undefined) return say(false, 'Boleto não encontrado');
  switch (behaviour.writeOff) {
    case 'refused':
      return say(false, 'Baixa não permitida para esta carteira');
    case 'time-out-lost':
      return say(false, TIME_OUT);
    case 'time-out-late':
      books.postpone(call);
      return say(false, TIME_OUT);
    case 'time-out-done':
      books.writeOff(call);
      return say(false, TIME_OUT);
    case 'done':
      if (behaviour.honourTransactionId && books.isRepeat(call)) return say(true, '{"codigo": 0}');
      if (behaviour.writeOffOfSettled === 'say-already-settled' && !books.isOpen(invoice.id)) {
        return say(false, 'Boleto já baixado');
      }
      books.writeOff(call);
      return say(true, '{"codigo": 0, "mensagem": "Recebimento lançado"}');
  }
}
