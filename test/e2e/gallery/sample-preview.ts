import type { PaperPreview } from '../../../src-main/contract/technician.ts';
import { renderPictures } from '../../../src-main/printing/picture/render-picture.ts';
import { genericProfile } from '../../../src-main/printing/printer-profile.ts';
import { samplePapers } from '../../../src-main/technician/sample-papers.ts';

/** What main answers who wants to see the papers of 80 mm. */
export function samplePreview(): PaperPreview {
  const samples = samplePapers({
    company: {
      name: 'Provedor Exemplo Ltda.',
      document: '33.000.167/0001-01',
      address: 'Rua das Flores, 100, Centro, Campinas - SP, CEP 13010-000',
      supportPhone: '(19) 3000-0000',
    },
    terminalId: 'T01',
    timeZone: 'America/Sao_Paulo',
    printedAt: 1_795_000_000_000,
  });
  const papers = samples.map(([kind, document]) => ({
    kind,
    pictures: renderPictures(document, genericProfile('80mm')).map(
      (png) => `data:image/png;base64,${png.toString('base64')}`,
    ),
  }));
  return { outcome: 'papers', paper: '80mm', papers, logo: 'not-png' };
}
