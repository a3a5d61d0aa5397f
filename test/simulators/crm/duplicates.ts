import type { SObjectRow } from './ledger.ts';

/** What a duplicate rule of the org does about a Contact with a known last name or e-mail. */
export type DuplicateRule = 'off' | 'alert' | 'block';

/** What Salesforce tells of the records that a new one is like. */
export function duplicatesOf(alike: readonly SObjectRow[], rule: DuplicateRule): unknown {
  return {
    allowSave: rule === 'alert',
    duplicateRule: 'Standard_Contact_Duplicate_Rule',
    duplicateRuleEntityType: 'Contact',
    errorMessage: 'Use one of these records?',
    matchResults: [
      {
        entityType: 'Contact',
        errors: [],
        matchEngine: 'FuzzyMatchEngine',
        matchRecords: alike.map(({ id }) => ({
          additionalInformation: [],
          fieldDiffs: [],
          matchConfidence: 90,
          record: {
            attributes: { type: 'Contact', url: `/services/data/v62.0/sobjects/Contact/${id}` },
            Id: id,
          },
        })),
        rule: 'Standard_Contact_Match_Rule_v1_1',
        size: alike.length,
        success: true,
      },
    ],
  };
}
