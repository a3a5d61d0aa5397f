/** How to get at the CRM and how it wants things written, as the settings have it. */
export interface SeniorAccess {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly token: string;
  readonly tenant: string;
  /** The terminal's extension. */
  readonly agentExtension: string;
  /** Digits, `{country}`, `{ddd}` and `{number}`. */
  readonly phoneMask: string;
  readonly dateFormat: 'YYYY-MM-DD' | 'DD/MM/YYYY' | 'YYYYMMDD';
  readonly timeFormat: 'HH:mm:ss' | 'HH:mm' | 'HHmmss';
  readonly callType: string;
  readonly timeoutMs: number;
}
