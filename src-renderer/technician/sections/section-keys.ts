/** The sections of the area, in their order. */
export const sectionKeys = ['erp', 'pix', 'printer', 'relay', 'terminal', 'security', 'state'] as const;

export type SectionKey = (typeof sectionKeys)[number];
