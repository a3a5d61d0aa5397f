import type { Translation } from '../translation.ts';
import { attendant } from './attendant.ts';
import { attract } from './attract.ts';
import { boleto, openingBoleto, printingSlip, slipPrinted, slipTrouble } from './boleto.ts';
import { common, duration, pages, steps } from './common.ts';
import { configuring } from './configuring.ts';
import { display } from './display.ts';
import { idle, thanks } from './ending.ts';
import { contracts, document, keypad, secondFactor } from './identification.ts';
import { amounts, invoice, invoices, several } from './invoices.ts';
import { join } from './join.ts';
import { menu } from './menu.ts';
import { message } from './message.ts';
import { myData } from './my-data.ts';
import { paid } from './paid.ts';
import { cancellingPix, pix, pixExpired, preparingPix } from './pix.ts';
import { problem } from './problem.ts';
import { printingReceipt, receiptPrinted, receipts, receiptTrouble } from './receipts.ts';
import { request } from './request.ts';
import {
  copies,
  copy,
  otherPaperTrouble,
  paperPrinted,
  printingPaper,
  secondCopies,
  statement,
} from './second-copies.ts';
import { service, services, unlocking, unlockResult, unlockTerms } from './services.ts';
import { textEntry } from './text-entry.ts';
import { ticket } from './tickets.ts';

/** Everything the customer reads, in English. */
export const words: Translation = {
  common,
  steps,
  duration,
  pages,
  configuring,
  attract,
  display,
  document,
  keypad,
  textEntry,
  join,
  secondFactor,
  menu,
  contracts,
  invoices,
  several,
  amounts,
  invoice,
  preparingPix,
  pix,
  cancellingPix,
  pixExpired,
  paid,
  openingBoleto,
  boleto,
  printingSlip,
  slipPrinted,
  receipts,
  printingReceipt,
  receiptPrinted,
  receiptTrouble,
  secondCopies,
  copies,
  copy,
  statement,
  printingPaper,
  paperPrinted,
  otherPaperTrouble,
  slipTrouble,
  request,
  services,
  service,
  unlockTerms,
  unlocking,
  unlockResult,
  ticket,
  myData,
  thanks,
  idle,
  attendant,
  message,
  problem,
};
