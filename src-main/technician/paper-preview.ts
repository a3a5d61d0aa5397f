import { setImmediate as turn } from 'node:timers/promises';
import type { FieldProblem, PaperLogoState, PaperPreview, PreviewedPaper } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { Company } from '../printing/documents/company.ts';
import type { PrintDocument } from '../printing/layout.ts';
import { logoForPaper } from '../printing/paper-logo.ts';
import { preparePrinter } from '../printing/prepare-printer.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';
import { readLogo } from '../settings/logo.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { samplePapers } from './sample-papers.ts';

export interface PaperPreviewParts {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** Pictures of sample papers as the printer of these settings prints them: the company's are real, the rest is made up. */
export async function previewPapers({
  dataFolder,
  settings,
  clock,
}: PaperPreviewParts): Promise<PaperPreview> {
  const { printer, terminal } = settings;
  if (!printer) return unfit([{ field: 'printer', message: 'este totem não tem impressora' }]);
  const profile = preparePrinter(dataFolder, printer);
  if (!profile.ok) return unfit(profile.error);
  const logo = await paperLogo(dataFolder, settings, profile.value);
  const { companyName: name, companyDocument: document, companyAddress: address, supportPhone } = terminal;
  const company: Company = {
    name,
    document,
    address,
    ...(supportPhone !== undefined && { supportPhone }),
    ...('block' in logo && { logo: logo.block }),
  };
  const { id: terminalId, timeZone } = terminal;
  const samples = samplePapers({
    company,
    terminalId,
    timeZone,
    printedAt: clock.wallTime(),
    ...(printer.copies === 'customer-and-company' && { copies: ['customer', 'company'] }),
  });
  const papers: PreviewedPaper[] = [];
  for (const [kind, sample] of samples) {
    papers.push({ kind, pictures: await draw(sample, profile.value) });
    // Each takes some hundredths of a second, and payments go on meanwhile.
    await turn();
  }
  return { outcome: 'papers', paper: profile.value.paper, papers, logo: logo.state };
}

function unfit(problems: readonly FieldProblem[]): PaperPreview {
  return { outcome: 'unfit', problems };
}

async function draw(document: PrintDocument, profile: PrinterProfile): Promise<readonly string[]> {
  const { renderPictures } = await import('../printing/picture/render-picture.ts');
  return renderPictures(document, profile).map((png) => `data:image/png;base64,${png.toString('base64')}`);
}

type PaperLogo =
  | { readonly state: 'printed'; readonly block: NonNullable<Company['logo']> }
  | { readonly state: Exclude<PaperLogoState, 'printed'> };

async function paperLogo(
  dataFolder: string,
  { printer, terminal }: Settings,
  { dots }: PrinterProfile,
): Promise<PaperLogo> {
  if (!printer?.logo) return { state: 'off' };
  if (terminal.logo === undefined) return { state: 'missing' };
  const logo = await readLogo(dataFolder, terminal.logo);
  if (!logo.ok) return { state: 'missing' };
  const made = await logoForPaper(logo.value, dots);
  return made.ok ? { state: 'printed', block: made.value } : { state: made.error };
}
