import {
  Activity,
  Building2,
  type LucideIcon,
  MonitorSmartphone,
  Printer,
  QrCode,
  Share2,
  ShieldCheck,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { areaWords } from '../words/area-words.ts';
import { ErpSection } from './erp-section.tsx';
import { PixSection } from './pix-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { RelaySection } from './relay-section.tsx';
import type { SectionKey } from './section-keys.ts';
import { SecuritySection } from './security-section.tsx';
import { StateSection } from './state-section.tsx';
import { TerminalSection } from './terminal-section.tsx';

export interface SectionEntry {
  readonly key: SectionKey;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly Section: ComponentType;
}

const { sectionTitles } = areaWords;

/** Every section of the area, in the order of the navigation. */
export const sections: readonly SectionEntry[] = [
  { key: 'erp', title: sectionTitles.erp, icon: Building2, Section: ErpSection },
  { key: 'pix', title: sectionTitles.pix, icon: QrCode, Section: PixSection },
  { key: 'printer', title: sectionTitles.printer, icon: Printer, Section: PrinterSection },
  { key: 'relay', title: sectionTitles.relay, icon: Share2, Section: RelaySection },
  { key: 'terminal', title: sectionTitles.terminal, icon: MonitorSmartphone, Section: TerminalSection },
  { key: 'security', title: sectionTitles.security, icon: ShieldCheck, Section: SecuritySection },
  { key: 'state', title: sectionTitles.state, icon: Activity, Section: StateSection },
];
